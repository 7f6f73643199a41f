import assert from "node:assert/strict";
import {
  baseUrlProblemText,
  keyProblemText,
  teamIdProblemText,
} from "../../../src/features/account/settingProblems";

function differ(texts: readonly string[]): void {
  assert.equal(new Set(texts).size, texts.length);
}

describe("baseUrlProblemText", () => {
  const texts = (["notAUrl", "notHttps", "hasCredentials", "hasQuery"] as const).map(
    baseUrlProblemText,
  );

  it("names the setting to change, and what is wrong with it", () => {
    assert.ok(texts.every((text) => text.includes("supermetrics.apiBaseUrl")));
    differ(texts);
  });

  it("says where http is allowed", () => {
    assert.match(baseUrlProblemText("notHttps"), /https:\/\/.*http:\/\/.*only for this computer/);
  });
});

describe("teamIdProblemText", () => {
  it("has its own words for each problem", () => {
    differ((["empty", "displayId", "notDigits", "outOfRange"] as const).map(teamIdProblemText));
  });

  it("tells who pastes the display ID where the number is found", () => {
    assert.match(teamIdProblemText("displayId"), /SM_.*numeric.*team_id/);
  });

  it("gives the range in full, without a rounded digit", () => {
    assert.match(teamIdProblemText("outOfRange"), /9223372036854775807/);
  });
});

describe("keyProblemText", () => {
  it("tells a missing key from one that cannot be sent", () => {
    differ((["empty", "notSendable"] as const).map(keyProblemText));
    assert.match(keyProblemText("notSendable"), /spaces or special characters/);
  });
});
