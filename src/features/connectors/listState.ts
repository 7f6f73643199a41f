import type { Connector } from "./connectorsApi";

/** The team's connectors as far as they are known. */
export interface ListState {
  readonly connectors: readonly Connector[];
  /** When the server listed them (milliseconds since 1970); undefined when it never did. */
  readonly listedAt?: number | undefined;
  /** Whether it did so in this session, or the list was remembered from an earlier one. */
  readonly isRemembered: boolean;
  /** All that the team has, when that is more than the API lists. */
  readonly total?: number | undefined;
  readonly isLoading: boolean;
  /** Why the last listing failed. */
  readonly problem?: unknown;
}

/** Nothing is known yet. */
export const noList: ListState = { connectors: [], isRemembered: true, isLoading: false };
