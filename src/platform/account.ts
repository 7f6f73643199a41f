/** A team at a service: what a key gives access to, and what every document and list here belongs to. */
export interface Account {
  /** Scheme, host and port of the service. */
  readonly origin: string;
  /** Digits. */
  readonly teamId: string;
}

/** What is a service's and no team's, e.g. the schema of configurations. */
export interface NoTeam {
  readonly origin: string;
  readonly teamId: undefined;
}

/** What a call is for: it is sent there or not at all. */
export type Recipient = Account | NoTeam;
