import type { Hono } from "hono";
import { jsonAnswer, Refusal, refusals } from "./answers";
import { parseObject, text } from "./bodies";
import { connectorOf, connectorsPath } from "./lookups";
import type { Connector, LogEntry, Secret, Settings, World } from "./model";

const one = `${connectorsPath}/:connector`;

/** Secrets, logs and logo of a connector. */
export function addSecretsLogsAndLogo(api: Hono, world: () => World): void {
  api.get(`${one}/secrets`, (c) =>
    jsonAnswer(200, secretsJson(connectorOf(c, "cb_secrets_read", world()))),
  );

  api.post(`${one}/secrets`, async (c) => {
    const connector = connectorOf(c, "cb_secrets_write", world());
    const body = parseObject(await c.req.text());
    const name = text(body["secret_name"], "secret_name", 255);
    const value = text(body["secret_value"], "secret_value", 10_000);
    if (!name || !value) {
      throw refusals.unprocessable("secret_name and secret_value are required.");
    }
    if ([...connector.secrets.values()].some((secret) => secret.name === name)) {
      throw refusals.conflict();
    }
    const placeholder = `sec_${crypto.randomUUID().replaceAll("-", "").slice(0, 9)}`;
    connector.secrets.set(placeholder, { placeholder, name, value });
    return jsonAnswer(201, secretsJson(connector));
  });

  api.put(`${one}/secrets/:secret`, async (c) => {
    const connector = connectorOf(c, "cb_secrets_write", world());
    const secret = requireSecret(connector, c.req.param("secret"));
    const value = text(parseObject(await c.req.text())["secret_value"], "secret_value", 10_000);
    if (!value) {
      throw refusals.unprocessable("secret_value is required.");
    }
    secret.value = value;
    return new Response(null, { status: 204 });
  });

  api.delete(`${one}/secrets/:secret`, (c) => {
    const connector = connectorOf(c, "cb_secrets_write", world());
    connector.secrets.delete(requireSecret(connector, c.req.param("secret")).placeholder);
    return new Response(null, { status: 204 });
  });

  api.get(`${one}/logs`, (c) => {
    const { logs } = connectorOf(c, "cb_logs_read", world());
    const limit = Number(c.req.query("limit") ?? 100);
    const before = timeOf(c.req.query("before") ?? "9999-01-01");
    if (!Number.isInteger(limit) || limit < 1 || limit > 1000 || Number.isNaN(before)) {
      throw refusals.badRequest();
    }
    const { settings } = world();
    const end = settings.logsBefore === "inclusive" ? before + 1 : before;
    const page = logs.filter(({ log_time }) => Date.parse(log_time) < end).slice(0, limit);
    const shown = page.map((entry) => logEntry(entry, settings));
    return jsonAnswer(200, JSON.stringify({ logs: shown }));
  });

  api.get(`${one}/logs/:log`, (c) => {
    const { logs } = connectorOf(c, "cb_logs_read", world());
    const entry = logs.find(({ id }) => id === c.req.param("log"));
    if (!entry) {
      throw refusals.notFound();
    }
    const shown = { ...logEntry(entry, world().settings), ...entry.details };
    return jsonAnswer(200, JSON.stringify(shown));
  });

  api.get(`${one}/logo`, (c) => jsonAnswer(200, logoJson(connectorOf(c, "cb_logo_read", world()))));

  api.post(`${one}/logo`, async (c) => {
    const connector = connectorOf(c, "cb_logo_write", world());
    const logo = (await c.req.formData().catch(() => undefined))?.get("logo");
    if (!(logo instanceof File)) {
      throw refusals.badRequest("The part “logo” is missing.");
    }
    if (logo.size > 5_000_000) {
      throw new Refusal(413, "PAYLOAD_TOO_LARGE", "The image is too large.");
    }
    connector.logoUrl = `https://assets.supermetrics.com/images/dsLogos/${connector.identifier}.png`;
    return jsonAnswer(201, logoJson(connector));
  });
}

/** Stricter than `Date.parse`, which makes a date of nearly anything, a lost `+` included. */
function timeOf(written: string): number {
  const isTime = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2}))?$/.test(
    written,
  );
  return isTime ? Date.parse(written) : Number.NaN;
}

function logEntry(whole: LogEntry, { dateOnly }: Settings): LogEntry {
  const { details: _, ...entry } = whole;
  return dateOnly ? { ...entry, log_time: entry.log_time.slice(0, 10) } : entry;
}

function secretsJson({ secrets }: Connector): string {
  const list = [...secrets.values()].slice(0, 100);
  return JSON.stringify({
    count: secrets.size,
    secrets: list.map(({ placeholder, name }) => ({
      secret_placeholder: placeholder,
      secret_name: name,
    })),
  });
}

function requireSecret({ secrets }: Connector, placeholder: string): Secret {
  const secret = secrets.get(placeholder);
  if (!secret) {
    throw refusals.notFound();
  }
  return secret;
}

function logoJson({ logoUrl }: Connector): string {
  const fallback = "https://assets.supermetrics.com/images/dsLogos/Custom_Connector_Default.png";
  return JSON.stringify({ logo_url: logoUrl ?? fallback });
}
