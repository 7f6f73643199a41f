import { failureFrom } from "../../src/platform/http/failure";
import { sliceItems, sliceMember } from "../../src/platform/json/slice";
import { maskSpellings, spellingsOf } from "../../src/platform/masking/secretSpellings";
import { pathSegment } from "../../src/platform/words/fileName";
import { parseDotenv } from "../../src/features/secrets/dotenv";
import { findTextProblem } from "../../src/features/configurations/textProblem";
import { jsonValues } from "../../src/platform/json/tokens";
import { shownEntry } from "../../src/features/logs/logEntry";
import { logRow } from "../../src/features/logs/logRows";
import { maskText } from "../../src/platform/masking/jsonCredentials";
import { placeInMessage } from "../../src/platform/json/placeInMessage";
import { plainText } from "../../src/platform/words/plainText";
import { findSecrets } from "../../src/features/secrets/secretImport";
import { usedSecretNames } from "../../src/features/secrets/usedSecretNames";
import { parseServerTime } from "../../src/platform/http/serverTime";
import { insertableSnippets } from "../../src/features/snippets/insertableSnippets";
import { parseTeamId } from "../../src/features/account/teamId";
import { assertLinear, between, list, nested, numbered, repeated } from "./support/linear";

type Case = readonly [string, (text: string) => unknown, (length: number) => string];

const quoted = (textOf: (length: number) => string) => (length: number) =>
  JSON.stringify(textOf(length));

const plain = [
  "a",
  "ab.",
  "token",
  "=",
  ":",
  "Bearer ",
  "Basic a",
  "<a ",
  '"',
  "'",
  "\\",
  "//a:",
  "//a:@",
  "//@",
  "//user:pa//",
  "eyJabcdefgh-",
  "eyJ-",
  "github_pat_",
  "sk-",
  "api_",
  "SG.",
  "a-us1",
  "<![CDATA[",
  "-----BEGIN PRIVATE KEY-----",
  "-----END ",
  'name="a"\n',
  `${'name="a" '.repeat(30)}\n`,
  "--token ",
  "-u a:",
  "?code=",
  "token={",
  "token={}}",
  'token="\\',
  "token:'",
  "%2F%2F",
  "%2F%2Fa%3A",
  "%3D%25",
  "token%3Da",
  "s e c r e ",
  "a o t o",
  "c o o k i",
  "hooks.slack.com/",
  "[x]",
  "a.b]",
  " ",
  "\n",
  "\u2028",
  ";a",
];

const cases: readonly Case[] = [
  ...plain.map((part): Case => [
    `a message of ${JSON.stringify(part)}`,
    maskText,
    between("token@ ", part),
  ]),
  ...plain.map((part): Case => [
    `a log entry of ${JSON.stringify(part)}`,
    maskText,
    quoted(repeated(part)),
  ]),
  ["a page", maskText, between("token", '<input name="any" title="any of the inputs">')],
  ["one name with a long value", maskText, between("token=a", "\\", "a b")],
  ["pairs in pairs", maskText, nested('{"name":"token","value":', '"Bearer abc"', "}")],
  ["values beside one name", maskText, between("{", '"value":"Bearer abc",', '"name":"token"}')],
  ["lists in lists", maskText, nested('["token",', '"abc"', "]")],
  ["open lists", maskText, repeated("[")],
  ["long names", maskText, (length) => `{"${"tokens7".repeat(length / 7)}b":"a"}`],
  ["many names", maskText, list((n) => `"token${n}":"a"`, "{", "}")],
  [
    "an entry and its row",
    (text) => logRow(shownEntry({ text: `{"event":${text}}`, event: text, request: text }), 0),
    quoted(between("token=a ", "\u202e\n](")),
  ],
  ["the values of an entry", jsonValues, nested('{"a":[1, ', "true", " ]}")],
  ["white space in an entry", jsonValues, between("[", " ", "]")],
  ["letters that name no place", (words) => placeInMessage('{"a":1}', words), repeated("a")],
  ["a long path", (words) => placeInMessage('{"a":{"a":1}}', words), between("a", ".a")],
  ["brackets in words", (words) => placeInMessage('{"a":[1]}', words), repeated("a[1")],
  ["slashes in words", (words) => placeInMessage('{"a":[1]}', words), repeated("/a")],
  [
    "many quoted words",
    (words) => placeInMessage('{"a":1}', words),
    numbered((n) => `"k${n}"`, " "),
  ],
  ["a place in a deep text", (text) => placeInMessage(text, "a.a.b"), nested('{"a":', "1", "}")],
  [
    "many words for many keys",
    (text) => placeInMessage(text, text),
    list((n) => `"k${n}":1`, "{", "}"),
  ],
  ...[
    "\u2028",
    "\u2029",
    " ",
    "\n",
    "a",
    "A=\u2028",
    'A="',
    "A='\nB=\"\n",
    "A=\\",
    "A=#",
    "export ",
  ].map((part): Case => [`an .env file of ${JSON.stringify(part)}`, parseDotenv, repeated(part)]),
  ...(
    [
      ["keys without an end", "A=-----BEGIN PRIVATE KEY-----\nMIIEowIBAAKCAQEA\n"],
      ["keys of many kinds", "A=-----BEGIN X-----\nB=\"x\n-----END X-----y\n'"],
      ["quotes on the next line", "A=\n\n\n'x"],
      ["lines of a key", "MIIEowIBAAKCAQEA\n"],
      ["certificates", "-----BEGIN X-----\na\n-----END X-----\n"],
      ["words that export", "export\n \n"],
    ] as const
  ).map(([what, part]): Case => [what, parseDotenv, between("A=-----BEGIN X-----\n", part)]),
  ["a long base64 value", parseDotenv, between(`A=${"x".repeat(40)}\n`, "MIIEowIBAAKCAQEA\n")],
  ["a configuration of references", usedSecretNames, repeated("{{ secrets. a {{{")],
  ["a quote that nothing closes", parseDotenv, between('A="', "\\\"\nB='x\n")],
  [
    "variables beside secrets",
    (text) =>
      findSecrets(
        text,
        text.split("\n").map((name) => ({ name, placeholder: name })),
        () => false,
      ),
    numbered((n) => `K${n}=v`, "\n"),
  ],
  ...["[", "{", "]", ",", '"\\', '{"a":', "/*", "\u0000", "-", '{"a" ', "[1 "].map((part): Case => [
    `a text of ${JSON.stringify(part)}`,
    findTextProblem,
    repeated(part),
  ]),
  ["a title that is not closed", (raw) => failure(raw), between("<html>", "<title ")],
  ["a title of tags", (raw) => failure(raw), between("<html>", "<title><")],
  ["a refusal of white space", (raw) => failure(raw), between("", " ", "x")],
  ["a text of signs", plainText, repeated("]($(\u202e \n")],
  ["a name of signs", pathSegment, repeated("/\ud800 \u202e")],
  ["a time of digits", parseServerTime, between("2026-10-02T00:00:00.", "1", "x")],
  ["a time of blanks", parseServerTime, between("2026-10-02T00:00", " ", "x")],
  ["a number of a team", parseTeamId, repeated("7")],
  ["zeros of a team", parseTeamId, repeated("0")],
  ["a deep text", (text) => sliceMember(text, ["a", "b"]), nested('{"a":', "1", "}")],
  [
    "repeated members",
    (text) => sliceMember(text, ["a", "b"]),
    between("{", '"a":{"b":1},', '"c":1}'),
  ],
  ["items", sliceItems, list((n) => `{"a":${n}}`)],
  ["a snippet in open braces", (text) => insertableSnippets(text, text.length), repeated('{"a":')],
  ["a snippet in lists", (text) => insertableSnippets(text, text.length), repeated("[")],
  ["a snippet behind quotes", (text) => insertableSnippets(text, text.length), repeated('"\\ ')],
  [
    "a snippet behind blanks",
    (text) => insertableSnippets(text, text.length),
    between('{"a"', " "),
  ],
  [
    "a secret in a body",
    (text) => maskSpellings(text, spellingsOf(`b${"a".repeat(200)}`)),
    repeated("a"),
  ],
];

const failure = (raw: string) =>
  failureFrom({ status: 500, headers: new Headers() }, raw, undefined, 0);

/** Law: whatever a service or a file says, it is read in time in proportion to its length. */
describe("a text of a megabyte takes no longer than its length", () => {
  for (const [name, work, textOf] of cases) {
    it(name, () => assertLinear(work, textOf));
  }
});
