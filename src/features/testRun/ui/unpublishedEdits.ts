import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";
import { commandIds, configurationScheme } from "../../../manifest";
import { connectorKey, type ConnectorRef } from "../../../platform/connectorRef";
import { pickOne, type Prompts } from "../../../platform/flow/prompts";
import { isSameVersion } from "../../../platform/json/compare";
import { isJson } from "../../../platform/json/parsedValue";
import { orIfMissing } from "../../../platform/ui/globalFileStorage";
import { pathOf } from "../../../platform/ui/workspaceFiles";
import { plainText } from "../../../platform/words/plainText";
import type { Configurations } from "../../configurations/configurations";
import { openDocument } from "../../configurations/ui/configurationDocuments";
import type { ConnectorTarget } from "../../connectors/ui/connectorTarget";
import type { ConnectorContributions } from "../../connectors/ui/contributions";

/** What the question about unpublished edits needs. */
export interface UnpublishedEditParts {
  readonly configurations: Pick<Configurations, "load">;
  readonly contributions: Pick<ConnectorContributions, "files">;
  readonly prompts: Prompts;
}

/** A test runs what is published: says so where the editor holds something else. */
export class UnpublishedEdits {
  private readonly publishing = new Set<string>();

  constructor(private readonly parts: UnpublishedEditParts) {}

  /** Whether it is being published for a test, which follows by itself. */
  isPublishing(ref: ConnectorRef): boolean {
    return this.publishing.has(connectorKey(ref));
  }

  /**
   * Asks what to do where a document has edits that aren't published, and does it.
   * @param given the document that the test was asked for in
   * @returns whether to go on with the test. Throws why the configuration can't be read.
   */
  async askBeforeRun(
    { ref, connector }: ConnectorTarget,
    given: vscode.Uri | undefined,
    title: string,
  ): Promise<boolean> {
    const document = given ?? openDocument(ref)?.uri;
    if (!document || !(await this.isEdited(ref, document))) {
      return true;
    }
    const name = plainText(connector.name, 60);
    const isFile = isOfFile(document);
    const choice = await pickOne<"publish" | "published">(this.parts.prompts, {
      title,
      // What is published may be newer than the file: then these are no changes of the person's.
      placeholder: isFile
        ? l10n.t(
            "{0} differs from the published version. A test run uses the published version.",
            pathOf(document),
          )
        : l10n.t('"{0}" has unpublished changes. A test run uses the published version.', name),
      items: [
        {
          label: l10n.t("Publish and Test"),
          description: isFile ? l10n.t("The file goes live") : l10n.t("Your changes go live"),
          icon: "cloud-upload",
          value: "publish",
        },
        {
          label: l10n.t("Test Published"),
          description: isFile
            ? l10n.t("Without what differs in the file")
            : l10n.t("Without your changes"),
          icon: "beaker",
          value: "published",
        },
      ],
    });
    return choice === "publish" ? this.publish(ref, document) : choice === "published";
  }

  /** @returns whether it is published now; where it isn't, the person knows why */
  private async publish(ref: ConnectorRef, document: vscode.Uri): Promise<boolean> {
    this.publishing.add(connectorKey(ref));
    try {
      await vscode.commands.executeCommand(
        isOfFile(document) ? commandIds.publishFile : commandIds.publish,
        document,
      );
    } finally {
      this.publishing.delete(connectorKey(ref));
    }
    return !(await this.isEdited(ref, document));
  }

  private async isEdited(ref: ConnectorRef, document: vscode.Uri): Promise<boolean> {
    const shown = await this.shownIn(ref, document);
    if (shown === undefined) {
      return false;
    }
    const { published } = await this.parts.configurations.load(ref);
    return !isJson(shown) || !isSameVersion(shown, published);
  }

  /** Undefined where the editor shows what is published, and for a file that is gone since its last test. */
  private async shownIn(ref: ConnectorRef, document: vscode.Uri): Promise<string | undefined> {
    if (isOfFile(document)) {
      const shown = this.parts.contributions.files?.shown(document.toString());
      return shown && orIfMissing(shown, undefined);
    }
    const open = openDocument(ref);
    return open?.isDirty ? open.getText() : undefined;
  }
}

function isOfFile({ scheme }: vscode.Uri): boolean {
  return scheme !== configurationScheme;
}
