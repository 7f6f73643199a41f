import assert from "node:assert/strict";
import packageJson from "../../../package.json";
import { commandIds } from "../../../src/manifest";
import {
  candidateItem,
  findSecrets,
  isDotenvName,
  isSelectedAtFirst,
} from "../../../src/features/secrets/secretImport";

const secrets = [{ name: "OLD", placeholder: "sec_1" }];

const find = (text: string, ...used: string[]) =>
  findSecrets(text, secrets, (name) => used.includes(name));

const shownOf = (text: string) => find(text).candidates.map(candidateItem);

describe("the secrets of an .env file", () => {
  it("are new ones, or values for those that there are", () => {
    assert.deepEqual(
      find("NEW=1\nOLD=2").candidates.map(({ name, value, replaces }) => [name, value, replaces]),
      [
        ["NEW", "1", undefined],
        ["OLD", "2", secrets[0]],
      ],
    );
  });

  it("are none that the service would refuse", () => {
    const text = `EMPTY=\nLONG=${"x".repeat(10_001)}\n${"N".repeat(256)}=1\nFIT=${"x".repeat(10_000)}`;
    const found = find(text);
    assert.deepEqual(
      found.candidates.map(({ name }) => name),
      ["FIT"],
    );
    assert.deepEqual(found.unfit, ["EMPTY", "LONG", "N".repeat(256)]);
  });

  it("are no key without its end", () => {
    const found = find("A=1\nKEY=-----BEGIN PRIVATE KEY-----\nMIIEowIBAAKCAQEA\nabcd==");
    assert.deepEqual([found.candidates.length, found.incomplete], [1, ["KEY"]]);
  });

  it("are selected at first where the configuration uses them, nothing is replaced and nothing in doubt", () => {
    const text = "USED=1\nOTHER=2\nOLD=3\nCUT=a#b";
    const selected = find(text, "USED", "OLD", "CUT").candidates.filter(isSelectedAtFirst);
    assert.deepEqual(
      selected.map(({ name }) => name),
      ["USED"],
    );
  });

  it("show how long they are, and nothing of a value that is certain", () => {
    assert.deepEqual(
      shownOf("NEW=123\nOLD=2\nKEY='a\nb'").map(({ description, detail }) => [description, detail]),
      [
        ["3 characters", undefined],
        ["1 character · replaces the value of sec_1", undefined],
        ["3 characters · 2 lines", undefined],
      ],
    );
  });

  it("show the form of a value in doubt, and nothing that could be guessed from", () => {
    const key = "-----BEGIN PRIVATE KEY-----\nMIIEowIBAAKCAQEA\nabcd==\n-----END PRIVATE KEY-----";
    const [cut, block, long] = shownOf(
      `CUT={"ä": "é1#2"}\nKEY=${key}\nLONG="p@$$w0rd!${"x".repeat(50)}\\t"`,
    );
    assert.equal(
      cut?.detail,
      'Ends before "#". Put the value in quotes to keep all of it. {"•": "••',
    );
    assert.match(
      block?.detail ?? "",
      /one value\. -----••••• ••••••• •••----- ⏎ •{16} ⏎ •{6} ⏎ …$/,
    );
    assert.equal(block?.description, "77 characters · 4 lines");
    assert.match(long?.detail ?? "", / •{40}…$/);
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
