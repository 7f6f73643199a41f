import { Emitter } from "../../platform/event";

/** Whether the key may write connectors, as far as the service has let it be known. */
export class WriteAccess {
  private readonly changed = new Emitter<void>();
  readonly onDidChange = this.changed.event;
  private isDenied = false;

  /** False only after the service refused a write for lack of a right. */
  get isLikely(): boolean {
    return !this.isDenied;
  }

  /** The service refused a write for lack of a right. */
  denied(): void {
    this.set(true);
  }

  /** It wrote, or it is another key, or somebody wants to try again. */
  granted(): void {
    this.set(false);
  }

  private set(isDenied: boolean): void {
    if (isDenied !== this.isDenied) {
      this.isDenied = isDenied;
      this.changed.fire();
    }
  }
}
