import * as l10n from "@vscode/l10n";
import { isCredentialName } from "../../platform/masking/credentialNames";
import { maskValue } from "../../platform/masking/plainTextCredentials";
import { plainText } from "../../platform/words/plainText";
import type { RunRequest, RunResponse, RunResult } from "../rows/runResult";
import { cellOf } from "../rows/responseJson";
import { evaluateResponse, type Evaluation } from "./evaluateResponse";
import { parsePath } from "./jsonPath/parsePath";
import { select } from "./jsonPath/select";
import { maskRows } from "./maskTestValues";
import { previewKey } from "./previewKey";
import type { PreviewTarget } from "./previewTargets";
import { jsonPointer } from "../../platform/json/pointers";
import { type PreviewRemark } from "./previewRemarks";
import { parseResponse } from "../rows/responseJson";
import type { SourceResponse } from "./sendPreview";
import type { Replacements } from "./testValues";
import { responseHandler, unevaluatedParts } from "./unevaluatedParts";

/** What a preview was made of. */
export interface PreviewRun {
  readonly target: PreviewTarget;
  readonly given: Replacements;
  /** URI of the configuration's document. */
  readonly document: string;
  /** Milliseconds since 1970, and how long it took. */
  readonly startedAt: number;
  readonly milliseconds: number;
  /** With names in the place of credentials. */
  readonly request?: RunRequest;
  /** What was said when the request was made. */
  readonly remarks: readonly PreviewRemark[];
  /** Undefined where nothing was sent. */
  readonly response?: SourceResponse;
  /** Takes the credentials out of a text that a source sent. */
  readonly mask: (text: string) => string;
}

/** A preview's rows for the view, and what they were made by. */
export interface PreviewResult {
  readonly result: RunResult;
  readonly evaluation: Evaluation | undefined;
}

/** Evaluates a response, and masks all that is shown of it. */
export function previewResult(run: PreviewRun): PreviewResult {
  const { target, given, response, mask } = run;
  const isSuccess = response !== undefined && response.status >= 200 && response.status < 300;
  const evaluation = isSuccess ? evaluateResponse(target, response.body, given) : undefined;
  const remarks = [
    ...run.remarks,
    ...(response && !isSuccess ? failureRemarks(response, given.configuration) : []),
    ...(evaluation?.remarks ?? []),
    ...unevaluatedParts(given.configuration, target),
  ];
  const title = plainText(target.title, 100);
  return {
    evaluation,
    result: {
      kind: "preview",
      key: previewKey({ document: run.document, target: target.id }),
      title,
      startedAt: run.startedAt,
      milliseconds: run.milliseconds,
      columns: evaluation?.columns.map(({ shown }) => shown) ?? [],
      rows: evaluation && response ? maskRows(evaluation.rows, response.body, mask) : [],
      ...(evaluation && { rowPlaces: evaluation.rowPlaces }),
      ...(run.request && { request: run.request }),
      ...(response && { response: maskedResponse(response, mask) }),
      remarks: remarks.map(({ text, path }) => ({
        text: mask(text),
        ...(path && { place: jsonPointer(path) }),
      })),
      document: run.document,
    },
  };
}

function maskedResponse(response: SourceResponse, mask: (text: string) => string): RunResponse {
  const { status, headers, body, bytes, milliseconds } = response;
  return {
    status,
    headers: headers.map(([name, value]) => [
      name,
      isCredentialName(name) ? maskValue(value) : mask(value),
    ]),
    body: mask(body),
    bytes,
    milliseconds,
  };
}

/** Says what a status means: in the connector's own words where it has some for it. */
function failureRemarks(response: SourceResponse, configuration: unknown): PreviewRemark[] {
  const { status, redirect, body } = response;
  if (redirect !== undefined) {
    const message = l10n.t(
      "The source answered with a redirect to {0}, which wasn't followed.",
      plainText(redirect, 300),
    );
    return [{ text: message }];
  }
  const handler = responseHandler(configuration, status);
  const statusRemark = {
    text:
      status === 401 || status === 403
        ? l10n.t(
            "The source answered with HTTP {0}. Change Test Values… asks for the credential again.",
            status,
          )
        : l10n.t("The source answered with HTTP {0}.", status),
  };
  if (!handler) {
    return [statusRemark];
  }
  const details = handler.details === undefined ? "" : textAt(body, handler.details);
  const own = [handler.message, details].filter(Boolean).join(" ");
  return [
    statusRemark,
    { text: l10n.t("The connector says: {0}", plainText(own)), path: handler.path },
  ];
}

function textAt(body: string, path: string): string {
  const parsed = parsePath(path);
  try {
    const [match] = "segments" in parsed ? select(parseResponse(body), parsed.segments) : [];
    return match ? String(cellOf(match.value) ?? "") : "";
  } catch {
    return "";
  }
}
