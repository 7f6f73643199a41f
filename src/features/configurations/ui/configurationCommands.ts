import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";
import type { ConfigurationRef } from "../../../platform/connectorRef";
import type { Configurations } from "../configurations";
import type { Conflict, ConnectorStates } from "../publishStates";
import type { Memory } from "../../../platform/storage/accountStorage";
import type { Session } from "../../account/session";
import { commandIds } from "../../../manifest";
import type { ConflictActions, Mine } from "./conflictActions";
import type { CommandHandlers } from "../../../platform/ui/commands";
import { signedIn } from "../../connectors/ui/connectorTarget";
import { openDocument, openDocuments, refOf } from "./documents";
import { documentMine, type DocumentMineParts } from "./documentMine";
import type { MergeResults } from "./mergeResults";
import type { Publishing } from "./publishing";
import { showDiff, type VersionDocuments } from "./versionDocuments";

export interface ConfigurationCommandParts {
  readonly session: Session;
  readonly configurations: Configurations;
  readonly states: ConnectorStates;
  readonly publishing: Publishing;
  readonly conflicts: ConflictActions;
  readonly documents: VersionDocuments;
  readonly versions: DocumentMineParts["versions"];
  readonly merges: MergeResults;
  readonly memory: Pick<Memory, "unasked">;
  readonly signIn: () => Promise<boolean>;
}

type ConfigurationCommandId =
  | typeof commandIds.publish
  | typeof commandIds.compareWithPublished
  | typeof commandIds.compareConflict
  | typeof commandIds.mergeConflict
  | typeof commandIds.completeMerge
  | typeof commandIds.useTheirs
  | typeof commandIds.publishMine
  | typeof commandIds.askBeforePublishing;

/** The commands on a configuration that is open: the one of the tab that they are called from, or the active one. */
export function configurationCommands(
  parts: ConfigurationCommandParts,
): Pick<CommandHandlers, ConfigurationCommandId> {
  const { session, configurations, states, publishing, conflicts, documents, memory, merges } =
    parts;
  const mineParts: DocumentMineParts = {
    ...parts,
    publish: (ref, document) => publishing.publish(ref, document),
  };
  const withConflict = (act: (mine: Mine, conflict: Conflict) => Promise<void>) =>
    withDocument(async (ref, document) => {
      const conflict = states.conflict(ref);
      if (conflict) {
        await act(documentMine(mineParts, ref, document.uri, document.getText()), conflict);
      }
    });
  return {
    [commandIds.publish]: withDocument(async (ref, document) => {
      if (await signedIn(parts)) {
        await publishing.publish(ref, document);
      }
    }),
    [commandIds.compareWithPublished]: withDocument(async (ref, document) => {
      const { connector, published } = await configurations.load(ref);
      const title = l10n.t("{0}: published ↔ edited", connector.name);
      await showDiff(documents.uri(ref, connector.name, published), document.uri, title);
    }),
    [commandIds.compareConflict]: withConflict((mine, conflict) =>
      conflicts.compare(mine, conflict),
    ),
    [commandIds.mergeConflict]: withConflict((mine, conflict) => conflicts.merge(mine, conflict)),
    [commandIds.completeMerge]: () => merges.complete(),
    [commandIds.useTheirs]: withConflict((mine, conflict) => conflicts.useTheirs(mine, conflict)),
    [commandIds.publishMine]: withDocument(async (ref, document) => {
      const conflict = states.conflict(ref);
      if (conflict && (await signedIn(parts))) {
        await publishing.publish(ref, document, { text: conflict.theirs.text });
      }
    }),
    [commandIds.askBeforePublishing]: async () => {
      const account = await session.account();
      await memory.unasked.set(account, []);
      vscode.window.setStatusBarMessage(
        l10n.t("From now on you are asked before a connector of this team is published."),
        5000,
      );
    },
  };
}

/** Makes a command of something that is done with a configuration that is open. */
function withDocument(act: (ref: ConfigurationRef, document: vscode.TextDocument) => unknown) {
  return async (target: unknown): Promise<void> => {
    const found = targetOf(target);
    if (found) {
      await act(found.ref, found.document);
    } else {
      void vscode.window.showInformationMessage(l10n.t("Open a connector’s configuration first."));
    }
  };
}

/** The tab's toolbar hands over its URI, the palette nothing. */
function targetOf(target: unknown) {
  const uri = target instanceof vscode.Uri ? target : vscode.window.activeTextEditor?.document.uri;
  const ref = uri && refOf(uri);
  const named =
    ref && openDocuments(ref).find((one) => one.document.uri.toString() === uri.toString());
  const document = named?.document ?? (ref && openDocument(ref));
  return ref && document && { ref, document };
}
