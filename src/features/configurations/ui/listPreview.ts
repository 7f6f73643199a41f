/** How long something has to be the active one before it is shown, so that nobody waits while going through. */
const restTime = 200;

/** Opens the active item of a list as a preview, one after the other. The last one wins. */
export class ListPreview<T> {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private showing: Promise<void> = Promise.resolve();
  private latest: T | undefined;

  /** @param open shows it; where that fails, nothing is shown */
  constructor(private readonly open: (value: T) => Promise<void>) {}

  /** Opens it after a moment, unless another item is active by then. */
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

  /** Opens nothing more. Resolves when what is being opened is there. */
  async end(): Promise<void> {
    clearTimeout(this.timer);
    this.latest = undefined;
    await this.showing;
  }
}
