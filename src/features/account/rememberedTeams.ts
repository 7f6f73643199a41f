import * as z from "zod/mini";
import type { Account } from "../../platform/account";
import type { AccountStorage, AccountValue } from "../../platform/storage/accountStorage";

const teamsSchema = z.array(z.object({ teamId: z.string(), name: z.optional(z.string()) }));

/** A team that somebody signed in to, with its name where the key may read it. */
export type RememberedTeam = z.infer<typeof teamsSchema>[number];

const maximum = 10;

/** The teams that somebody signed in to, for each service. */
export class RememberedTeams {
  private readonly teams: AccountValue<RememberedTeam[]>;

  constructor(storage: AccountStorage) {
    this.teams = storage.value("teams", teamsSchema);
  }

  /** The teams of a service, most recently used first. */
  of(origin: string): readonly RememberedTeam[] {
    return this.teams.get(origin) ?? [];
  }

  /** Puts a team in front of the others. Rejects where the editor cannot write its state. */
  async add({ origin, teamId }: Account, name: string | undefined): Promise<void> {
    const others = this.of(origin).filter((team) => team.teamId !== teamId);
    const team = { teamId, ...(name && { name }) };
    await this.teams.set(origin, [team, ...others].slice(0, maximum));
  }

  /** The name of a team; its ID where the name is not known. */
  nameOf({ origin, teamId }: Account): string {
    return this.of(origin).find((team) => team.teamId === teamId)?.name ?? teamId;
  }
}
