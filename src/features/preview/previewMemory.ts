import { Emitter } from "../../platform/event";
import type { Evaluation } from "./evaluateResponse";
import { parseResponse } from "../rows/responseJson";
import type { PreviewSource } from "./previewKey";

/** The last response of a request that was previewed. */
export interface RememberedPreview extends PreviewSource {
  /** For people: whose request it was, and which. */
  readonly title: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** The response, with names in the place of credentials. */
  readonly body: string;
  readonly evaluation: Evaluation | undefined;
}

/** Each may have 20 MB. */
const mostRemembered = 5;

/** The last responses, until the window is closed: what came back helps to write. */
export class PreviewMemory {
  private readonly changed = new Emitter<RememberedPreview>();
  readonly onDidChange = this.changed.event;
  private previews: readonly RememberedPreview[] = [];
  private kept = new AbortController();

  /** Aborted once all is forgotten: what is under way then ends, and nothing of it is kept. */
  get untilForgotten(): AbortSignal {
    return this.kept.signal;
  }

  /** Whether nothing was previewed in this window yet. */
  get isEmpty(): boolean {
    return this.previews.length === 0;
  }

  /** Of one request only the last is kept. */
  remember(preview: RememberedPreview): void {
    const { document, target } = preview;
    const others = this.previews.filter(
      (one) => one.document !== document || one.target !== target,
    );
    this.previews = [preview, ...others].slice(0, mostRemembered);
    this.changed.fire(preview);
  }

  /** Those of a document, the latest first. */
  of(document: string): readonly RememberedPreview[] {
    return this.previews.filter((one) => one.document === document);
  }

  /** The last one of a request; undefined where it wasn't previewed, or is forgotten. */
  ofTarget(document: string, target: string): RememberedPreview | undefined {
    return this.of(document).find((one) => one.target === target);
  }

  /** Forgets all: whoever signs out wants nothing kept. */
  forget(): void {
    this.previews = [];
    this.kept.abort();
    this.kept = new AbortController();
  }
}

const parsed = new WeakMap<RememberedPreview, { readonly value: unknown }>();

/** What a remembered response says; undefined where it isn't JSON. */
export function responseOf(preview: RememberedPreview): unknown {
  const known = parsed.get(preview) ?? { value: valueIn(preview.body) };
  parsed.set(preview, known);
  return known.value;
}

function valueIn(body: string): unknown {
  try {
    return parseResponse(body);
  } catch {
    return undefined;
  }
}
