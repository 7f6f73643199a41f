import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import * as fc from "fast-check";
import { curlCommand } from "../../../src/features/rows/curlCommand";
import type { RunRequest } from "../../../src/features/rows/runResult";
import { assertLinear, repeated } from "../support/linear";

const request = (more: Partial<RunRequest> = {}): RunRequest => ({
  method: "GET",
  url: "https://api.example.com/days",
  headers: [],
  ...more,
});

/** What a shell makes of the command: the arguments that curl would get. */
function argumentsOf(command: string, variables: Record<string, string> = {}): string[] {
  const script = `curl() { for one in "$@"; do printf '%s\\0' "$one"; done; }\n${command}`;
  const output = execFileSync("sh", ["-c", script], {
    env: { HOME: "/home/nobody", ...variables },
  });
  return output.toString().split("\0").slice(0, -1);
}

describe("curlCommand", () => {
  it("is short for a simple request", () => {
    assert.equal(
      curlCommand(request()),
      "curl --globoff \\\n  --url 'https://api.example.com/days'",
    );
  });

  it("has credentials as variables of the shell", () => {
    const headers = [["Authorization", "Bearer $ACCESS_TOKEN"]] as const;
    const command = curlCommand(request({ headers, url: "https://a.example/?key=$API_KEY&x=1" }));
    assert.deepEqual(argumentsOf(command, { ACCESS_TOKEN: "it's", API_KEY: "k y" }).slice(1), [
      "--url",
      "https://a.example/?key=k y&x=1",
      "--header",
      "Authorization: Bearer it's",
    ]);
  });

  it("takes only the names for credentials that are given, where they are", () => {
    const body = "$HOME $TOKEN $TOKEN_2 $TOKENS";
    const named = curlCommand(
      request({ method: "POST", body, credentialNames: ["TOKEN", "TOKEN_2", "$(x)"] }),
    );
    assert.equal(argumentsOf(named, { TOKEN: "1", TOKEN_2: "2" }).at(-1), "$HOME 1 2 $TOKENS");
    const none = curlCommand(request({ method: "POST", body, credentialNames: [] }));
    assert.equal(argumentsOf(none).at(-1), body);
  });

  it("names the method where curl would take another, and the type where it would make one up", () => {
    const options = (more: Partial<RunRequest>) =>
      argumentsOf(curlCommand(request(more))).filter(
        (one) => one !== "--globoff" && !one.startsWith("https:"),
      );
    assert.deepEqual(options({ method: "DELETE" }), ["--request", "DELETE", "--url"]);
    assert.deepEqual(options({ method: "HEAD" }), ["--head", "--url"]);
    assert.deepEqual(options({ method: "POST", body: "" }), [
      "--url",
      "--header",
      "Content-Type:",
      "--data-raw",
      "",
    ]);
    assert.deepEqual(options({ method: "GET", body: "x" }), [
      "--request",
      "GET",
      "--url",
      "--header",
      "Content-Type:",
      "--data-raw",
      "x",
    ]);
  });

  it("sends a header without a value, and reads no file for one", () => {
    const command = curlCommand(
      request({
        headers: [
          ["X-Empty", ""],
          ["@/etc/passwd", "x"],
          ["X", "a\r\nb"],
        ],
      }),
    );
    assert.deepEqual(argumentsOf(command).slice(3), ["--header", "X-Empty;", "--header", "X: a b"]);
  });

  it("hands every text to curl as it is", function () {
    this.timeout(60_000);
    const character = fc.constantFrom(
      "'",
      '"',
      "\\",
      "$",
      "`",
      "(",
      ")",
      "\n",
      "!",
      ";",
      "a",
      "A",
      "&",
      "é",
      " ",
      "*",
      "@",
    );
    fc.assert(
      fc.property(fc.string({ unit: character }), (body) => {
        const command = curlCommand(request({ method: "POST", body, credentialNames: ["NAME"] }));
        assert.equal(argumentsOf(command).at(-1), body);
      }),
      { numRuns: 60 },
    );
  });

  it("takes time in proportion to the body", () => {
    assertLinear((body) => curlCommand(request({ body })), repeated("'$A"));
    assertLinear(
      (body) => curlCommand(request({ body, credentialNames: ["A", "AA"] })),
      repeated("$AAA"),
    );
  });
});
