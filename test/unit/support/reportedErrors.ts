/** What is reported on the console as an error while a test of the surrounding `describe` runs, and printed nowhere. */
export function useReportedErrors(): () => readonly unknown[] {
  const { error } = console;
  let reported: unknown[] = [];
  beforeEach(() => {
    reported = [];
    console.error = (problem: unknown) => reported.push(problem);
  });
  afterEach(() => {
    console.error = error;
  });
  return () => reported;
}
