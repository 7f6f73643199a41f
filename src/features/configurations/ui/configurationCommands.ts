import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";
import type { ConnectorRef } from "../../../platform/connectorRef";
import type { Configurations } from "../configurations";
import type { Conflict, PublishStates } from "../publishStates";
import type { AccountValue } from "../../../platform/storage/accountStorage";
import type { Session } from "../../account/session";
import type { configurationCommands } from "../../../manifest";
import type { ConflictActions, ConflictSide } from "./conflictActions";
import type { CommandHandlers } from "../../../platform/ui/commands";
import { type ConnectorTargets } from "../../connectors/ui/connectorTarget";
import type { ConnectorStore } from "../../connectors/connectorStore";
import { askToOpenConfiguration, DoubleClicks, openConfiguration } from "./openConfiguration";
import type { VersionActions } from "./versionActions";
import { openDocument, openDocuments, connectorRefOf } from "./configurationDocuments";
import { documentConflictSide, type DocumentConflictParts } from "./documentConflictSide";
import type { MergeResults } from "./mergeResults";
import type { Publishing } from "./publishing";
import { showDiff, type VersionDocuments } from "./versionDocuments";

/** What the commands on configurations need. */
export interface ConfigurationCommandParts {
  readonly session: Session;
  readonly targets: ConnectorTargets;
  readonly store: ConnectorStore;
  readonly configurations: Configurations;
  readonly states: PublishStates;
  readonly publishing: Publishing;
  readonly conflicts: ConflictActions;
  readonly versionActions: VersionActions;
  readonly documents: VersionDocuments;
  readonly versions: DocumentConflictParts["versions"];
  readonly merges: MergeResults;
  /** Identifiers of an account's connectors that are published without asking. */
  readonly unasked: AccountValue<string[]>;
  /** Signs in to the team of a connector. */
  readonly switchTeam: (ref: ConnectorRef) => Promise<void>;
}

/** The commands on a configuration: the one of the tab or row that they are called from, or the active one. */
export function configurationHandlers(
  parts: ConfigurationCommandParts,
): CommandHandlers<typeof configurationCommands> {
  const { session, targets, configurations, states, publishing, conflicts, documents } = parts;
  const { versionActions, unasked } = parts;
  const ofActiveEditor = { ofActiveEditor: true };
  const { merges } = parts;
  const sideParts: DocumentConflictParts = {
    ...parts,
    publish: (ref, document) => publishing.publish(ref, document),
    saveStored: (...of) => publishing.saveStored(...of),
  };
  const withDocument = (act: (ref: ConnectorRef, document: vscode.TextDocument) => unknown) =>
    onDocument(targets, act);
  const withConflict = (act: (edit: ConflictSide, conflict: Conflict) => Promise<void>) =>
    withDocument(async (ref, document) => {
      const conflict = states.conflict(ref);
      if (conflict) {
        await act(documentConflictSide(sideParts, ref, document.uri, document.getText()), conflict);
      }
    });
  const compareWithPublished = withDocument(async (ref, document) => {
    const { connector, published } = await configurations.load(ref);
    const title = l10n.t("{0}: published ↔ your changes", connector.name);
    await showDiff(documents.publishedUri(ref, connector.name, published), document.uri, title);
  });
  const doubleClicks = new DoubleClicks();
  return {
    openConfiguration: targets.command(l10n.t("Open Configuration"), ({ ref, connector }) =>
      openConfiguration(parts, ref, connector, doubleClicks.howToOpen(connector)),
    ),
    publish: withDocument(async (ref, document) => {
      if (await targets.ensureSignedIn()) {
        await publishing.publish(ref, document);
      }
    }),
    compareWithPublished,
    // The palette sorts by title, and finds "Published" where people look for "publish": there it has another one.
    showChanges: compareWithPublished,
    compareConflict: withConflict((edit, conflict) => conflicts.compare(edit, conflict)),
    mergeConflict: withConflict((edit, conflict) => conflicts.merge(edit, conflict)),
    completeMerge: () => merges.complete(),
    useTheirs: withConflict((edit, conflict) => conflicts.useTheirs(edit, conflict)),
    publishMine: withDocument(async (ref, document) => {
      const conflict = states.conflict(ref);
      if (conflict && (await targets.ensureSignedIn())) {
        await publishing.publish(ref, document, { text: conflict.theirs.text });
      }
    }),
    askBeforePublishing: async () => {
      await unasked.set(await session.account(), []);
      vscode.window.setStatusBarMessage(
        l10n.t("You'll be asked before you publish connectors of this team."),
        5000,
      );
    },
    showVersions: targets.command(
      l10n.t("Show Configuration Versions"),
      ({ ref, connector }) => versionActions.show(ref, connector),
      ofActiveEditor,
    ),
    switchTeam: withDocument((ref) => parts.switchTeam(ref)),
    undoLastPublish: targets.command(
      l10n.t("Undo Last Publish"),
      ({ ref, connector }) => versionActions.undoLast(ref, connector),
      ofActiveEditor,
    ),
  };
}

/** Makes a command of something that is done with a configuration that is open. */
function onDocument(
  targets: Pick<ConnectorTargets, "ofRow">,
  act: (ref: ConnectorRef, document: vscode.TextDocument) => unknown,
) {
  return async (given: unknown): Promise<void> => {
    const row = targets.ofRow(given);
    const found = row ? documentOf(row.ref) : targetOf(given);
    if (found) {
      await act(found.ref, found.document);
    } else {
      void askToOpenConfiguration();
    }
  };
}

function documentOf(ref: ConnectorRef) {
  const document = openDocument(ref);
  return document && { ref, document };
}

/** The tab's toolbar hands over its URI, the palette nothing. */
function targetOf(target: unknown) {
  const uri = target instanceof vscode.Uri ? target : vscode.window.activeTextEditor?.document.uri;
  const ref = uri && connectorRefOf(uri);
  const named =
    ref && openDocuments(ref).find((one) => one.document.uri.toString() === uri.toString());
  const document = named?.document ?? (ref && openDocument(ref));
  return ref && document && { ref, document };
}
