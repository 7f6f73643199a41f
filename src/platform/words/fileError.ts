/** Something is wrong with a file, which the person can open. Its message is for the person. */
export class FileError extends Error {
  override readonly name: string = "FileError";

  /** @param uri of the file, where it is known */
  constructor(
    message: string,
    readonly uri?: string,
  ) {
    super(message);
  }
}
