/** A file as it is handed in: its path, for messages, and its text. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}
