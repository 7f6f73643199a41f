/** How long something has to be the active one before it is shown, so that nobody waits while going through. */
const restTime = 200;

/** Shows what is active in a list, one after the other, the last one wins. */
export class ListPreview<T> {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private showing: Promise<void> = Promise.resolve();
  private latest: T | undefined;

  /** @param open shows it; where that fails, nothing is shown */
  constructor(private readonly open: (value: T) => Promise<void>) {}

  /** Shows it after a moment, unless something else is active by then. */
  show(value: T): void {
    if (value !== this.latest) {
      this.latest = value;
      clearTimeout(this.timer);
      this.timer = setTimeout(() => {
        this.showing = this.showing.then(() =>
          this.latest === value ? this.open(value).catch(() => undefined) : undefined,
        );
      }, restTime);
    }
  }

  /** Shows nothing more. Resolves when what is being shown is there. */
  async end(): Promise<void> {
    clearTimeout(this.timer);
    this.latest = undefined;
    await this.showing;
  }
}
