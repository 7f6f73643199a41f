import * as l10n from "@vscode/l10n";
import type { EditableDraft, CreateSource } from "./createDraft";
import { descriptionRemark, identifierRemark, nameRemark } from "./fieldLimits";
import type { Prompts, PickItem } from "../../platform/flow/prompts";
import type { Position, Step } from "../../platform/flow/steps";
import type { Connector } from "./connectorsApi";
import { recentFirst } from "./connectorOrder";
import { userMessageFor } from "../../platform/words/userMessage";

/** The steps of a create. */
export interface CreateSteps {
  readonly all: readonly Step[];
  /** The last question that was asked: where a refused create is taken up again. */
  readonly last: () => Step;
}

/** Where the connectors to duplicate come from. */
export interface SourceList {
  /** The team's connectors; throws when they cannot be listed. */
  readonly connectors: () => Promise<readonly Connector[]>;
  /** Those known without asking, e.g. created here when the key may not list. */
  readonly known: () => readonly Connector[];
  /** Identifiers, most recently used first. */
  readonly recent: () => readonly string[];
  /** Files with a configuration in the workspace; does not reject. */
  readonly files: () => Promise<readonly SourceFile[]>;
  /** Asks for a file from anywhere; undefined when the person cancels. */
  readonly chooseFile: () => Promise<string | undefined>;
}

/** A file with a configuration. */
export interface SourceFile {
  readonly uri: string;
  /** As the workspace names it. */
  readonly path: string;
}

type Choice = CreateSource | { readonly kind: "retry" } | { readonly kind: "chooseFile" };

/** What a connector is made by: each has a title of its own, and all but the first begin with a source. */
export type CreateAction = "create" | "fromFile" | "duplicate" | "restore";

/**
 * The questions of Create Connector: name, description, what to start from. Whoever duplicates or restores a connector,
 * or creates one from a file, has chosen that already.
 */
export function createSteps(
  prompts: Prompts,
  draft: EditableDraft,
  sources: SourceList,
  action: CreateAction = "create",
): CreateSteps {
  const title = titleOf(action);

  const name: Step = {
    ask: (position: Position) =>
      prompts.text({
        title,
        position,
        prompt: l10n.t("Connector name"),
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

  if (action !== "create") {
    return { all: [name, description], last: () => description };
  }

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

function titleOf(action: CreateAction): string {
  switch (action) {
    case "create":
      return l10n.t("Create Connector");
    case "fromFile":
      return l10n.t("Import Connector from File");
    case "duplicate":
      return l10n.t("Duplicate Connector");
    case "restore":
      return l10n.t("Restore Deleted Connector");
  }
}

/** Start from the service's default configuration, or duplicate a connector. */
function sourceStep(
  title: string,
  prompts: Prompts,
  draft: EditableDraft,
  sources: SourceList,
): Step {
  // Looked for while the questions before are answered: a list that changes under an Enter takes another item.
  const files = sources.files();
  const step: Step = {
    ask: (position) =>
      prompts.pick<Choice>({
        title,
        position,
        placeholder: l10n.t("Start from the default configuration, a connector, or a file"),
        items: around(draft, [], []),
        later: Promise.all([connectorItems(sources), files]).then(([items, found]) =>
          around(draft, items, found),
        ),
        isActive: (choice) => isSame(choice, draft.value.source),
        accept: async (choice) => {
          if (choice.kind === "retry") {
            return step;
          }
          if (choice.kind === "chooseFile") {
            const uri = await sources.chooseFile();
            if (uri === undefined) {
              return step;
            }
            draft.change({ source: { kind: "file", uri } });
            return "next";
          }
          if (!(choice.kind === "typed" && draft.value.source.kind === "typed")) {
            draft.change({ source: choice });
          }
          return "next";
        },
      }),
  };
  return step;
}

/** What is always offered stands last: a filter leaves it there, and Enter takes the first match. */
function around(
  { value: { source } }: EditableDraft,
  connectors: readonly PickItem<Choice>[],
  files: readonly SourceFile[],
): PickItem<Choice>[] {
  return [
    ...chosenBefore(source, files),
    {
      label: l10n.t("Default configuration"),
      description: l10n.t("a valid template"),
      icon: "new-file",
      value: { kind: "default" },
    },
    ...connectors,
    ...files.map(({ uri, path }) => fileItem(path, uri)),
    {
      label: l10n.t("Select file…"),
      description: l10n.t("with a connector configuration"),
      icon: "folder-opened",
      alwaysShow: true,
      group: l10n.t("Other sources"),
      value: { kind: "chooseFile" },
    },
    {
      label: l10n.t("Enter identifier…"),
      description: l10n.t("of a connector to duplicate"),
      icon: "edit",
      alwaysShow: true,
      group: l10n.t("Other sources"),
      value: { kind: "typed", identifier: "" },
    },
  ];
}

async function connectorItems(sources: SourceList): Promise<PickItem<Choice>[]> {
  try {
    return toItems(await sources.connectors(), sources.recent());
  } catch (error) {
    const failed = l10n.t("Couldn't load the connectors.");
    const { text } = userMessageFor(error, { failed, right: "cb_connectors_read" }, Date.now());
    const problem: PickItem<Choice> = {
      label: l10n.t("Retry"),
      detail: text,
      icon: "error",
      alwaysShow: true,
      value: { kind: "retry" },
    };
    return [problem, ...toItems(sources.known(), sources.recent())];
  }
}

function toItems(connectors: readonly Connector[], recent: readonly string[]): PickItem<Choice>[] {
  return recentFirst(connectors, recent).map(({ identifier, name, description }) => ({
    label: name,
    description: identifier,
    detail: description,
    icon: "plug",
    group: l10n.t("Duplicate a connector"),
    value: { kind: "connector", identifier },
  }));
}

/** A file from elsewhere, which was chosen already and is in no list. */
function chosenBefore(source: CreateSource, files: readonly SourceFile[]): PickItem<Choice>[] {
  return source.kind === "file" && !files.some(({ uri }) => uri === source.uri)
    ? [fileItem(decodeURIComponent(source.uri.split("/").at(-1) ?? ""), source.uri)]
    : [];
}

function fileItem(label: string, uri: string): PickItem<Choice> {
  const group = l10n.t("Start from a file");
  return { label, icon: "file-code", group, value: { kind: "file", uri } };
}

function isSame(choice: Choice, source: CreateSource): boolean {
  if (choice.kind === "connector" && source.kind === "connector") {
    return choice.identifier === source.identifier;
  }
  if (choice.kind === "file" && source.kind === "file") {
    return choice.uri === source.uri;
  }
  return choice.kind === source.kind;
}
