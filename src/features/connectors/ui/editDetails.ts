import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";
import { notFoundText } from "../../../platform/words/errorMeaning";
import type { Connector } from "../connectorsApi";
import type { ConnectorRef } from "../../../platform/connectorRef";
import { descriptionRemark, nameRemark } from "../fieldLimits";
import { plainText } from "../../../platform/words/plainText";
import type { Prompts, Remark } from "../../../platform/flow/prompts";
import type { Change } from "../publication";
import type { Publisher } from "../publisher";
import { onlyStep } from "../../../platform/flow/steps";
import type { Notifier } from "../../../platform/ui/notifier";

/** What renaming and describing a connector need. */
export interface DetailsParts {
  readonly prompts: Prompts;
  readonly publisher: Publisher;
  readonly notifier: Notifier;
}

interface Detail {
  readonly title: string;
  readonly prompt: string;
  readonly before: string;
  readonly remark: (typed: string) => Remark | undefined;
  readonly change: (typed: string) => Change;
}

/** Asks for another name of a connector, and publishes it. Shows why it can't be published. */
export function renameConnector(
  parts: DetailsParts,
  ref: ConnectorRef,
  { name }: Connector,
): Promise<void> {
  return ask(parts, ref, name, {
    title: l10n.t("Rename {0}", plainText(name, 80)),
    prompt: l10n.t("Connector name"),
    before: name,
    remark: nameRemark,
    change: (typed) => ({ name: typed }),
  });
}

/** Asks for another description of a connector, and publishes it. Shows why it can't be published. */
export function editDescription(
  parts: DetailsParts,
  ref: ConnectorRef,
  { name, description = "" }: Connector,
): Promise<void> {
  return ask(parts, ref, name, {
    title: l10n.t("Edit Description of {0}", plainText(name, 80)),
    prompt: l10n.t("Description (optional)"),
    before: description,
    remark: descriptionRemark,
    change: (typed) => ({ description: typed }),
  });
}

/** @param typedBefore what was typed for an attempt that was refused */
async function ask(
  parts: DetailsParts,
  ref: ConnectorRef,
  name: string,
  detail: Detail,
  typedBefore?: string,
): Promise<void> {
  const { title, prompt, before, remark, change } = detail;
  let typed = typedBefore ?? before;
  const answer = await parts.prompts.text({
    title,
    position: onlyStep,
    prompt,
    value: typed,
    remark,
    onInput: (value) => (typed = value),
  });
  const wanted = typed.trim();
  if (answer !== "next" || (wanted === before && typedBefore === undefined)) {
    return;
  }
  const publication = await vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Window,
      title: l10n.t("Updating {0}", plainText(name, 80)),
    },
    () => parts.publisher.publish(ref, change(wanted)),
  );
  const again = () => ask(parts, ref, name, detail, typed);
  const failed = l10n.t('Couldn\'t update "{0}".', plainText(name, 80));
  switch (publication.kind) {
    case "published":
    case "unchanged":
      vscode.window.setStatusBarMessage(
        l10n.t("Updated {0}", plainText(publication.stored.connector.name, 80)),
        5000,
      );
      return;
    case "conflict":
      parts.notifier.show(
        {
          severity: "warning",
          text: l10n.t(
            '"{0}" was changed elsewhere at the same time. Check the result.',
            plainText(name, 80),
          ),
          steps: [],
        },
        [{ label: l10n.t("Retry"), run: again }],
      );
      return;
    case "refused":
    case "unknown": {
      const isUnknown = publication.kind === "unknown";
      parts.notifier.failed(publication.error, {
        context: {
          failed: isUnknown
            ? l10n.t('Couldn\'t confirm that "{0}" was updated.', plainText(name, 80))
            : failed,
          notFound: notFoundText(),
          right: "cb_connectors_write",
        },
        tryAgain: again,
        afterSignIn: again,
        logsOf: ref,
      });
    }
  }
}
