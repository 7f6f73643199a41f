/** A place for files, by paths of segments. Reads of what is not there give undefined or nothing. */
export interface FileStorage {
  read(path: readonly string[]): Promise<string | undefined>;
  write(path: readonly string[], text: string): Promise<void>;
  /** A file, or a folder and all that is in it. */
  remove(path: readonly string[]): Promise<void>;
  /** The names in a folder. */
  list(path: readonly string[]): Promise<readonly string[]>;
}
