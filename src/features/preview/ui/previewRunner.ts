import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";
import { daysOf, localDay, usualDateRange } from "../../../platform/flow/dateRange";
import { defaultOrigin, parseBaseUrl } from "../../../platform/http/baseUrl";
import { CancelledError } from "../../../platform/http/errors";
import type { Prompts } from "../../../platform/flow/prompts";
import { withCancel } from "../../../platform/ui/progress";
import { readSettings } from "../../../platform/ui/settings";
import { plainText } from "../../../platform/words/plainText";
import type { RunResult } from "../../rows/runResult";
import { buildRequest, type BuiltRequest } from "../buildRequest";
import { evaluateResponse } from "../evaluateResponse";
import { maskTestValues } from "../maskTestValues";
import type { PreviewMemory } from "../previewMemory";
import { previewResult, type PreviewResult } from "../previewResult";
import { previewTargets, type PreviewTarget } from "../previewTargets";
import { sendPreview, type SourceResponse } from "../sendPreview";
import { askTestValues, type FoundAccount } from "../testValueSteps";
import { datesId, testValuesOf, type Replacements, type TestValue } from "../testValues";
import type { TestValueStore } from "../testValueStore";
import type { PreviewedConfiguration } from "./previewedConfiguration";
import { confirmHost } from "./confirmHost";

/** What running a preview needs. */
export interface RunnerParts {
  readonly store: TestValueStore;
  readonly memory: PreviewMemory;
  readonly prompts: Prompts;
  readonly show: (result: RunResult) => void;
}

/** Previews requests: asks for what they need, sends them, and shows what their responses give. */
export class PreviewRunner {
  constructor(private readonly parts: RunnerParts) {}

  /** Throws `SourceError`. What the person cancels ends silently; what the sign-out ends is told. */
  async run(open: PreviewedConfiguration, target: PreviewTarget): Promise<void> {
    const { untilForgotten } = this.parts.memory;
    try {
      const result = await this.preview(open, target);
      if (result) {
        this.parts.show(result.result);
      }
    } catch (error) {
      if (!untilForgotten.aborted) {
        throw error;
      }
      vscode.window.setStatusBarMessage(l10n.t("The preview ended with the sign-out."), 8000);
    }
  }

  /** Evaluates a response that was saved. Sends nothing and asks nothing. */
  runSaved(open: PreviewedConfiguration, target: PreviewTarget, body: string): void {
    const values = new Map(Object.entries(this.parts.store.values(open.key)));
    const response: SourceResponse = {
      status: 200,
      headers: [],
      body,
      bytes: new TextEncoder().encode(body).byteLength,
      milliseconds: 0,
    };
    const { result } = this.evaluate(open, target, {
      given: replacements(open, values, testValuesOf(open.configuration, target)),
      startedAt: Date.now(),
      response,
      mask: (text) => text,
    });
    this.parts.show(result);
  }

  /** Asks for all test values of a request again. */
  async changeValues(open: PreviewedConfiguration, target: PreviewTarget): Promise<void> {
    const { store } = this.parts;
    const testValues = testValuesOf(open.configuration, target);
    const values = new Map(Object.entries(store.values(open.key)));
    if (testValues.length === 0) {
      void vscode.window.showInformationMessage(l10n.t("This request uses no test values."));
      return;
    }
    const { untilForgotten } = this.parts.memory;
    await this.addCredentials(open, target, testValues, values);
    if (await this.ask(open, target, testValues, values)) {
      requireKept(untilForgotten);
      await this.keep(open, target, testValues, values);
      vscode.window.setStatusBarMessage(l10n.t("Test values changed"), 5000);
    }
  }

  /** Undefined when the person cancels. */
  private async preview(
    open: PreviewedConfiguration,
    target: PreviewTarget,
  ): Promise<PreviewResult | undefined> {
    const { untilForgotten } = this.parts.memory;
    const testValues = testValuesOf(open.configuration, target);
    const values = await this.valuesFor(open, target, testValues);
    if (!values) {
      return undefined;
    }
    const given = replacements(open, values, testValues);
    const built = buildRequest(target, given);
    const mask = maskTestValues(testValues, values);
    const startedAt = Date.now();
    if (!built.plain) {
      return this.evaluate(open, target, { given, startedAt, built, mask });
    }
    requireOtherService(built.origin);
    if (!(await confirmHost(this.parts.store, open, built, untilForgotten))) {
      return undefined;
    }
    const { plain } = built;
    const title = l10n.t("Previewing {0}", plainText(target.title, 100));
    const timeoutSeconds = readSettings().requestTimeout;
    const response = await withCancel(title, (cancelled) => {
      const signal = AbortSignal.any([cancelled, untilForgotten]);
      return sendPreview(plain, { signal, timeoutSeconds, now: () => Date.now() });
    });
    return this.evaluate(open, target, { given, startedAt, built, mask, response });
  }

  /** The test values of a request; those that aren't known are asked for. Undefined when the person cancels. */
  private async valuesFor(
    open: PreviewedConfiguration,
    target: PreviewTarget,
    testValues: readonly TestValue[],
  ): Promise<Map<string, string> | undefined> {
    const { store, memory } = this.parts;
    const { untilForgotten } = memory;
    const values = new Map(Object.entries(store.values(open.key)));
    // The host may depend on values that aren't credentials: these are kept for one host each.
    const isUnknown = ({ id }: TestValue) => !values.get(id);
    const missing = testValues.filter((one) => !one.isSecret && isUnknown(one));
    if (missing.length > 0 && !(await this.ask(open, target, missing, values))) {
      return undefined;
    }
    await this.addCredentials(open, target, testValues, values);
    const unknown = testValues.filter(isUnknown);
    if (unknown.length > 0 && !(await this.ask(open, target, unknown, values))) {
      return undefined;
    }
    if (missing.length + unknown.length > 0) {
      requireKept(untilForgotten);
      try {
        await this.keep(open, target, testValues, values);
      } catch {
        const message = l10n.t(
          "The test values couldn't be saved, so you'll be asked again next time.",
        );
        vscode.window.setStatusBarMessage(message, 8000);
      }
    }
    return values;
  }

  /** Adds the credentials that may go where the request goes with the values so far. */
  private async addCredentials(
    open: PreviewedConfiguration,
    target: PreviewTarget,
    testValues: readonly TestValue[],
    values: Map<string, string>,
  ): Promise<void> {
    const { origin } = buildRequest(target, replacements(open, values, testValues));
    const kept = origin === undefined ? {} : await this.parts.store.credentials(open.key, origin);
    for (const { id, isSecret } of testValues) {
      const known = isSecret ? kept[id] : undefined;
      if (known !== undefined) {
        values.set(id, known);
      }
    }
  }

  private ask(
    open: PreviewedConfiguration,
    target: PreviewTarget,
    testValues: readonly TestValue[],
    values: Map<string, string>,
  ): Promise<boolean> {
    const fetcher =
      target.kind === "accounts"
        ? undefined
        : previewTargets(open.configuration).find(({ kind }) => kind === "accounts");
    return askTestValues(this.parts.prompts, testValues, values, {
      title: l10n.t("Test values of {0}", plainText(target.title, 100)),
      today: localDay(Date.now()),
      accounts: fetcher && (() => this.accounts(open, fetcher)),
    });
  }

  private async accounts(
    open: PreviewedConfiguration,
    fetcher: PreviewTarget,
  ): Promise<readonly FoundAccount[]> {
    const preview = await this.preview(open, fetcher);
    const { columns = [], rows = [] } = preview?.result ?? {};
    const [id, label] = ["id", "label"].map((name) => columns.findIndex((one) => one.id === name));
    return rows.flatMap((row) => {
      const found = id === undefined ? undefined : row[id];
      return found === undefined || found === null
        ? []
        : [{ id: String(found), label: String((label === undefined ? "" : row[label]) ?? "") }];
    });
  }

  private async keep(
    open: PreviewedConfiguration,
    target: PreviewTarget,
    testValues: readonly TestValue[],
    values: ReadonlyMap<string, string>,
  ): Promise<void> {
    const { store } = this.parts;
    const pick = (isSecret: boolean) =>
      Object.fromEntries(
        testValues.flatMap((one) => {
          const value = one.isSecret === isSecret ? values.get(one.id) : undefined;
          return value ? [[one.id, value]] : [];
        }),
      );
    await store.setValues(open.key, pick(false));
    const { origin } = buildRequest(target, replacements(open, values, testValues));
    const credentials = pick(true);
    if (origin !== undefined && Object.keys(credentials).length > 0) {
      await store.setCredentials(open.key, origin, credentials);
    }
  }

  private evaluate(
    open: PreviewedConfiguration,
    target: PreviewTarget,
    run: {
      readonly given: Replacements;
      readonly startedAt: number;
      readonly built?: BuiltRequest;
      readonly response?: SourceResponse;
      readonly mask: (text: string) => string;
    },
  ): PreviewResult {
    const { built, response, ...rest } = run;
    const document = open.document.uri.toString();
    const preview = previewResult({
      ...rest,
      target,
      document,
      milliseconds: Date.now() - run.startedAt,
      remarks: built?.remarks ?? [],
      ...(built && { request: built.masked }),
      ...(response && { response }),
    });
    const { title, response: shown } = preview.result;
    if (shown) {
      this.parts.memory.remember({
        document,
        target: target.id,
        title: `${plainText(open.owner, 100)}: ${title}`,
        at: run.startedAt,
        body: shown.body,
        // What helps to write shows values.
        evaluation:
          shown.body === response?.body
            ? preview.evaluation
            : preview.evaluation && evaluateResponse(target, shown.body, run.given),
      });
    }
    return preview;
  }
}

function replacements(
  { configuration }: PreviewedConfiguration,
  values: ReadonlyMap<string, string>,
  testValues: readonly TestValue[],
): Replacements {
  const today = localDay(Date.now());
  return {
    configuration,
    values,
    secrets: new Set(testValues.flatMap(({ id, isSecret }) => (isSecret ? id : []))),
    days: daysOf(values.get(datesId) ?? usualDateRange, today),
    identity: crypto.randomUUID(),
  };
}

/** Throws where the person has signed out since: what is typed for a preview is kept until then only. */
function requireKept(untilForgotten: AbortSignal): void {
  if (untilForgotten.aborted) {
    throw new CancelledError(false);
  }
}

/** Throws where a request would go to the service of Supermetrics: previews send nothing there. */
function requireOtherService(origin: string | undefined): void {
  const base = parseBaseUrl(readSettings().apiBaseUrl);
  const own = typeof base === "string" ? [defaultOrigin] : [defaultOrigin, base.origin];
  if (origin !== undefined && own.includes(origin)) {
    throw new Error(l10n.t("Nothing was sent: previews send nothing to Supermetrics."));
  }
}
