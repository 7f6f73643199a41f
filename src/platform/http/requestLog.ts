import type { Exchange } from "./exchange";
import { maskText } from "../masking/jsonCredentials";
import { maskSpellings, spellingsOf } from "../masking/secretSpellings";
import { plainText } from "../words/plainText";

/** Where log lines go; `vscode.LogOutputChannel` is one. */
export interface LogSink {
  /** The lowest level that is written, as `vscode.LogLevel` numbers them. */
  readonly logLevel: number;
  info(message: string): void;
  warn(message: string): void;
  trace(message: string): void;
}

/** As `vscode.LogLevel` has them; 0 is for nothing at all. */
const levels = { trace: 1, info: 3, warn: 4 };

/**
 * Writes a line about each request, and the bodies at trace level. Secrets are masked by value; what may hold the
 * credentials of others, which no value here could name, is not repeated. A body of megabytes is neither read nor masked
 * where the level shows nothing of it.
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
    const { answer, problem } = exchange;
    const id = `#${++this.count}`;
    const isRefused = answer && answer.status >= 400 && !exchange.isRefusalNormal;
    const level = problem !== undefined || isRefused ? "warn" : "info";
    if (this.shows(level)) {
      this.sink[level](this.masked(`${id} ${this.summary(exchange)}`));
    }
    if (this.shows("trace")) {
      this.noteBodies(id, exchange);
    }
  }

  private noteBodies(id: string, { path, requestBody, answer }: Exchange): void {
    if (requestBody) {
      this.sink.trace(this.masked(`${id} → ${repeatable(path, requestBody())}`));
    }
    if (answer) {
      const text = answer.responseBody();
      // A refusal may quote what it refuses.
      const body = answer.status < 400 ? repeatable(path, text) : maskText(text);
      this.sink.trace(this.masked(`${id} ← ${body}`));
    }
  }

  private shows(level: keyof typeof levels): boolean {
    const { logLevel } = this.sink;
    return logLevel > 0 && logLevel <= levels[level];
  }

  /** The text without any of the secrets. */
  masked(text: string): string {
    return maskSpellings(text, this.secrets);
  }

  /** What is cut or changed for the line is masked before, while it still can be recognised. */
  private summary({ method, path, durationMs, answer, problem = "" }: Exchange): string {
    const parts = [method, path];
    if (answer) {
      const bytes = new TextEncoder().encode(answer.responseBody()).length;
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
  // Rows are people's data, and whoever has the address of a login page can use it.
  if (/\/(query\/(data|results|status)|ds\/login)\b/.test(path)) {
    return `${body.length} characters, which are not repeated here`;
  }
  const isConnector = /\/connectors\/[^/]+$/.test(path) || body.includes('"configuration');
  return isConnector && body
    ? `a connector with its configuration, ${body.length} characters, which are not repeated here`
    : maskText(body);
}
