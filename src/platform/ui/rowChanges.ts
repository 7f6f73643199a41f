import * as vscode from "vscode";

/**
 * The rows of views and the quick inputs take turns. When the editor has redrawn a view's rows, it puts the focus
 * into the view if the view has it, and a view believes for a moment too long that it has it: a quick input that is
 * shown in that moment loses its focus, and Enter goes to a row instead of to the question.
 */
let drawing: Promise<unknown> | undefined;
let focusing: Promise<unknown> | undefined;

/** How long an input waits for rows at most, in milliseconds: the editor need not ask for them. */
const maxWait = 500;

/** Tells the editor that the rows of a view have changed, but not while a quick input is getting the focus. */
export class RowChanges {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly event = this.changed.event;
  private isDeferred = false;
  private requests = 0;
  private given: () => void = () => undefined;

  /** @param isShown whether somebody can see the view */
  constructor(private readonly isShown: () => boolean) {}

  /** Has the editor ask for the rows again, as soon as no quick input is getting the focus. */
  fire(): void {
    if (!focusing) {
      this.tell();
    } else if (!this.isDeferred) {
      this.isDeferred = true;
      void focusing.then(() => {
        this.isDeferred = false;
        this.fire();
      });
    }
  }

  /**
   * To be called with the answer whenever the editor asks for rows, those below a row that is expanded included: it
   * asks for one level after the other, and has drawn them two round trips after the last answer.
   */
  async rowsRequested(rows: unknown): Promise<void> {
    const { given } = this;
    const request = ++this.requests;
    await rows;
    await roundTrip();
    await roundTrip();
    if (request === this.requests) {
      given();
    }
  }

  private tell(): void {
    if (this.isShown()) {
      const given = new Promise<void>((resolve) => (this.given = resolve));
      const now = Promise.all([drawing, Promise.race([given, delay(maxWait)])]).then(() => {
        drawing = drawing === now ? undefined : drawing;
      });
      drawing = now;
    }
    this.changed.fire();
  }
}

/** Shows an input, after rows that are being drawn. @param left aborted once the input is not wanted any more */
export async function showInput(input: vscode.QuickInput, left: AbortSignal): Promise<void> {
  await rowsDrawn();
  if (!left.aborted) {
    input.show();
    // Two: it is shown, and the view has been told that it lost the focus.
    const now: Promise<void> = roundTrip()
      .then(roundTrip)
      .then(() => {
        focusing = focusing === now ? undefined : focusing;
      });
    focusing = now;
  }
}

/** Resolves when no rows are being drawn, and the editor knows them all. */
export async function rowsDrawn(): Promise<void> {
  if (drawing) {
    await drawing;
    await rowsDrawn();
  }
}

/** Comes back after the editor's window has done what it was asked to do before. */
async function roundTrip(): Promise<void> {
  await vscode.commands.executeCommand("setContext", "supermetrics.roundTrip", true);
}

function delay(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
