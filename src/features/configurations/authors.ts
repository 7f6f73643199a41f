import * as l10n from "@vscode/l10n";

/** Who published a version that an edit did not begin from, as far as that is known on this computer. */
export type Author =
  | {
      readonly kind: "you";
      /** The path of the file that was published, where it came from one. */
      readonly file?: string;
    }
  | { readonly kind: "someoneElse" }
  /** The connector was changed: by whom, or whether its configuration was, has not been found out. */
  | { readonly kind: "unknown" };

/** For the row of a connector: what has become of the published version. */
export function changedBy(author: Author): string {
  switch (author.kind) {
    case "you":
      return author.file === undefined
        ? l10n.t("changed by you")
        : l10n.t("changed by you, from {0}", author.file);
    case "someoneElse":
      return l10n.t("changed by someone else");
    case "unknown":
      return l10n.t("changed elsewhere");
  }
}

/** What the person is told of an edit that another version has overtaken. @param name fit for a notification */
export function overtakenText(name: string, author: Author): string {
  switch (author.kind) {
    case "you":
      return author.file === undefined
        ? l10n.t('You published another version of "{0}" while you were editing.', name)
        : l10n.t('You published "{0}" from {1} while you were editing.', name, author.file);
    case "someoneElse":
      return l10n.t('"{0}" was changed by someone else while you were editing.', name);
    case "unknown":
      return l10n.t('"{0}" was changed elsewhere while you were editing.', name);
  }
}

/** Where the edit was closed before that was known. @param name fit for a notification */
export function closedOvertakenText(name: string, author: Author): string {
  return author.kind === "someoneElse"
    ? l10n.t(
        '"{0}" was changed by someone else, so your changes weren\'t published. Find them in Show Configuration Versions….',
        name,
      )
    : l10n.t(
        'Another version of "{0}" was published, so your changes weren\'t. Find them in Show Configuration Versions….',
        name,
      );
}

/** The texts that name the other version of a conflict: "theirs" only where somebody else published it. */
export function otherVersionTexts(author: Author) {
  return author.kind === "someoneElse"
    ? {
        title: l10n.t("Their Version"),
        compared: (name: string) => l10n.t("{0}: their version ↔ your changes", name),
        replace: (name: string) => l10n.t('Replace their version of "{0}"?', name),
        comparedWith: l10n.t("Compared with their version:"),
        published: (when: string) => l10n.t("Their version was published {0}.", when),
        sameTime: l10n.t("Someone else published at the same time, after you."),
      }
    : {
        title: l10n.t("Published Version"),
        compared: (name: string) => l10n.t("{0}: published ↔ your changes", name),
        replace: (name: string) => l10n.t('Replace the published version of "{0}"?', name),
        comparedWith: l10n.t("Compared with the published version:"),
        published: (when: string) => l10n.t("The other version was published {0}.", when),
        sameTime: l10n.t("Another version was published at the same time."),
      };
}
