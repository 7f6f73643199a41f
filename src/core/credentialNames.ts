/** By their last word, written without anything but letters and digits. */
const credentialName =
  /(authorization|cookie|token|passw(or)?d|passphrase|secret|(secret|api|access|private|signing|shared|auth|account|subscription|session|functions)key|signature|credential|jwt|hmac|assertion|sessionid|codeverifier|secretproof|csrf|xsrf|xauth)(value|confirmation|s|\d)*$|^(auth|pass|pwd|sig|pin|otp|sid)$/;

/** What says where a list goes on lets nobody in. */
const pagingName = /(page|next|previous|continuation|sync)token$/;

/** Whether what goes by this name (of a header, a parameter or a member) is a credential, as far as names tell. */
export function isCredentialName(name: string): boolean {
  const plain = name.toLowerCase().replace(/[^a-z0-9]/g, "");
  return credentialName.test(plain) && !pagingName.test(plain);
}

/** As `isCredentialName`, for a parameter of a URL or a form: there “key” lets somebody in. */
export function isCredentialParameter(name: string): boolean {
  return name.toLowerCase() === "key" || isCredentialName(name);
}
