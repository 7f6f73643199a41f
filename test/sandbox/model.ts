import type { DataSettings, DataWorld } from "./data/model";

/** What the sandbox knows. Team ids are strings of digits: they are 64 bits wide. */
export interface World {
  readonly teams: Map<string, Team>;
  readonly keys: Map<string, Key>;
  settings: Settings;
  /** Logins, login links and queries. */
  readonly data: DataWorld;
  faults: Fault[];
  requests: RecordedRequest[];
  /** Let requests go on that faults hold. */
  readonly held: (() => void)[];
}

export interface Team {
  readonly id: string;
  readonly name: string;
  readonly displayId: string;
  readonly connectors: Map<string, Connector>;
}

export interface Connector {
  readonly identifier: string;
  name: string;
  description: string | null;
  logoUrl: string | null;
  readonly createdAt: Date;
  updatedAt: Date;
  /** JSON text, kept and sent as it came. */
  configurationText: string;
  readonly secrets: Map<string, Secret>;
  /** Newest first. */
  logs: readonly LogEntry[];
}

export interface Secret {
  readonly placeholder: string;
  readonly name: string;
  /** No answer has it; sources get it in requests of queries. */
  value: string;
}

export interface LogEntry {
  readonly id: string;
  readonly log_time: string;
  readonly status: number | null;
  readonly event: string | null;
  readonly request: string | null;
  readonly duration_ms: number | null;
  readonly request_id: string | null;
  /** What only the answer for this one entry has, which is not documented: headers, bodies. */
  readonly details?: Readonly<Record<string, unknown>>;
}

export interface Key {
  readonly key: string;
  readonly teams: readonly string[];
  /** Names of rights as the API's documentation lists them. */
  readonly rights: readonly string[];
  readonly state: KeyState;
}

export type KeyState =
  | "active"
  | "disabled"
  | "expired"
  | "ip-blocked"
  | "licence-expired"
  | "no-addon";

/** How the service behaves. Each stands for something that its documents leave open. */
export interface Settings extends DataSettings {
  /** `documented`: only error answers allow other origins, and nothing answers a preflight. */
  cors: "full" | "documented" | "off";
  exposeHeaders: boolean;
  createEncoding: "both" | "form" | "json";
  /** The status that refuses a create in the other encoding. */
  createEncodingRefusal: 400 | 415 | 422;
  rateLimit: { limit: number; remaining: number };
  /** `documented`: on the refusals that the documents name, 500 excepted. */
  rateHeaders: "documented" | "all" | "none";
  /** What a 429 carries, in seconds or as an HTTP date. */
  retryAfter: string | null;
  escapeSlashes: boolean;
  escapeUnicode: boolean;
  /** Timestamps without a time, as some documented examples have them. */
  dateOnly: boolean;
  /** Whether `before` of a list of logs includes entries of that very time. */
  logsBefore: "exclusive" | "inclusive";
  /** Whether a stored configuration is parsed and written anew. */
  normalise: boolean;
  /** Milliseconds before every answer. */
  delayMs: number;
}

/** What a colleague may say about a connector. */
export interface ColleaguesConnector {
  readonly identifier?: string;
  readonly name?: string;
  readonly description?: string | null;
  readonly configurationText?: string;
  readonly logs?: readonly LogEntry[];
}

/** A misbehaviour for the requests that match. */
export interface Fault {
  readonly method?: string;
  /** Regular expression on the path. */
  readonly path?: string;
  /** For how many requests; 0 means always, 1 is the default. */
  readonly times?: number;
  /** How many matching requests pass first. */
  readonly skip?: number;
  /** Do what was asked before misbehaving; what only delays or breaks the real answer always does. */
  readonly apply?: boolean;
  readonly status?: number;
  /** Replace those of the answer; without anything else, of the real one. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly json?: unknown;
  readonly contentType?: string;
  readonly delayMs?: number;
  /** Do nothing until the faults are cleared or the sandbox is reset. */
  readonly hold?: boolean;
  /** Milliseconds between doing what was asked and answering. */
  readonly answerDelayMs?: number;
  /** A colleague who is as quick: changes a connector just before what was asked is done, or just after. */
  readonly colleague?: {
    readonly when: "before" | "after";
    readonly team: string;
    readonly identifier: string;
    readonly change: ColleaguesConnector;
  };
  /** Destroy the connection instead of answering. */
  readonly reset?: boolean;
  /** Promise the whole body, send so many bytes of it, and destroy the connection. */
  readonly truncate?: number;
  /**
   * So many bytes of blanks behind the body, without an end unless it is said: as fast as they are read, or a kilobyte
   * after each so many milliseconds.
   */
  readonly blanks?: { readonly bytes?: number; readonly everyMs?: number };
  /** A well-formed answer whose body is only the first characters. */
  readonly cut?: number;
  /** The documented error envelope, with `status`. */
  readonly errorCode?: string;
  readonly errorMessage?: string;
  readonly errorDescription?: string;
}

export interface RecordedRequest {
  readonly n: number;
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** 0 when the connection was destroyed instead of answering. */
  status: number;
}
