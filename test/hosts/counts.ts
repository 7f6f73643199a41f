/** How a phase of the tests ended. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
}
