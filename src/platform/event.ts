import { runIsolated } from "./runIsolated";

/** Something that listens, or holds something, until it is told to end. */
export interface Disposable {
  dispose(): void;
}

/** Has the shape of `vscode.Event`, so that the editor's side can hand it on as it is. */
export type Event<T> = (
  listener: (value: T) => unknown,
  thisArgs?: unknown,
  disposables?: Disposable[],
) => Disposable;

/**
 * A source of events for the code that must not know the editor. A listener that fails is reported to the
 * console, and keeps neither the others from hearing of it nor whoever tells from going on.
 */
export class Emitter<T> implements Disposable {
  private readonly listeners = new Set<(value: T) => unknown>();

  readonly event: Event<T> = (listener, thisArgs, disposables) => {
    const bound = (value: T) => listener.call(thisArgs, value);
    this.listeners.add(bound);
    const subscription = { dispose: () => void this.listeners.delete(bound) };
    disposables?.push(subscription);
    return subscription;
  };

  /** Calls every listener with this value. Throws nothing, whatever the listeners throw. */
  fire(value: T): void {
    for (const listener of Array.from(this.listeners)) {
      runIsolated(() => listener(value));
    }
  }

  /** Forgets all listeners. */
  dispose(): void {
    this.listeners.clear();
  }
}
