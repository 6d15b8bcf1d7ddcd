/** A file's content, and its name as the person wrote it, for messages. */
export interface TextFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}
