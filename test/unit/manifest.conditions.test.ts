import assert from "node:assert/strict";
import packageJson from "../../package.json";
import type { SessionState, SignedOutReason } from "../../src/features/account/session";
import * as ids from "../../src/manifest";

interface Rule {
  readonly group?: string;
  readonly when?: string;
  readonly enablement?: string;
}

const { commands, menus, keybindings, viewsWelcome } = packageJson.contributes;
const rules: readonly Rule[] = [
  ...commands,
  ...Object.values(menus).flat(),
  ...keybindings,
  ...viewsWelcome,
];
const conditions = rules.flatMap(({ when, enablement }) =>
  [when, enablement].flatMap((text) => text ?? []),
);
/** All `key == value` of the conditions; a bare key has no value. */
const compared = conditions
  .flatMap((condition) => condition.split(/\s*(?:&&|\|\|)\s*/))
  .map((part) => part.replace(/^!/, "").replace(/^\((.*)\)$/, "$1"))
  .map((part) => part.replace(/^resource in /, "").split(/\s*(?:[!=]=|=~)\s*/))
  .map(([key = "", value]) => ({ key, value }));
const valuesOf = (name: string) =>
  new Set(compared.filter(({ key }) => key === name).map(({ value }) => value));

/** What `supermetrics.session` can be; the compiler holds the names against the code. */
const sessions: Record<SessionState["kind"] | Exclude<SignedOutReason, "noKey">, true> = {
  loading: true,
  badSettings: true,
  signedOut: true,
  unreadable: true,
  unanswered: true,
  otherOrigin: true,
  noTeam: true,
  signedIn: true,
};

describe("the conditions in package.json", () => {
  it("ask for exactly the context keys that the code sets", () => {
    const editors =
      /^(view(Item)?|resource(Scheme|Filename|Extname)|isInDiffEditor|isMergeEditor|editorReadonly|editorFocus|editorTextFocus|focusedView|listFocus|inputFocus|listMultiSelection|activeWebviewPanelId|config\.json\.schemas|false)$/;
    const keys = compared.map(({ key }) => key).filter((key) => !editors.test(key));
    assert.deepEqual([...new Set(keys)].toSorted(), Object.values(ids.contextKeys).toSorted());
  });

  it("compare them with values that they can have", () => {
    const asked = [...valuesOf(ids.contextKeys.session)];
    assert.deepEqual(
      asked.filter((value) => !(value && value in sessions)),
      [],
    );
    assert.deepEqual([...valuesOf(ids.contextKeys.list)], ["empty"]);
    assert.deepEqual([...valuesOf(ids.contextKeys.hasKey)], [undefined]);
  });

  it("have words for every state in which the view would be empty", () => {
    const greeted = viewsWelcome.map(({ when }) => when.split(" && ")[0]);
    const missing = Object.keys(sessions).filter(
      (state) => !greeted.includes(`${ids.contextKeys.session} == ${state}`),
    );
    // That ends by itself, as soon as the secret storage has been read.
    assert.deepEqual(missing, ["loading"]);
  });

  it("speak of the panels that the code opens", () => {
    assert.deepEqual([...valuesOf("activeWebviewPanelId")], [ids.rowsViewType]);
  });

  it("speak of the views and of the items in them", () => {
    assert.deepEqual([...valuesOf("view")], [ids.connectorsViewId, ids.logsViewId]);
    assert.deepEqual(
      [...valuesOf("viewItem")],
      [
        ids.editedConnectorItemContext,
        `/^${ids.connectorItemContext}/`,
        ids.secretsItemContext,
        ids.secretItemContext,
        ids.logItemContext,
      ],
    );
  });
});
