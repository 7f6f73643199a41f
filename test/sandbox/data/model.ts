/** What the data API knows: who signed in to which connector, by which links, and which queries ran. */
export interface DataWorld {
  readonly logins: Map<string, Login>;
  readonly links: Map<string, LoginLink>;
  readonly runs: Map<string, Run>;
}

/** Somebody's credential for a data source. `username` is what a query names as `ds_user`. */
export interface Login {
  readonly id: string;
  readonly team: string;
  /** A connector's identifier, or the ID of a data source that is none of the connectors. */
  readonly dataSource: string;
  readonly username: string;
  readonly displayName: string;
  readonly authTime: Date;
  readonly expiryTime: Date | null;
  revokedTime: Date | null;
  /** What was typed on the page of the link, by the ID of the user input. */
  readonly inputs: Readonly<Record<string, string>>;
  /** `dataSourceUser.userInfo.accessToken`, as it was when the login was made. */
  readonly accessToken: string | null;
}

export interface LoginLink {
  readonly id: string;
  readonly team: string;
  readonly dataSource: string;
  readonly description: string | null;
  readonly requiredUsername: string | null;
  readonly redirectUrl: string | null;
  expiryTime: Date;
  isClosed: boolean;
  /** The login that was made on its page. */
  login: Login | null;
}

/** The part of a query that decides about its rows. */
export interface Query {
  readonly dataSource: string;
  readonly username: string | null;
  readonly accounts: readonly string[] | "all";
  readonly fields: readonly string[];
  /** `YYYY-MM-DD` */
  readonly dates: { readonly start: string; readonly end: string } | null;
  readonly maxRows: number;
}

export interface Run {
  readonly id: string;
  readonly team: string;
  readonly query: Query;
  readonly startedAt: Date;
  /** How many answers have been given about it. */
  answers: number;
  readonly end: Promise<RunEnd>;
  /** Once it is there. */
  ended: RunEnd | null;
}

export type RunEnd = RunRows | RunFailure;

export interface RunRows {
  readonly fields: readonly RuntimeField[];
  readonly rows: readonly (readonly unknown[])[];
  readonly seconds: number;
  /** When rows of an earlier run were taken instead of asking the source. */
  readonly cachedAt: Date | null;
}

export interface RunFailure {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly description?: string | undefined;
}

/** A field as queries name it. */
export interface RuntimeField {
  /** `<report type>_<field>` */
  readonly id: string;
  readonly name: string;
  readonly dataType: string;
  readonly isMetric: boolean;
  readonly group: string;
}

/** How the data API behaves. Each stands for something that the documents leave open. */
export interface DataSettings {
  /** Below what `query/…` and `ds/…` answer; everywhere else they are not found. */
  dataPrefix: "/v2" | "/enterprise/v2" | "";
  /** `declared`: a connector without `authentication` needs no login. */
  loginNeeded: "always" | "declared";
  /** How many login links of a team may be open. */
  linkLimit: number;
  /** The states that the answers about a query have, one an answer, before its end; none ends it in the first. */
  queryStates: readonly string[];
  /** Milliseconds that a query takes at least; the last of its states repeats until then. */
  queryMs: number;
  /** The state in which queries end instead of SUCCESS and FAILURE, without rows. */
  queryEnd: "FAILURE" | "STOPPED" | "PROCESS_EXITED" | null;
  /**
   * How a failed query is told: by FAILURE with an `error` object in a 200, by FAILURE alone, or by the status and
   * envelope of a refusal.
   */
  queryFailures: "stateAndError" | "state" | "refusal";
  /** The status of answers about a query that goes on. */
  queryAccepted: 202 | 200;
  /** `always`: rows of an earlier equal query are taken though `cache_minutes` is 0. */
  queryCache: "asAsked" | "always";
  /** `typed`: numbers, booleans and null as the source has them. */
  cells: "strings" | "typed";
  /** Rows in one answer; `meta.paginate.next` leads on. */
  pageRows: number;
  /** Where `meta.paginate` leads; null for the sandbox itself. */
  paginateOrigin: string | null;
}
