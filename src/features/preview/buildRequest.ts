import * as l10n from "@vscode/l10n";
import type { JsonPath } from "../../platform/json/places";
import { itemsOf, isObject, stringOf, membersOf } from "../../platform/json/parsedValue";
import { isCredentialName, isCredentialParameter } from "../../platform/masking/credentialNames";
import { mask, maskValue } from "../../platform/masking/plainTextCredentials";
import { maskText } from "../../platform/masking/jsonCredentials";
import type { RunRequest } from "../rows/runResult";
import { placeholdersIn } from "./placeholderText";
import type { PreviewTarget } from "./previewTargets";
import { notEvaluated, type PreviewRemark } from "./previewRemarks";
import { urlUpToPath, maskQuery, withParameters, type Pair } from "./requestUrl";
import {
  fill,
  filledValue,
  isCredentialFor,
  masked,
  maskName,
  placeholderMeaning,
  plain,
  userInput,
  type Filled,
  type Replacements,
} from "./testValues";

/** A request as it is sent, with its credentials. Never shown, logged or kept. */
export interface PlainRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly body?: string;
}

/** A request that was made from a configuration. */
export interface BuiltRequest {
  /** Undefined where the configuration has something that isn't evaluated, or that no request can have. */
  readonly plain?: PlainRequest;
  readonly masked: RunRequest;
  /** Where it goes; undefined where that is no http or https address. */
  readonly origin: string | undefined;
  /** Names of the credentials in it, as the person knows them, for the question before the first request. */
  readonly credentials: readonly string[];
  readonly remarks: readonly PreviewRemark[];
}

/** Makes a target's request; https://docs.supermetrics.com/v1/docs/request-object. */
export function buildRequest(target: PreviewTarget, given: Replacements): BuiltRequest {
  return new RequestBuilder(target, given).build();
}

class RequestBuilder {
  private readonly remarks: PreviewRemark[] = [];
  private readonly credentials = new Set<string>();
  private isComplete = true;

  constructor(
    private readonly target: PreviewTarget,
    private readonly given: Replacements,
  ) {}

  build(): BuiltRequest {
    const { request } = this.target;
    this.notSent(request["type"] === "async", "type");
    this.notSent("builderType" in request, "builderType");
    const method = (stringOf(request["method"]) ?? "GET").toUpperCase();
    if (!/^(GET|POST|PUT|DELETE)$/.test(method)) {
      this.stop(l10n.t("The documentation doesn't list this method."), "method");
    }
    const parameters = this.pairs("parameters");
    const headers = this.pairs("headers");
    const body = this.body(method);
    const url = this.url();
    const real = withParameters(plain(url), parameters, plain);
    const shown = withParameters(
      maskQuery(masked(url)),
      parameters.map((pair) => this.hidden(pair, isCredentialParameter)),
      masked,
    );
    const origin = this.originOf(real);
    if (urlUpToPath(real) !== urlUpToPath(masked(url))) {
      // The person is asked whether the request may go to the host, which is kept.
      this.stop(l10n.t("A credential can't be part of the host."), "url");
    }
    const shownRequest: RunRequest = {
      method,
      url: shown,
      headers: headers.map((pair) => {
        const [name, value] = this.hidden(pair, isCredentialName);
        return [name, masked(value)];
      }),
      ...(body && { body: body.shown }),
    };
    return {
      ...(this.isComplete && {
        plain: {
          method,
          url: real,
          headers: headers.map(([name, value]) => [name, plain(value)]),
          ...(body && { body: body.real }),
        },
      }),
      masked: shownRequest,
      origin,
      credentials: [...this.credentials],
      remarks: this.remarks,
    };
  }

  private url(): readonly Filled[] {
    const url = this.target.request["url"];
    if (typeof url !== "string" || url === "") {
      this.stop(l10n.t("The request has no URL."), "url");
      return [];
    }
    return this.filled(url, "url");
  }

  private originOf(url: string): string | undefined {
    let parsed: URL;
    try {
      parsed = new URL(url);
    } catch {
      this.stop(l10n.t("The request's URL isn't valid."), "url");
      return undefined;
    }
    if (parsed.protocol !== "https:" && parsed.protocol !== "http:") {
      this.stop(l10n.t("Requests go to http and https addresses only."), "url");
      return undefined;
    }
    if (parsed.username || parsed.password) {
      this.stop(l10n.t("The address has a user name or a password, which isn't sent."), "url");
    }
    return parsed.origin;
  }

  /** The entries of a list of names and values. */
  private pairs(list: "headers" | "parameters"): Pair[] {
    return itemsOf(this.target.request[list]).flatMap((entry, index): Pair[] => {
      const { name, value } = membersOf(entry);
      if (typeof name !== "string" || name === "") {
        this.stop(l10n.t("This entry has no name."), list, index);
        return [];
      }
      return [[name, this.valueOf(value, list, index, "value")]];
    });
  }

  /** A text, a number, true or false; or a source/value pair. */
  private valueOf(value: unknown, ...at: JsonPath): readonly Filled[] {
    if (typeof value === "string") {
      return this.filled(value, ...at);
    }
    if (typeof value === "number" || typeof value === "boolean") {
      return [{ text: String(value) }];
    }
    const { source, value: inner } = membersOf(value);
    if (source === "static" && inner !== undefined && !isObject(inner)) {
      return this.valueOf(inner, ...at, "value");
    }
    if (source === "userInput" && typeof inner === "string") {
      const input = userInput(this.given.configuration, inner);
      const filled = filledValue(input, this.given);
      if (filled?.name !== undefined) {
        this.credentials.add(input.label);
      }
      return filled ? [filled] : [];
    }
    this.notSent(true, ...at);
    return [];
  }

  private filled(text: string, ...at: JsonPath): readonly Filled[] {
    for (const placeholder of placeholdersIn(text)) {
      const meaning = placeholderMeaning(this.given.configuration, placeholder);
      if (meaning.kind === "notEvaluated") {
        this.isComplete = false;
        this.remarks.push(notEvaluated(placeholder, this.path(...at)));
      } else if (meaning.kind === "value") {
        if (isCredentialFor(meaning.value, this.given)) {
          this.credentials.add(meaning.value.label);
        }
        if (meaning.value.isUndocumented) {
          const { label } = meaning.value;
          this.remark(
            l10n.t(
              "The documentation doesn't list the placeholder {0}. Your test value is used instead.",
              label,
            ),
            ...at,
          );
        }
      }
    }
    return fill(text, this.given);
  }

  /** A text as it is; the documentation doesn't say how other bodies are sent. */
  private body(method: string): { readonly real: string; readonly shown: string } | undefined {
    const body = this.target.request["body"];
    if (body === undefined || body === null) {
      return undefined;
    }
    if (method === "GET") {
      this.stop(l10n.t("A GET request has no body."), "body");
      return undefined;
    }
    if (typeof body === "string") {
      const parts = this.filled(body, "body");
      const shown = masked(parts);
      const hasNames = parts.some(({ name }) => name !== undefined);
      return { real: plain(parts), shown: hasNames ? shown : maskText(shown) };
    }
    this.remark(
      l10n.t("The body is sent as JSON. The documentation doesn't say how the service sends it."),
      "body",
    );
    return {
      real: JSON.stringify(this.filledBody(body, plain, "body")),
      shown: JSON.stringify(this.filledBody(body, masked, "body"), undefined, 2),
    };
  }

  private filledBody(
    value: unknown,
    textOf: (parts: readonly Filled[]) => string,
    ...at: JsonPath
  ): unknown {
    if (typeof value === "string") {
      const parts = textOf === plain ? this.filled(value, ...at) : fill(value, this.given);
      const name = at.findLast((key) => typeof key === "string") ?? "";
      const isLiteral = parts.length === 1 && parts[0]?.text === value && value !== "";
      return textOf === masked && isLiteral && isCredentialName(name)
        ? maskName(name)
        : textOf(parts);
    }
    if (Array.isArray(value)) {
      return value.map((item, index) => this.filledBody(item, textOf, ...at, index));
    }
    if (!isObject(value)) {
      return value;
    }
    const entries = Object.entries(value).map(
      ([key, member]) => [key, this.filledBody(member, textOf, ...at, key)] as const,
    );
    return Object.fromEntries(entries);
  }

  /** Hides a value that is a credential by its name, and written out in the configuration. */
  private hidden([name, value]: Pair, isCredential: (name: string) => boolean): Pair {
    const isLiteral = value.every((part) => part.name === undefined);
    if (!isLiteral || !isCredential(name) || plain(value) === "") {
      return [name, value];
    }
    this.credentials.add(name);
    const text = plain(value);
    return [name, [{ text, name: maskValue(text).replaceAll(mask, maskName(name)) }]];
  }

  private notSent(isThere: boolean, ...at: JsonPath): void {
    if (isThere) {
      this.isComplete = false;
      this.remarks.push(
        notEvaluated(String(at.findLast((key) => typeof key === "string")), this.path(...at)),
      );
    }
  }

  private stop(text: string, ...at: JsonPath): void {
    this.isComplete = false;
    this.remark(text, ...at);
  }

  private remark(text: string, ...at: JsonPath): void {
    this.remarks.push({ text, path: this.path(...at) });
  }

  private path(...at: JsonPath): JsonPath {
    return [...this.target.path, "request", ...at];
  }
}
