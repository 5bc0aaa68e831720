const reserved =
  "arguments await break case catch class const continue debugger default delete do else enum eval export extends false finally for function if implements import in instanceof interface let new null package private protected public return static super switch this throw true try typeof var void while with yield undefined NaN Infinity Number Date Map Set Object Array";

/** Names of a module, each given once, so that nothing hides anything else. */
export class NameTable {
  readonly #taken = new Set(reserved.split(" "));

  /** The name itself where it is free, else with a number. */
  take(wanted: string): string {
    let name = wanted;
    for (let count = 2; this.#taken.has(name); count += 1) name = `${wanted}${count}`;
    this.#taken.add(name);
    return name;
  }
}

const longest = 48;

/** A text as a camel-case identifier, such as `orderTotal` of `order.total`; `otherwise` where nothing of it can stand in one. */
export function identifierOf(text: string, otherwise: string): string {
  const words = text.slice(0, longest).match(/[A-Za-z0-9]+/g) ?? [];
  const name = words
    .map((word, index) => (index === 0 ? (word[0] ?? "").toLowerCase() : (word[0] ?? "").toUpperCase()) + word.slice(1))
    .join("");
  return /^[A-Za-z]/.test(name) ? name : `${otherwise}${name}`;
}
