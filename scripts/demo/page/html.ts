/** A piece of a page whose text is already escaped. */
export class Html {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  toString(): string {
    return this.#text;
  }
}

/** What a template may hold: texts and numbers are escaped, pieces stay, nothing becomes nothing. */
export type Content = string | number | Html | null | undefined | false | readonly Content[];

/** A template of a page: whatever stands in it is escaped unless it is a piece itself. Attributes need their quotes. */
export function html(parts: TemplateStringsArray, ...contents: readonly Content[]): Html {
  return new Html(parts.reduce((text, part, index) => text + rendered(contents[index - 1]) + part));
}

function rendered(content: Content): string {
  if (content === null || content === undefined || content === false) return "";
  if (content instanceof Html) return content.toString();
  if (typeof content === "object") return content.map(rendered).join("");
  return escaped(String(content));
}

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? character);
}
