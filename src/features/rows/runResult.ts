/** What a preview or a test run gave: what the view of rows shows. All texts in it are foreign and already masked. */
export interface RunResult {
  readonly kind: "preview" | "testRun";
  /** Whose rows. One panel for each key, the previous run of a key is compared. Whoever made them reads it again. */
  readonly key: string;
  readonly title: string;
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  readonly milliseconds: number;
  readonly columns: readonly RunColumn[];
  /** A row has a cell for each column. */
  readonly rows: readonly (readonly Cell[])[];
  /** For each row its JSON Pointer in the response's body, where there is one. */
  readonly rowPlaces?: readonly string[];
  readonly request?: RunRequest;
  readonly response?: RunResponse;
  /** What was not evaluated, and other remarks, with the JSON Pointer in the configuration. */
  readonly remarks: readonly RunRemark[];
  /** The configuration's document (URI text), for the way from a column head to its field. */
  readonly document?: string;
}

/** `undefined`: nothing was found there. Objects and arrays as their JSON text; integers beyond 2^53 as their digits. */
export type Cell = string | number | boolean | null | undefined;

/** A column of the rows. */
export interface RunColumn {
  readonly id: string;
  readonly label: string;
  readonly dataType: string;
  /** JSON Pointer of the field in the configuration. */
  readonly place?: string;
  /** Where the value stands in a row of the response: a JSON Pointer, or a JSONPath of names and indexes. */
  readonly path?: string;
}

/** Something to know about a run, and where in the configuration it comes from. */
export interface RunRemark {
  readonly text: string;
  readonly place?: string;
}

/** Credentials are masked as `$NAME`. */
export interface RunRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly body?: string;
  /** The names that stand for credentials. Where they are not given, each `$NAME` in capitals does. */
  readonly credentialNames?: readonly string[];
}

/** What came back. Credentials are masked. */
export interface RunResponse {
  readonly status: number;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: string;
  readonly bytes: number;
  readonly milliseconds: number;
}
