import * as vscode from "vscode";
import { checkCodes, type CheckCode } from "../checkDefinitions";
import { checkText, type Levels } from "../checkText";
import { settingIds } from "../../../manifest";

const known = ["error", "warning", "information", "off"] as const;

/** The severities of the checks as the person set them; undefined where checks are switched off. */
export function readLevels(): Levels | undefined {
  const configuration = vscode.workspace.getConfiguration();
  if (configuration.get<unknown>(settingIds.checksEnabled) === false) {
    return undefined;
  }
  const written = Object(configuration.get<unknown>(settingIds.checksLevels));
  return Object.fromEntries(
    checkCodes.flatMap((code) => {
      const level = known.find((one) => one === written[code]);
      return level ? [[code, level]] : [];
    }),
  );
}

/** Switches one check off, for the user. */
export async function switchOffCheck(code: CheckCode): Promise<void> {
  const configuration = vscode.workspace.getConfiguration();
  const written = configuration.inspect(settingIds.checksLevels)?.globalValue;
  await configuration.update(
    settingIds.checksLevels,
    { ...Object(written), [code]: "off" },
    vscode.ConfigurationTarget.Global,
  );
}

/** The errors in a configuration, worded for the person; none where checks are switched off. */
export function errorsIn(text: string): readonly string[] {
  const levels = readLevels();
  const findings = (levels && checkText(text, levels)) ?? [];
  return findings.flatMap((finding) => (finding.level === "error" ? finding.text : []));
}
