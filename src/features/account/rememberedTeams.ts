import type { Account } from "../../platform/account";
import type { AccountStorage, AccountValue } from "../../platform/storage/accountStorage";
import { list, members, text } from "../../platform/storage/shape";

const team = members({ teamId: text }, { name: text });

/** A team that somebody signed in to, with its name where the key may read it. */
export type RememberedTeam = NonNullable<ReturnType<typeof team>>;

const maximum = 10;

/** The teams that somebody signed in to, for each service. */
export class RememberedTeams {
  private readonly teams: AccountValue<RememberedTeam[]>;

  constructor(storage: AccountStorage) {
    this.teams = storage.value("teams", list(team));
  }

  /** The teams of a service, most recently used first. */
  of(origin: string): readonly RememberedTeam[] {
    return this.teams.get(origin) ?? [];
  }

  /** Puts a team in front of the others. Rejects where the editor cannot write its state. */
  async add({ origin, teamId }: Account, name: string | undefined): Promise<void> {
    const others = this.of(origin).filter((one) => one.teamId !== teamId);
    const added = { teamId, ...(name && { name }) };
    await this.teams.set(origin, [added, ...others].slice(0, maximum));
  }

  /** The name of a team; its ID where the name is not known. */
  nameOf({ origin, teamId }: Account): string {
    return this.of(origin).find((one) => one.teamId === teamId)?.name ?? teamId;
  }
}
