import type { Prompts } from "../../platform/flow/prompts";
import type { DataSource, Login, LoginAccount, RuntimeField } from "./dataApi";
import type { RunnableReportType } from "./runnableReportTypes";
import type { TestRunChoices } from "./testRunChoices";

/** What a login can see. */
export interface LoginContent {
  readonly accounts: readonly LoginAccount[];
  readonly fields: readonly RuntimeField[];
}

/** What the questions of a test run need. */
export interface TestRunQuestions {
  readonly title: string;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** `YYYY-MM-DD`, where the person is. */
  readonly today: string;
  readonly dataSource: DataSource;
  /** This connector's. */
  readonly logins: readonly Login[];
  /** Those of the configuration as it is published. */
  readonly reportTypes: readonly RunnableReportType[];
  /** The one that the person has named already. */
  readonly reportType?: string | undefined;
  readonly last?: TestRunChoices | undefined;
  /** Asks the service. Rejects with why it can't. */
  readonly load: (username: string | undefined, signal: AbortSignal) => Promise<LoginContent>;
  /** Has the person make a login; undefined when they cancel. Rejects with why there is none. */
  readonly makeLogin: () => Promise<string | undefined>;
  /** Shows that something is loaded where no question is open. */
  readonly waiting: (
    work: (signal: AbortSignal) => Promise<LoginContent>,
  ) => PromiseLike<LoginContent>;
}

/** What was chosen so far. */
export interface Draft {
  username: string | undefined;
  reportType: RunnableReportType;
  content: LoginContent;
  isLoaded: boolean;
  accounts: readonly string[] | "all";
  /** IDs as the person types them, for a report type whose accounts the service doesn't list. */
  typedAccounts: string;
  /** All where it is undefined. */
  fields: readonly string[] | undefined;
  dates: string | undefined;
  maxRows: string;
}

/** What the steps share. */
export interface Context {
  readonly prompts: Prompts;
  readonly questions: TestRunQuestions;
  readonly draft: Draft;
  /** Takes a login, with what it can see. */
  readonly choose: (username: string | undefined, signal: AbortSignal) => Promise<LoginContent>;
}
