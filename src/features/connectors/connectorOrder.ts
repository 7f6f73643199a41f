import type { Connector } from "./connectorsApi";

/** Sorts for reading: by name in the reader's locale, then by identifier. */
export function byName(connectors: readonly Connector[]): Connector[] {
  const { compare } = new Intl.Collator(undefined, { numeric: true });
  return connectors.toSorted(
    (a, b) => compare(a.name, b.name) || compare(a.identifier, b.identifier),
  );
}

/** Sorts for choosing: the most recently used first, the others by name. */
export function recentFirst(
  connectors: readonly Connector[],
  recent: readonly string[],
): Connector[] {
  const rank = ({ identifier }: Connector) => {
    const index = recent.indexOf(identifier);
    return index === -1 ? recent.length : index;
  };
  return byName(connectors).toSorted((a, b) => rank(a) - rank(b));
}
