import * as l10n from "@vscode/l10n";
import type { EditableDraft } from "./createDraft";
import { descriptionRemark, identifierRemark, nameRemark } from "./fieldLimits";
import type { Prompts } from "../../platform/flow/prompts";
import { sourceStep, type SourceList } from "./sourceStep";
import type { Position, Step } from "../../platform/flow/steps";

export interface CreateSteps {
  readonly all: readonly Step[];
  /** The last question that was asked: where a refused create is taken up again. */
  readonly last: () => Step;
}

/** The questions of Create Connector: name, description, what to start from. */
export function createSteps(
  prompts: Prompts,
  draft: EditableDraft,
  sources: SourceList,
): CreateSteps {
  const title = l10n.t("Create Connector");

  const name: Step = {
    ask: (position: Position) =>
      prompts.text({
        title,
        position,
        prompt: l10n.t("Name of the connector"),
        placeholder: l10n.t("For example: Harbour Mail"),
        value: draft.value.name,
        remark: nameRemark,
        onInput: (typed) => draft.change({ name: typed }),
      }),
  };

  const description: Step = {
    ask: (position) =>
      prompts.text({
        title,
        position,
        prompt: l10n.t("Description (optional)"),
        placeholder: l10n.t("What the connector fetches, and for whom"),
        value: draft.value.description,
        remark: descriptionRemark,
        onInput: (typed) => draft.change({ description: typed }),
      }),
  };

  const source = sourceStep(title, prompts, draft, sources);

  const identifier: Step = {
    applies: () => draft.value.source.kind === "typed",
    ask: (position) =>
      prompts.text({
        title,
        position,
        prompt: l10n.t("Identifier of the connector to duplicate"),
        placeholder: l10n.t("For example: T3S70"),
        value: draft.value.source.kind === "typed" ? draft.value.source.identifier : "",
        remark: identifierRemark,
        onInput: (typed) => draft.change({ source: { kind: "typed", identifier: typed } }),
      }),
  };

  return {
    all: [name, description, source, identifier],
    last: () => (identifier.applies?.() ? identifier : source),
  };
}
