/** Every id that also stands in package.json, once. A test compares the two. */

export const accountCommands = {
  signIn: "supermetrics.signIn",
  signOut: "supermetrics.signOut",
  replaceApiKey: "supermetrics.replaceApiKey",
  selectTeam: "supermetrics.selectTeam",
} as const;

export const rateLimitCommands = {
  showRateLimit: "supermetrics.showRateLimit",
} as const;

export const connectorCommands = {
  createConnector: "supermetrics.createConnector",
  duplicateConnector: "supermetrics.duplicateConnector",
  copyIdentifier: "supermetrics.copyIdentifier",
  rename: "supermetrics.rename",
  editDescription: "supermetrics.editDescription",
  deleteConnector: "supermetrics.deleteConnector",
  restoreDeleted: "supermetrics.restoreDeleted",
  refresh: "supermetrics.refresh",
} as const;

export const configurationCommands = {
  openConfiguration: "supermetrics.openConfiguration",
  publish: "supermetrics.publish",
  compareWithPublished: "supermetrics.compareWithPublished",
  showChanges: "supermetrics.showChanges",
  compareConflict: "supermetrics.compareConflict",
  mergeConflict: "supermetrics.mergeConflict",
  completeMerge: "supermetrics.completeMerge",
  useTheirs: "supermetrics.useTheirs",
  publishMine: "supermetrics.publishMine",
  askBeforePublishing: "supermetrics.askBeforePublishing",
  showVersions: "supermetrics.showVersions",
  undoLastPublish: "supermetrics.undoLastPublish",
  switchTeam: "supermetrics.switchTeam",
} as const;

export const fileCommands = {
  saveToWorkspace: "supermetrics.saveToWorkspace",
  publishFile: "supermetrics.publishFile",
  compareFile: "supermetrics.compareFile",
  createFromFile: "supermetrics.createFromFile",
  createFromThisFile: "supermetrics.createFromThisFile",
} as const;

export const schemaCommands = {
  reloadSchema: "supermetrics.reloadSchema",
  useExtensionSchema: "supermetrics.useExtensionSchema",
  stopUsingExtensionSchema: "supermetrics.stopUsingExtensionSchema",
} as const;

export const checkCommands = {
  checkConfiguration: "supermetrics.checkConfiguration",
  switchOffCheck: "supermetrics.switchOffCheck",
} as const;

export const languageCommands = {
  copyRuntimeFieldId: "supermetrics.copyRuntimeFieldId",
  suggestSecrets: "supermetrics.suggestSecrets",
} as const;

export const secretCommands = {
  registerSecret: "supermetrics.registerSecret",
  makeSecret: "supermetrics.makeSecret",
  replaceSecret: "supermetrics.replaceSecret",
  deleteSecret: "supermetrics.deleteSecret",
  copySecretPlaceholder: "supermetrics.copySecretPlaceholder",
  insertSecretPlaceholder: "supermetrics.insertSecretPlaceholder",
  importSecrets: "supermetrics.importSecrets",
  importSecretsFromThisFile: "supermetrics.importSecretsFromThisFile",
  refreshSecrets: "supermetrics.refreshSecrets",
} as const;

export const logCommands = {
  showLogs: "supermetrics.showLogs",
  showLogsOfAnother: "supermetrics.showLogsOfAnother",
  showLogsAround: "supermetrics.showLogsAround",
  refreshLogs: "supermetrics.refreshLogs",
  retryLogs: "supermetrics.retryLogs",
  loadOlderLogs: "supermetrics.loadOlderLogs",
  filterLogs: "supermetrics.filterLogs",
  showLogErrorsOnly: "supermetrics.showLogErrorsOnly",
  stopLogErrorsOnly: "supermetrics.stopLogErrorsOnly",
  clearLogFilters: "supermetrics.clearLogFilters",
  followLogs: "supermetrics.followLogs",
  stopFollowingLogs: "supermetrics.stopFollowingLogs",
  openLogEntry: "supermetrics.openLogEntry",
  copyLogRequestId: "supermetrics.copyLogRequestId",
} as const;

export const logoCommands = {
  uploadLogo: "supermetrics.uploadLogo",
  openLogo: "supermetrics.openLogo",
} as const;

export const previewCommands = {
  previewReportType: "supermetrics.previewReportType",
  previewSavedResponse: "supermetrics.previewSavedResponse",
  addFieldsFromResponse: "supermetrics.addFieldsFromResponse",
  saveResponseSample: "supermetrics.saveResponseSample",
  changeTestValues: "supermetrics.changeTestValues",
  forgetTestValues: "supermetrics.forgetTestValues",
} as const;

export const testRunCommands = {
  testConnector: "supermetrics.testConnector",
} as const;

export const rowsCommands = {
  copyRows: "supermetrics.copyRows",
  saveRows: "supermetrics.saveRows",
  openResponse: "supermetrics.openResponse",
  copyAsCurl: "supermetrics.copyAsCurl",
  runAgain: "supermetrics.runAgain",
} as const;

export const platformCommands = {
  showLog: "supermetrics.showLog",
} as const;

/** Every command; each feature registers a group of its own. */
export const commandIds = {
  ...accountCommands,
  ...rateLimitCommands,
  ...connectorCommands,
  ...configurationCommands,
  ...fileCommands,
  ...schemaCommands,
  ...checkCommands,
  ...languageCommands,
  ...secretCommands,
  ...logCommands,
  ...logoCommands,
  ...previewCommands,
  ...testRunCommands,
  ...rowsCommands,
  ...platformCommands,
} as const;

export const connectorsViewId = "supermetrics.connectors";

export const logsViewId = "supermetrics.logs";

/** `contextValue` of a connector in the tree, and of one whose configuration has unpublished changes. */
export const connectorItemContext = "connector";
export const editedConnectorItemContext = "connectorEdited";

/** `contextValue` of the group of a connector's secrets, and of one in it. */
export const secretsItemContext = "secrets";
export const secretItemContext = "secret";

/** `contextValue` of an entry in the logs. */
export const logItemContext = "logEntry";

export const contextKeys = {
  session: "supermetrics.session",
  list: "supermetrics.list",
  hasKey: "supermetrics.hasKey",
  /** Whether the active editor has a configuration, wherever the focus is. */
  configurationActive: "supermetrics.configurationActive",
  /** URIs of the configurations that somebody else published as well. */
  conflicts: "supermetrics.conflicts",
  /** URIs of the configurations that belong to another team than the one that is signed in to. */
  otherTeam: "supermetrics.otherTeam",
  /** Whether the key may write, as far as is known. */
  mayWrite: "supermetrics.mayWrite",
  /** Whether a connector's logs are shown; of those loaded errors only, or not all; and new ones as they come. */
  logsShown: "supermetrics.logsShown",
  logsErrorsOnly: "supermetrics.logsErrorsOnly",
  logsFiltered: "supermetrics.logsFiltered",
  logsFollowed: "supermetrics.logsFollowed",
} as const;

export const settingIds = {
  apiBaseUrl: "supermetrics.apiBaseUrl",
  teamId: "supermetrics.teamId",
  requestTimeout: "supermetrics.requestTimeout",
  confirmPublish: "supermetrics.confirmPublish",
  checksEnabled: "supermetrics.checks.enabled",
  checksLevels: "supermetrics.checks.levels",
} as const;

/** Never rename it: people hide status-bar items by id. */
export const rateLimitStatusId = "supermetrics.rateLimit";

/** Scheme of the documents that hold a connector's configuration. */
export const configurationScheme = "supermetrics";

/** Language of a configuration: its defaults for the editor stand in package.json. */
export const configurationLanguage = "supermetrics-configuration";

/** How the names of files with a configuration end. */
export const connectorFileEnding = ".connector.json";

/** Scheme of the read-only documents that hold a version of a configuration, for comparing. */
export const versionScheme = "supermetrics-version";

/** Scheme of what a merge editor makes, until the person completes the merge. */
export const mergeScheme = "supermetrics-merge";

/** Scheme of the read-only documents that hold a log entry each. */
export const logScheme = "supermetrics-log";

/** Type of the panels that show the rows of previews and test runs. */
export const rowsViewType = "supermetrics.rows";

/** Scheme of the read-only documents that hold the response of a preview or test run. */
export const responseScheme = "supermetrics-response";

/** Scheme of the document that holds the service's JSON Schema, for the editor's JSON support. */
export const schemaScheme = "supermetrics-schema";

/** Where the editor's JSON support finds it. */
export const schemaUrl = `${schemaScheme}://service/v1.json`;
