/** How much an annotation weighs. */
export type AnnotationLevel = "error" | "warning" | "notice";

/** Where an annotation stands and what heads it. */
export interface AnnotationPlace {
  readonly file?: string | undefined;
  readonly line?: number | undefined;
  readonly column?: number | undefined;
  readonly title?: string | undefined;
}

/** One workflow command of GitHub Actions, escaped so that nothing in it can end it or begin another. */
export function githubCommand(level: AnnotationLevel, { file, line, column, title }: AnnotationPlace, message: string): string {
  const properties = Object.entries({ file, line, col: column, title }).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${escapeProperty(String(value))}`],
  );
  return `::${level}${properties.length === 0 ? "" : ` ${properties.join(",")}`}::${escapeData(message)}`;
}

function escapeData(text: string): string {
  // Terminals and log viewers end a line at more characters than the runner does, and marks of direction turn it around.
  const plain = text.replace(/[\p{Cc}\u2028\u2029\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, (found) =>
    found === "\n" || found === "\r" ? found : " ",
  );
  return plain.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
