import type { FromRowsView } from "../rowsMessages";

/** What the person has set. It survives when the view is hidden or moved, and the next run. */
export interface ViewState {
  /** Whose rows they are. */
  readonly key?: string;
  readonly tab?: string;
  readonly search?: string;
  readonly show?: string;
  /** By the IDs of columns. */
  readonly filters?: Readonly<Record<string, string>>;
  readonly sort?: { readonly column: string; readonly isDescending: boolean };
  readonly hasStatistics?: boolean;
  /** By the IDs of columns, where the person has changed them. Pixels. */
  readonly widths?: Readonly<Record<string, number>>;
  /** Rows of the run that began then, as the person reads times. */
  readonly selected?: { readonly startedAt: string; readonly rows: readonly number[] };
  readonly top?: number;
  readonly left?: number;
}

interface EditorApi {
  postMessage(message: FromRowsView): void;
  getState(): ViewState | undefined;
  setState(state: ViewState): void;
}

declare function acquireVsCodeApi(): EditorApi;

const api = acquireVsCodeApi();

/** Posts a message to the extension. */
export function post(message: FromRowsView): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- the editor's, not the browser's
  api.postMessage(message);
}

/** What the person has set so far. */
export function readState(): ViewState {
  return api.getState() ?? {};
}

/** Writes down what has changed. */
export function changeState(change: ViewState): void {
  api.setState({ ...readState(), ...change });
}
