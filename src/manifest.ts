/** Every id that also stands in package.json, once. A test compares the two. */

export const commandIds = {
  signIn: "supermetrics.signIn",
  signOut: "supermetrics.signOut",
  replaceApiKey: "supermetrics.replaceApiKey",
  selectTeam: "supermetrics.selectTeam",
  createConnector: "supermetrics.createConnector",
  duplicateConnector: "supermetrics.duplicateConnector",
  openConfiguration: "supermetrics.openConfiguration",
  copyIdentifier: "supermetrics.copyIdentifier",
  refresh: "supermetrics.refresh",
  showRateLimit: "supermetrics.showRateLimit",
  showLog: "supermetrics.showLog",
} as const;

export type CommandId = (typeof commandIds)[keyof typeof commandIds];

export const connectorsViewId = "supermetrics.connectors";

/** `contextValue` of a connector in the tree. */
export const connectorItemContext = "connector";

export const contextKeys = {
  session: "supermetrics.session",
  list: "supermetrics.list",
  hasKey: "supermetrics.hasKey",
} as const;

export const settingIds = {
  apiBaseUrl: "supermetrics.apiBaseUrl",
  teamId: "supermetrics.teamId",
  requestTimeout: "supermetrics.requestTimeout",
} as const;

/** Never rename it: people hide status-bar items by id. */
export const rateLimitStatusId = "supermetrics.rateLimit";

/** Scheme of the documents that hold a connector's configuration. */
export const configurationScheme = "supermetrics";
