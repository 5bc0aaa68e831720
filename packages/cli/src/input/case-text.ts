/** One case as it stands in the input: its text, and the line it starts on, from 1. */
export interface CaseText {
  readonly text: string;
  readonly line: number;
  /** Why the text can't be a case, where the reader already knows. */
  readonly problem?: { readonly code: string; readonly message: string };
}

/** The longest text that is read as one case; longer ones are refused before they fill the memory. */
export const longestCase = 64 * 1024 * 1024;
