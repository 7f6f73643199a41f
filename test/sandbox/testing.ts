import { check, send, type Answer, type Asked } from "./contract/check";
import type { OperationName } from "./contract/operations";
import { createControl, type SandboxControl } from "./control";
import type { Key } from "./model";
import { allRights, defaultKey, defaultTeam } from "./seed";
import { startSandbox, type Sandbox } from "./server";

/** What a test says of a request; the rest is the seed's team, key and first connector. */
export interface Request extends Omit<Asked, "at" | "key"> {
  readonly team?: string;
  readonly connector?: string;
  readonly secret?: string;
  readonly log?: string;
  readonly version?: string;
  /** `null` for none. */
  readonly key?: string | null;
}

/** A sandbox for the tests of a file, as new before each of them. */
export function useSandbox() {
  let sandbox: Sandbox;
  let control: SandboxControl;
  before(async () => {
    sandbox = await startSandbox();
    control = createControl(sandbox.origin);
  });
  beforeEach(() => control.reset());
  after(() => sandbox.close());

  return {
    origin: () => sandbox.origin,
    control: () => control,
    /** Asks, and holds the answer against the contract. */
    ask: (name: OperationName, request: Request = {}) =>
      check(sandbox.origin, name, toAsked(request)),
    /** Asks for what may break the contract. */
    send: (name: OperationName, request: Request = {}) =>
      send(sandbox.origin, name, toAsked(request)),
    /** Adds a key like the default one except for what is given. */
    key: async (given: Partial<Key>): Promise<string> => {
      const key = "api_another-key";
      await control.addKey({
        key,
        teams: [defaultTeam],
        rights: allRights,
        state: "active",
        ...given,
      });
      return key;
    },
  };
}

// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- tests name what they read
export function bodyOf<T>({ text }: Answer): T {
  return JSON.parse(text) as T;
}

/** Status and code of a refusal in one. */
export function refusalOf(answer: Answer): string {
  const { error } = bodyOf<{ error: { code: string } }>(answer);
  return `${answer.status} ${error.code}`;
}

function toAsked({ team, connector, secret, log, version, key, ...rest }: Request): Asked {
  return {
    ...rest,
    key: key === null ? undefined : (key ?? defaultKey),
    at: {
      team_id: team ?? defaultTeam,
      connector_identifier: connector ?? "T3S70",
      secret_placeholder: secret ?? "sec_none",
      log_id: log ?? "1-log",
      schema_version: version ?? "v1",
    },
  };
}
