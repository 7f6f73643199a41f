import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";
import { commandIds, type previewCommands } from "../../../manifest";
import type { Prompts } from "../../../platform/flow/prompts";
import type { CommandHandlers } from "../../../platform/ui/commands";
import type { Notifier } from "../../../platform/ui/notifier";
import type { ConnectorTargets } from "../../connectors/ui/connectorTarget";
import type { RunResult } from "../../rows/runResult";
import type { PreviewMemory } from "../previewMemory";
import type { PreviewTarget } from "../previewTargets";
import { SourceError } from "../sendPreview";
import type { TestValueStore } from "../testValueStore";
import { addFields } from "./addFields";
import {
  configurationIn,
  commandDocument,
  pickTarget,
  type PreviewedConfiguration,
} from "./previewedConfiguration";
import { PreviewRunner } from "./previewRunner";
import { chooseSavedResponse, pickRemembered, saveResponse } from "./savedResponses";

/** What the commands of previews need. */
export interface PreviewParts {
  readonly store: TestValueStore;
  readonly memory: PreviewMemory;
  readonly targets: Pick<ConnectorTargets, "ofDocument">;
  readonly prompts: Prompts;
  readonly notifier: Notifier;
  readonly show: (result: RunResult) => void;
}

/** The commands of previews. Loaded with the first of them. */
export function previewHandlers(parts: PreviewParts): CommandHandlers<typeof previewCommands> {
  const { store, memory, targets, prompts, notifier } = parts;
  const runner = new PreviewRunner(parts);
  const withTarget =
    (
      act: (open: PreviewedConfiguration, target: PreviewTarget) => Promise<void>,
      kind?: PreviewTarget["kind"],
    ) =>
    async (uri: unknown, id: unknown): Promise<void> => {
      const document = await commandDocument(uri);
      const open = document && (await configurationIn(document, targets));
      const target = open && (await pickTarget(prompts, open, id, kind));
      if (open && target) {
        await act(open, target);
      }
    };
  return {
    previewReportType: withTarget(async (open, target) => {
      try {
        await runner.run(open, target);
      } catch (error) {
        if (!(error instanceof SourceError)) {
          throw error;
        }
        const again = [open.document.uri, target.id];
        const command = (id: string) => () => vscode.commands.executeCommand(id, ...again);
        const choices = [
          { label: l10n.t("Retry"), run: command(commandIds.previewReportType) },
          {
            label: l10n.t("Preview from Saved Response…"),
            run: command(commandIds.previewSavedResponse),
          },
        ];
        notifier.show(
          { severity: "error", text: error.message, steps: [] },
          choices.slice(0, error.canUseSaved ? 2 : 1),
        );
      }
    }),
    previewSavedResponse: withTarget(async (open, target) => {
      const body = await chooseSavedResponse(prompts);
      if (body !== undefined) {
        runner.runSaved(open, target, body);
      }
    }),
    addFieldsFromResponse: withTarget(
      (open, target) => addFields(open, target, memory, prompts),
      "reportType",
    ),
    saveResponseSample: async (uri) => {
      const document = await commandDocument(uri);
      const preview =
        document && (await pickRemembered(prompts, memory.of(document.uri.toString())));
      if (preview) {
        await saveResponse(preview);
      }
    },
    changeTestValues: withTarget((open, target) => runner.changeValues(open, target)),
    forgetTestValues: async (uri) => {
      const document = await commandDocument(uri);
      if (document) {
        const { key } = await configurationIn(document, targets);
        await store.forget(key);
        vscode.window.setStatusBarMessage(l10n.t("Test values forgotten"), 5000);
      }
    },
  };
}
