/** Keys that let somebody in, by the word before “key”. */
const keyKinds =
  "secret|api|access|private|signing|shared|auth|account|subscription|session|functions|app|application|" +
  "master|encryption|ssh|service|server|admin|storage|deploy|license|developer|webhook|rsa|hmac";

/** By their last word, written without anything but letters and digits. */
const credentialName = new RegExp(
  `(authorization|cookie|token|passw(or)?d|passphrase|passcode|secret|(${keyKinds})key|signature|credential|jwt|hmac|assertion|sess(ion)?id|verifier|secretproof|csrf|xsrf|xauth|samlresponse|(auth|authorization|device|verification)code)(value|confirmation|hint|s|\\d)*$|^(auth|pass|pwd|sig|pin|otp|sid|bearer)$`,
);

/** What says where a list goes on lets nobody in. */
const pagingName = /(page|next|previous|continuation|sync)token$/;

/** Each name of a credential has one of these in it. */
const stems = [
  "auth",
  "cookie",
  "token",
  "pass",
  "secret",
  "key",
  "sig",
  "credential",
  "jwt",
  "hmac",
  "assertion",
  "sess",
  "verifier",
  "csrf",
  "xsrf",
  "samlresponse",
  "code",
  "pwd",
  "pin",
  "otp",
  "sid",
  "bearer",
];

/**
 * Source of a pattern that fits any text with the name of a credential in it, however its letters are set
 * apart, and many others: it says fast where there is none.
 */
export const credentialStem = stems.map((stem) => stem.split("").join("[^a-z0-9]*")).join("|");

/** Whether what goes by this name (of a header, a parameter or a member) is a credential, as far as names tell. */
export function isCredentialName(name: string): boolean {
  const plain = name.toLowerCase().replace(/[^a-z0-9]/g, "");
  return credentialName.test(plain) && !pagingName.test(plain);
}

/** As `isCredentialName`, for a parameter of a URL or a form: there “key” lets somebody in. */
export function isCredentialParameter(name: string): boolean {
  return name.toLowerCase() === "key" || isCredentialName(name);
}

/** What the name of a JSON member says about its value, or about the members beside it. */
export type NameKind = "credential" | "name" | "value" | "other";

const ofValue = /^(value|values|val|content|v|(header|field|param|parameter)_?value)$/i;
const ofName =
  /^(name|key|header|field|param|parameter|property|attribute|variable|id|k|(header|field|param|parameter)_?(name|key))$/i;

/** Objects may be pairs of a name and a value, each a member. */
export function kindOfName(name: string): NameKind {
  if (isCredentialName(name)) {
    return "credential";
  }
  if (ofValue.test(name)) {
    return "value";
  }
  return ofName.test(name) ? "name" : "other";
}
