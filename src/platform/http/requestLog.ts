import type { Exchange } from "./exchange";
import { maskText } from "../masking/jsonCredentials";
import { maskSpellings, spellingsOf } from "../masking/secretSpellings";
import { plainText } from "../words/plainText";

/** Where log lines go; `vscode.LogOutputChannel` is one. */
export interface LogSink {
  info(message: string): void;
  warn(message: string): void;
  trace(message: string): void;
}

/**
 * Writes a line about each request, and the bodies at trace level. Secrets are masked by value; what may hold the
 * credentials of others, which no value here could name, is not repeated.
 */
export class RequestLog {
  private count = 0;
  private readonly secrets = new Set<string>();

  constructor(private readonly sink: LogSink) {}

  /** From now on this value appears in no line, in whatever way a URL, a form or JSON writes it. */
  mask(secret: string): void {
    spellingsOf(secret).forEach((spelling) => this.secrets.add(spelling));
  }

  /** Writes what is to be said of a request that has ended. */
  note(exchange: Exchange): void {
    const { answer, problem, requestBody } = exchange;
    const id = `#${++this.count}`;
    const line = this.masked(`${id} ${this.summary(exchange)}`);
    const isRefused = answer && answer.status >= 400 && !exchange.isRefusalNormal;
    if (problem !== undefined || isRefused) {
      this.sink.warn(line);
    } else {
      this.sink.info(line);
    }
    if (requestBody !== undefined) {
      this.sink.trace(this.masked(`${id} → ${repeatable(exchange.path, requestBody)}`));
    }
    if (answer) {
      const { status, responseBody } = answer;
      // A refusal may quote what it refuses.
      const body = status < 400 ? repeatable(exchange.path, responseBody) : maskText(responseBody);
      this.sink.trace(this.masked(`${id} ← ${body}`));
    }
  }

  /** The text without any of the secrets. */
  masked(text: string): string {
    return maskSpellings(text, this.secrets);
  }

  /** What is cut or changed for the line is masked before, while it still can be recognised. */
  private summary({ method, path, durationMs, answer, problem = "" }: Exchange): string {
    const parts = [method, path];
    if (answer) {
      const bytes = new TextEncoder().encode(answer.responseBody).length;
      parts.push(String(answer.status), `${durationMs} ms`, `${bytes} B`);
      parts.push(`request ID ${plainText(this.masked(answer.requestId ?? "-"), 100)}`);
    } else {
      parts.push("no answer", `${durationMs} ms`, plainText(this.masked(problem)));
    }
    return parts.join(" ");
  }
}

/** What the log repeats of a body that was sent, or that came with a success. */
function repeatable(path: string, body: string): string {
  if (/\/logs(\/|\?|$)/.test(path)) {
    return "log entries, which are not repeated here";
  }
  const isConnector = /\/connectors\/[^/]+$/.test(path) || body.includes('"configuration');
  return isConnector && body
    ? `a connector with its configuration, ${body.length} characters, which are not repeated here`
    : body;
}
