/** How grave a finding is. What the documentation does not settle is information or a warning, never an error. */
export type Level = "error" | "warning" | "information";

interface CheckDefinition {
  readonly level: Level;
  /** Page of the documentation that it rests on. */
  readonly page: string;
}

/** Every check by its code, which settings and people name: never rename one. */
export const checkDefinitions = {
  rootNotObject: { level: "error", page: "basic-concepts" },
  repeatedKey: { level: "warning", page: "basic-concepts" },
  noReportTypes: { level: "warning", page: "reporting" },
  reportTypeId: { level: "error", page: "reporting" },
  repeatedReportType: { level: "error", page: "reporting" },
  repeatedField: { level: "error", page: "reporting" },
  runtimeIdCollision: { level: "error", page: "reporting" },
  unknownReportType: { level: "error", page: "joining-data" },
  noUserInputs: { level: "error", page: "api-key-authentication" },
  repeatedUserInput: { level: "error", page: "api-key-authentication" },
  unknownUserInput: { level: "error", page: "api-key-authentication" },
  noSigners: { level: "error", page: "request-signers" },
  weakRsa: { level: "warning", page: "request-signers" },
  repeatedSecret: { level: "error", page: "secrets" },
  secretInPlainText: { level: "error", page: "secrets" },
  adapterProperty: { level: "error", page: "transforming-response-structure" },
  timeSeriesGranularity: { level: "error", page: "time-series" },
  placeholderBraces: { level: "error", page: "placeholders" },
  jsonPathStart: { level: "error", page: "request-configuration" },
  credentialWrittenOut: { level: "warning", page: "secrets" },
  secretNotRegistered: { level: "warning", page: "secrets" },
  secretNotUsed: { level: "warning", page: "secrets" },
  unknownSecretReference: { level: "warning", page: "secrets" },
  bareSecretPlaceholder: { level: "warning", page: "secrets" },
  noDataSourceUser: { level: "information", page: "data-source-user" },
  noAccounts: { level: "information", page: "accounts" },
  joinToItself: { level: "information", page: "joining-data" },
  dateWrittenOut: { level: "information", page: "placeholders" },
  insecureUrl: { level: "information", page: "request-configuration" },
  noFields: { level: "information", page: "reporting" },
  noPaging: { level: "information", page: "request-configuration" },
  unusedUserInput: { level: "information", page: "api-key-authentication" },
  unknownPlaceholder: { level: "information", page: "placeholders" },
  unknownAdapter: { level: "information", page: "transforming-response-structure" },
  dataTypeParts: { level: "information", page: "reporting" },
} as const satisfies Readonly<Record<string, CheckDefinition>>;

/** Code of a check, as settings and diagnostics name it. */
export type CheckCode = keyof typeof checkDefinitions;

/** The codes of all checks, in the order of their definitions. */
export const checkCodes = Object.keys(checkDefinitions).filter(
  (key): key is CheckCode => key in checkDefinitions,
);

/** Address of the page that a check rests on. */
export function pageOf(code: CheckCode): string {
  return `https://docs.supermetrics.com/docs/${checkDefinitions[code].page}`;
}
