export { createControl } from "./control";
export { allRights, defaultKey, defaultTeam, otherTeam } from "./seed";
export { startSandbox, type Sandbox } from "./server";
