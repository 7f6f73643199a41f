import assert from "node:assert/strict";
import type { SessionState } from "../../../src/features/account/session";
import { editAccess } from "../../../src/features/configurations/editAccess";

const origin = "https://api.example";
const ref = { origin, teamId: "1", identifier: "A" };
const signedIn = { kind: "signedIn", origin, teamId: "1" } as const;

describe("Access to a configuration", () => {
  const states: readonly (readonly [string, SessionState, boolean, string | undefined])[] = [
    ["its team is signed in to", signedIn, true, undefined],
    ["the key may not write", signedIn, false, "noRight"],
    ["another team is signed in to", { ...signedIn, teamId: "2" }, true, "otherTeam"],
    ["another service is", { ...signedIn, origin: "https://b.example" }, true, "otherService"],
    ["nobody is signed in", { kind: "signedOut", reason: "noKey", origin }, true, "signedOut"],
    ["no team is selected", { kind: "noTeam", origin }, true, "signedOut"],
    ["the key is still being read", { kind: "loading" }, true, "loading"],
  ];
  for (const [name, state, mayWrite, problem] of states) {
    it(`where ${name}`, () => {
      const of = (isDirty: boolean) => editAccess(ref, state, { mayWrite, isDirty });
      const writable = { kind: "writable" };
      assert.deepEqual(of(false), problem ? { kind: "readOnly", problem } : writable);
      assert.deepEqual(of(true), problem ? { kind: "unpublishable", problem } : writable);
    });
  }
});
