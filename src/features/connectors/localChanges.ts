import type { Connector } from "./connectorsApi";

/** What was done here to a team's connectors: a list that was asked for before that does not know it. */
export class LocalChanges {
  private readonly changes = new Map<
    string,
    { readonly at: number; readonly connector: Connector | undefined }
  >();
  private count = 0;

  /** Take it when a list is asked for. */
  mark(): number {
    return this.count;
  }

  /** It was created, changed or published. */
  put(connector: Connector): void {
    this.changes.set(connector.identifier, { at: ++this.count, connector });
  }

  /** It was deleted. */
  remove(identifier: string): void {
    this.changes.set(identifier, { at: ++this.count, connector: undefined });
  }

  /**
   * A list as it is with what was done here since it was asked for.
   * @param mark taken when it was asked for
   */
  applyTo(connectors: readonly Connector[], mark: number): readonly Connector[] {
    const later = new Map([...this.changes].filter(([, { at }]) => at > mark));
    if (later.size === 0) {
      return connectors;
    }
    return [
      ...connectors.filter(({ identifier }) => !later.has(identifier)),
      ...[...later.values()].flatMap(({ connector }) => connector ?? []),
    ];
  }

  /** Another account's connectors are listed from now on. */
  clear(): void {
    this.changes.clear();
  }
}
