import type { ColleaguesConnector, Connector, Fault, Team, World } from "./model";

/** What a colleague does to a connector from elsewhere. */
export function changeConnector(
  world: World,
  team: string,
  identifier: string,
  change: ColleaguesConnector,
): void {
  Object.assign(connectorIn(world, team, identifier), change, { updatedAt: new Date() });
}

/** Has the colleague of a fault act, if it has one whose time has come. */
export function letColleagueAct(world: World, { colleague }: Fault, now: "before" | "after"): void {
  if (colleague?.when === now) {
    changeConnector(world, colleague.team, colleague.identifier, colleague.change);
  }
}

export function teamIn(world: World, id: string): Team {
  const team = world.teams.get(id);
  if (!team) {
    throw new Error(`No team ${id}`);
  }
  return team;
}

export function connectorIn(world: World, team: string, identifier: string): Connector {
  const connector = teamIn(world, team).connectors.get(identifier);
  if (!connector) {
    throw new Error(`No connector ${identifier}`);
  }
  return connector;
}
