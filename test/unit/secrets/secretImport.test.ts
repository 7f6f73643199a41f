import assert from "node:assert/strict";
import packageJson from "../../../package.json";
import { commandIds } from "../../../src/manifest";
import { enter, escape, pickAll, ScriptedPrompts } from "../support/scriptedPrompts";
import {
  chooseSecrets,
  findSecrets,
  isDotenvName,
} from "../../../src/features/secrets/secretImport";

const secrets = [{ name: "OLD", placeholder: "sec_1" }];

describe("the secrets of an .env file", () => {
  it("are new ones, or values for those that there are", () => {
    assert.deepEqual(findSecrets("NEW=1\nOLD=2", secrets).candidates, [
      { name: "NEW", value: "1", replaces: undefined },
      { name: "OLD", value: "2", replaces: secrets[0] },
    ]);
  });

  it("are none that the service would refuse", () => {
    const text = `EMPTY=\nLONG=${"x".repeat(10_001)}\n${"N".repeat(256)}=1\nFIT=${"x".repeat(10_000)}`;
    const found = findSecrets(text, []);
    assert.deepEqual(
      found.candidates.map(({ name }) => name),
      ["FIT"],
    );
    assert.deepEqual(found.unfit, ["EMPTY", "LONG", "N".repeat(256)]);
  });

  it("name those that are left out", async () => {
    const script = new ScriptedPrompts(escape());
    await chooseSecrets(script, "Import", findSecrets("A=1\nEMPTY=", []));
    assert.match(script.last.asks, /empty or too long: EMPTY$/);
  });

  it("are picked by the person; what would replace a value is not at first", async () => {
    const all = findSecrets("NEW=123\nOLD=2\nOTHER=3", secrets);
    const script = new ScriptedPrompts(pickAll("OLD", "OTHER"));
    const chosen = await chooseSecrets(script, "Import", all);
    assert.deepEqual(
      chosen.map(({ name }) => name),
      ["OLD", "OTHER"],
    );
    assert.equal(script.last.shows, "NEW, OTHER");
    assert.deepEqual(
      script.last.items?.map(({ description }) => description),
      ["3 characters", "1 character · replaces the value of sec_1", "1 character"],
    );
    assert.equal((await chooseSecrets(new ScriptedPrompts(enter()), "Import", all)).length, 2);
    assert.deepEqual(await chooseSecrets(new ScriptedPrompts(escape()), "Import", all), []);
  });

  it("stand in files of these names, as the explorer's menu has it", () => {
    const item = packageJson.contributes.menus["supermetrics.explorer"].find(
      ({ command }) => command === commandIds.importSecretsFromThisFile,
    );
    const inMenu = new RegExp(/=~ \/(.*)\/$/.exec(item?.when ?? "")?.[1] ?? "nothing");
    const files = [".env", ".env.local", ".env.production", ".env.production.local", "prod.env"];
    const others = "env environment.ts a.environment.ts env.json my.env.ts vite.env.d.ts .env.d.ts";
    for (const name of files) {
      assert.deepEqual([isDotenvName(name), inMenu.test(name)], [true, true], name);
    }
    for (const name of [...others.split(" "), ".env.ts", ".env.mjs", ".env.example.md", ""]) {
      assert.deepEqual([isDotenvName(name), inMenu.test(name)], [false, false], name);
    }
  });
});
