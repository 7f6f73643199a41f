import { isCredentialParameter } from "../../platform/masking/credentialNames";
import { masked, maskName, type plain, type Filled } from "./testValues";

/** The name and the value of a header or a parameter. */
export type Pair = readonly [name: string, value: readonly Filled[]];

/** Scheme, host and port of an address, as they are written. */
export function urlUpToPath(url: string): string {
  return /^[^:]{0,20}:\/\/[^/?#\\]*/.exec(url)?.[0] ?? url;
}

/** Appends parameters to an address, before its fragment. Names stand in the place of credentials unencoded. */
export function withParameters(
  url: string,
  parameters: readonly Pair[],
  textOf: typeof plain,
): string {
  if (parameters.length === 0) {
    return url;
  }
  const query = parameters.map(([name, value]) => {
    const text = value.map((part) => {
      const isName = textOf === masked && part.name !== undefined;
      return isName ? textOf([part]) : encode(textOf([part]));
    });
    return `${encode(name)}=${text.join("")}`;
  });
  const [address = "", ...fragment] = url.split("#");
  const separator = address.includes("?") ? (/[?&]$/.test(address) ? "" : "&") : "?";
  return [address + separator + query.join("&"), ...fragment].join("#");
}

/** Percent-encodes all that isn't plain in a query; half a surrogate pair, which has no encoding, as U+FFFD. */
function encode(text: string): string {
  return encodeURIComponent(text.replace(/\p{Cs}/gu, "\ufffd"));
}

/** Hides credentials that the configuration has in the address itself. */
export function maskQuery(url: string): string {
  return url.replace(
    /([?&])([^=&#]{1,200})=([^&#${}]{1,2000})(?=[&#]|$)/g,
    (whole, sign: string, name: string) =>
      isCredentialParameter(name) ? `${sign}${name}=${maskName(name)}` : whole,
  );
}
