import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";
import { commandIds, configurationScheme } from "../../../manifest";
import { connectorKey, type ConnectorRef } from "../../../platform/connectorRef";
import { pickOne, type Prompts } from "../../../platform/flow/prompts";
import { isSameVersion } from "../../../platform/json/compare";
import { isJson } from "../../../platform/json/parsedValue";
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
    const choice = await pickOne<"publish" | "published">(this.parts.prompts, {
      title,
      placeholder: l10n.t(
        '"{0}" has unpublished changes. A test run uses the published version.',
        plainText(connector.name, 60),
      ),
      items: [
        {
          label: l10n.t("Publish and Test"),
          description: l10n.t("Your changes go live"),
          icon: "cloud-upload",
          value: "publish",
        },
        {
          label: l10n.t("Test Published"),
          description: l10n.t("Without your changes"),
          icon: "beaker",
          value: "published",
        },
      ],
    });
    return choice === "publish" ? this.publish(ref, document) : choice === "published";
  }

  /** @returns whether it is published now; where it isn't, the person knows why */
  private async publish(ref: ConnectorRef, document: vscode.Uri): Promise<boolean> {
    const isFile = document.scheme !== configurationScheme;
    this.publishing.add(connectorKey(ref));
    try {
      await vscode.commands.executeCommand(
        isFile ? commandIds.publishFile : commandIds.publish,
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

  /** Undefined where the editor shows what is published. */
  private async shownIn(ref: ConnectorRef, document: vscode.Uri): Promise<string | undefined> {
    if (document.scheme !== configurationScheme) {
      return this.parts.contributions.files?.shown(document.toString());
    }
    const open = openDocument(ref);
    return open?.isDirty ? open.getText() : undefined;
  }
}
