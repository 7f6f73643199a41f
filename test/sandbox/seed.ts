import { boilerplate, delicate } from "./boilerplate";
import { dataRights, defaultDataSettings, seedData } from "./data/seed";
import type { Connector, Key, Settings, Team, World } from "./model";

/** Beyond what a JavaScript number holds, on purpose. */
export const defaultTeam = "9007199254740993";
export const otherTeam = "4242";

export const allRights = [
  "team_read",
  "cb_connectors_read",
  "cb_connectors_write",
  "cb_secrets_read",
  "cb_secrets_write",
  "cb_logs_read",
  "cb_logo_read",
  "cb_logo_write",
  ...dataRights,
] as const;

export const defaultKey = "api_sandbox-key-with-every-right-0123456789-abcdefghijklmnopqrstuvwxyz";

const defaultSettings: Settings = {
  ...defaultDataSettings,
  cors: "full",
  exposeHeaders: false,
  createEncoding: "both",
  createEncodingRefusal: 415,
  rateLimit: { limit: 5000, remaining: 5000 },
  rateHeaders: "documented",
  retryAfter: "3600",
  escapeSlashes: true,
  escapeUnicode: true,
  dateOnly: false,
  logsBefore: "exclusive",
  normalise: false,
  delayMs: 0,
};

/** The world as it is after the start or a reset. */
export function seed(options: { connectors?: number } = {}): World {
  const key: Key = {
    key: defaultKey,
    teams: [defaultTeam, otherTeam],
    rights: allRights,
    state: "active",
  };
  const first = team(defaultTeam, "Harbour Agency", "SM_HARBOUR1");
  for (const one of options.connectors === undefined ? three() : many(options.connectors)) {
    first.connectors.set(one.identifier, one);
  }
  const second = team(otherTeam, "Lighthouse", "SM_LIGHT2");
  return {
    teams: new Map([first, second].map((one) => [one.id, one])),
    keys: new Map([[key.key, key]]),
    settings: structuredClone(defaultSettings),
    data: seedData(defaultTeam),
    faults: [],
    held: [],
    requests: [],
  };
}

/** A connector with what is not given filled in. */
export function connector(
  given: Partial<Connector> & { identifier: string; name: string },
): Connector {
  const createdAt = given.createdAt ?? new Date();
  return {
    description: null,
    logoUrl: "https://assets.supermetrics.com/images/dsLogos/Custom_Connector_Default.png",
    createdAt,
    updatedAt: createdAt,
    configurationText: boilerplate,
    secrets: new Map(),
    logs: [],
    ...given,
  };
}

function team(id: string, name: string, displayId: string): Team {
  return { id, name, displayId, connectors: new Map() };
}

function three(): Connector[] {
  return [
    connector({
      identifier: "T3S70",
      name: "Harbour Mail",
      description: "Newsletters by day",
      createdAt: new Date("2026-01-15T08:30:00Z"),
      updatedAt: new Date("2026-10-02T16:45:12Z"),
      logs: [logEntry(2), logEntry(1)],
    }),
    connector({
      identifier: "B1K3S",
      name: "Bikes / Räder 🚲",
      logoUrl: null,
      createdAt: new Date("2025-06-01T00:00:00Z"),
    }),
    connector({
      identifier: "NUM83",
      name: "Äpfel & Birnen",
      description: "Numbers that must not change",
      createdAt: new Date("2026-11-01T12:00:00Z"),
      configurationText: delicate,
    }),
  ];
}

function many(count: number): Connector[] {
  return Array.from({ length: count }, (_, index) => {
    const number = String(index + 1).padStart(4, "0");
    return connector({ identifier: `C${number}`, name: `Connector ${number}` });
  });
}

function logEntry(n: number) {
  return {
    id: `${n}-log`,
    log_time: `2026-10-02T16:4${n}:00Z`,
    status: 200,
    event: "auth.token.refresh",
    request: "POST /api/oauth/token_refresh",
    duration_ms: 253,
    request_id: crypto.randomUUID(),
  };
}
