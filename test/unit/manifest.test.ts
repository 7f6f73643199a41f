import assert from "node:assert/strict";
import packageJson from "../../package.json";
import manifestTexts from "../../package.nls.json";
import { defaultOrigin } from "../../src/platform/http/baseUrl";
import { checkDefinitions } from "../../src/features/checks/checkDefinitions";
import { schemaUrls } from "../../src/features/schema/schemaNames";
import * as ids from "../../src/manifest";

const { contributes, capabilities } = packageJson;
const { commands } = contributes;
const menuItems: readonly { readonly command?: string; readonly submenu?: string }[] =
  Object.values(contributes.menus).flat();
const sorted = (values: Iterable<string>) => [...new Set(values)].toSorted();

describe("package.json", () => {
  it("declares exactly the commands that the code knows", () => {
    const declared = commands.map(({ command }) => command);
    assert.deepEqual(declared.toSorted(), sorted(Object.values(ids.commandIds)));
  });

  it("shows only declared commands in menus", () => {
    const declared: readonly string[] = Object.values(ids.commandIds);
    const shown = menuItems.flatMap(({ command }) => command ?? []);
    assert.deepEqual(
      shown.filter((command) => !declared.includes(command)),
      [],
    );
  });

  it("fills every submenu that it declares, and shows each", () => {
    const declared = contributes.submenus.map(({ id }) => id).toSorted();
    assert.deepEqual(sorted(menuItems.flatMap(({ submenu }) => submenu ?? [])), declared);
    assert.deepEqual(
      declared.filter((id) => !(id in contributes.menus)),
      [],
    );
  });

  it("claims for its language what is named as a configuration alone: other file systems have files too", () => {
    const claims = contributes.languages.flatMap((language) => Object.entries(language));
    assert.deepEqual(
      claims.filter(([key]) => /file|extension|firstLine|mime/.test(key)),
      [["filenamePatterns", ["/[0-9]*/*/* (*).json"]]],
    );
  });

  it("puts nothing into the explorer's menu for files of others before somebody has signed in", () => {
    const conditions = contributes.menus["explorer/context"].flatMap(({ when }) =>
      when.split(" || "),
    );
    assert.deepEqual(
      conditions.filter(
        (one) => !/connector\\\.json/.test(one) && !one.includes(ids.contextKeys.hasKey),
      ),
      [],
    );
    assert.ok(conditions.some((one) => one.includes("resourceExtname == .json")));
  });

  it("has commands found by other words, none of which the title has already", () => {
    const titles = commands.flatMap(({ title }) => (typeof title === "string" ? [] : [title]));
    const texts: Readonly<Record<string, string>> = manifestTexts;
    for (const { value, original } of titles) {
      const [shown = "", others = ""] = [value, original].map((key) => texts[key.slice(1, -1)]);
      for (const other of others.split(", ")) {
        assert.ok(
          other && !shown.toLowerCase().includes(other.toLowerCase()),
          `${shown}: ${other}`,
        );
      }
    }
    assert.ok(titles.length > 5);
  });

  it("puts every command into the category Supermetrics", () => {
    assert.deepEqual(sorted(commands.map(({ category }) => category)), ["Supermetrics"]);
  });

  it("has the icons of filters for filters, and that of a search for none", () => {
    const icons = new Map(
      commands.map(({ command, ...rest }) => [command, "icon" in rest && rest.icon]),
    );
    assert.deepEqual(
      ["filterLogs", "showLogErrorsOnly", "stopLogErrorsOnly"].map((name) =>
        icons.get(`supermetrics.${name}`),
      ),
      ["$(list-filter)", "$(filter)", "$(filter-filled)"],
    );
    assert.ok(![...icons.values()].includes("$(search)"));
  });

  it("declares the views that the code fills, and speaks of no other", () => {
    const views = Object.values(contributes.views).flat();
    const spokenOf = contributes.viewsWelcome.map(({ view }) => view);
    const only = [ids.connectorsViewId, ids.logsViewId];
    assert.deepEqual(
      views.map(({ id }) => id),
      only,
    );
    assert.deepEqual(sorted(spokenOf), only);
  });

  it("puts views only into containers that it declares", () => {
    const containers = Object.values(contributes.viewsContainers)
      .flat()
      .map(({ id }) => id);
    assert.deepEqual(Object.keys(contributes.views), containers);
  });

  it("is activated by nothing that happens before the extension is wanted", () => {
    assert.deepEqual(packageJson.activationEvents, [
      `onFileSystem:${ids.configurationScheme}`,
      `onFileSystem:${ids.logScheme}`,
      // A window that is reloaded has its merges open again.
      `onFileSystem:${ids.mergeScheme}`,
      // The editor's JSON support opens it for a file with a configuration.
      `onFileSystem:${ids.schemaScheme}`,
      // Its documents are no files, but the editor asks for them by this event as well.
      `onFileSystem:${ids.versionScheme}`,
      // A window that is reloaded has its panels again.
      `onWebviewPanel:${ids.rowsViewType}`,
      // The JSON support opens no schema of ours for a file that names another.
      `workspaceContains:**/*${ids.connectorFileEnding}`,
    ]);
  });
});

describe("the schemas in package.json", () => {
  const [own, ...named] = contributes.jsonValidation;

  it("are the extension's own for configurations, by the address where it serves it", () => {
    assert.deepEqual(own, {
      fileMatch: [`${ids.configurationScheme}:/**/*.json`, `*${ids.connectorFileEnding}`],
      url: ids.schemaUrl,
    });
    const { protocol } = new URL(ids.schemaUrl);
    assert.equal(protocol, `${ids.schemaScheme}:`);
    assert.ok(packageJson.activationEvents.includes(`onFileSystem:${ids.schemaScheme}`));
  });

  it("are besides it exactly those that “$schema” can name: no more is trusted", () => {
    // For no files: VS Code may download by itself what a manifest lists, and asks the person before others.
    const trusted = schemaUrls.map((url) => ({ fileMatch: [], url }));
    assert.deepEqual(named, trusted);
  });
});

describe("the settings in package.json", () => {
  const { properties } = contributes.configuration;

  it("are exactly those that the code reads", () => {
    assert.deepEqual(Object.keys(properties).toSorted(), sorted(Object.values(ids.settingIds)));
  });

  it("let no workspace and no folder name the service that gets the key", () => {
    assert.equal(properties[ids.settingIds.apiBaseUrl].scope, "application");
    assert.equal(properties[ids.settingIds.apiBaseUrl].default, defaultOrigin);
  });

  it("count in an untrusted workspace only where the person set them", () => {
    const settable = Object.entries(properties).filter(([, { scope }]) => scope !== "application");
    const { restrictedConfigurations } = capabilities.untrustedWorkspaces;
    assert.deepEqual(restrictedConfigurations.toSorted(), sorted(settable.map(([id]) => id)));
  });
});

describe("the levels of the checks in package.json", () => {
  const { properties } = contributes.configuration.properties[ids.settingIds.checksLevels];

  it("are those of the code, check for check", () => {
    const declared = Object.entries(properties).map(([code, one]) => [code, one.default]);
    assert.deepEqual(
      declared,
      Object.entries(checkDefinitions).map(([code, { level }]) => [code, level]),
    );
  });
});
