/** A part of the extension's own code is not to be had. Nothing of what it was needed for was done. */
export class LoadError extends Error {
  override readonly name = "LoadError";
}
