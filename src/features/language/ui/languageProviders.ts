import type { languageCommands } from "../../../manifest";
import type { CommandHandlers } from "../../../platform/ui/commands";
import type { CheckDiagnostics } from "../../checks/ui/checkDiagnostics";
import { IdNavigation } from "./idNavigation";
import { IdRename } from "./idRename";
import { MemberHover } from "./memberHover";
import { ReportTypeSymbols } from "./reportTypeSymbols";
import { PlaceholderHover } from "./placeholderHover";
import { PlaceholderSuggestions, suggestSecrets } from "./placeholderSuggestions";
import { copyRuntimeFieldId, RuntimeIdHover } from "./runtimeIdHover";
import { ValueSuggestions } from "./valueSuggestions";

/** All that the editor asks of the feature. */
export function languageProviders(checks: CheckDiagnostics) {
  const commands: CommandHandlers<typeof languageCommands> = {
    copyRuntimeFieldId,
    suggestSecrets: (uri) => suggestSecrets(checks, uri),
  };
  return {
    placeholders: new PlaceholderSuggestions(checks),
    values: new ValueSuggestions(checks),
    runtimeIds: new RuntimeIdHover(),
    placeholderHover: new PlaceholderHover(checks),
    memberHover: new MemberHover(),
    symbols: new ReportTypeSymbols(),
    navigation: new IdNavigation(),
    rename: new IdRename(checks),
    commands,
  };
}
