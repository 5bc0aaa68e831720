import { normaliseMessage } from "./normalise-message.js";

/** Words of one language by what they mean: `"parcel": "parcel, packet."`; a full stop ends a word, else it goes on as it likes. */
export type ConceptWords = Readonly<Record<string, string>>;

const blank = 0x20;
const unspaced: ReadonlySet<string> = new Set(["zh", "ja", "ko", "th"]);
/** Articles and prepositions that Arabic writes with the next word. */
const arabicPrefixes = ["", "ال", "و", "وال", "ب", "بال", "ل", "لل", "ف", "ه"];

interface Node {
  readonly next: Map<number, Node>;
  concept: number[] | undefined;
}

/** Finds the words of concepts in a normalised message. */
export interface ConceptFinder {
  /** Calls for each place where a concept's word stands, in the order of places, then of concepts. */
  visit(units: Uint16Array, found: (concept: number, place: number) => void): void;
}

/**
 * Compiles a language's words.
 *
 * @param names every concept's name; a concept is told by its index here
 */
export function compileConcepts(words: ConceptWords, language: string, names: readonly string[]): ConceptFinder {
  const root: Node = { next: new Map(), concept: undefined };
  for (const [index, name] of names.entries()) {
    for (const entry of (words[name] ?? "").split(",")) {
      for (const prefix of language === "ar" ? arabicPrefixes : [""]) add(root, prefix, entry.trim(), index, unspaced.has(language));
    }
  }
  return {
    visit: (units, found) => {
      for (let place = 0; place < units.length; place += 1) {
        let node: Node | undefined = root.next.get(units[place] as number);
        for (let at = place + 1; node !== undefined; at += 1) {
          if (node.concept !== undefined) for (const concept of node.concept) found(concept, place);
          node = at < units.length ? node.next.get(units[at] as number) : undefined;
        }
      }
    },
  };
}

function add(root: Node, prefix: string, entry: string, concept: number, isUnspaced: boolean): void {
  if (entry === "") return;
  const isWhole = entry.endsWith(".");
  const padded = normaliseMessage(prefix + entry);
  // A blank before is the beginning of a word, one after it is its end.
  const from = isUnspaced ? 1 : 0;
  const to = isWhole && !isUnspaced ? padded.length : padded.length - 1;
  let node = root;
  for (let index = from; index < to; index += 1) {
    const unit = padded[index] as number;
    const next = node.next.get(unit) ?? { next: new Map<number, Node>(), concept: undefined };
    node.next.set(unit, next);
    node = next;
  }
  if (node === root || (to - from === 1 && padded[from] === blank)) return;
  node.concept ??= [];
  if (!node.concept.includes(concept)) node.concept.push(concept);
}
