/** A credential with all that some format escapes. */
export const oddToken = "odd\"token\\/+=&<k>%20'x";

/** How a credential of ASCII characters looks in the formats that escape it. */
export function spellingsOf(token: string): readonly string[] {
  const inJson = (text: string) => JSON.stringify(text).slice(1, -1);
  return [
    token,
    inJson(token),
    inJson(inJson(token)),
    encodeURIComponent(token),
    btoa(token),
    btoa(`Bearer ${token}`).slice(8, -4),
    token.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;"),
    token.replaceAll('"', '""'),
  ];
}
