import { normaliseMessage } from "./normalise-message.js";

/** Words of one language by what they mean: `"parcel": "parcel, packet."`; a full stop ends a word, else it goes on as it likes. */
export type ConceptWords = Readonly<Record<string, string>>;

/** Finds the words of concepts in a normalised message. */
export interface ConceptFinder {
  /** Calls for each place where a concept's word stands, in the order of places, then of lengths. */
  visit(units: Uint16Array, found: (concept: number, place: number) => void): void;
}

const blank = 0x20;
const unspaced: ReadonlySet<string> = new Set(["zh", "ja", "ko", "th"]);
/** Articles and prepositions that Arabic writes with the next word. */
const arabicPrefixes = ["", "ال", "و", "وال", "ب", "بال", "ل", "لل", "ف", "ه"];

/**
 * Compiles a language's words.
 *
 * @param names every concept's name; a concept is told by its index here
 */
export function compileConcepts(words: ConceptWords, language: string, names: readonly string[]): ConceptFinder {
  const root = newNode();
  for (const [index, name] of names.entries()) {
    for (const entry of (words[name] ?? "").split(",")) {
      for (const prefix of language === "ar" ? arabicPrefixes : [""]) add(root, prefix, entry.trim(), index, unspaced.has(language));
    }
  }
  const { steps, mask, concepts } = flatten(root);
  return {
    visit: (units, found) => {
      for (let place = 0; place < units.length; place += 1) {
        let node = 0;
        for (let at = place; at < units.length; at += 1) {
          const wanted = node * 65_536 + (units[at] as number);
          let slot = (Math.imul(node, nodeSpread) ^ Math.imul(units[at] as number, unitSpread)) & mask;
          while (steps.from[slot] !== wanted && steps.from[slot] !== free) slot = (slot + 1) & mask;
          if (steps.from[slot] === free) break;
          node = steps.to[slot] as number;
          const here = concepts[node];
          if (here !== undefined) for (let index = 0; index < here.length; index += 1) found(here[index] as number, place);
        }
      }
    },
  };
}

interface Node {
  readonly next: Map<number, Node>;
  readonly concepts: number[];
}

const newNode = (): Node => ({ next: new Map(), concepts: [] });

function add(root: Node, prefix: string, entry: string, concept: number, isUnspaced: boolean): void {
  if (entry === "") return;
  const padded = normaliseMessage(prefix + entry);
  // A blank before is the beginning of a word, one after it is its end.
  const from = isUnspaced ? 1 : 0;
  const to = entry.endsWith(".") && !isUnspaced ? padded.length : padded.length - 1;
  if (to - from < (isUnspaced ? 1 : 2)) return;
  let node = root;
  for (let index = from; index < to; index += 1) {
    const unit = padded[index] as number;
    const next = node.next.get(unit) ?? newNode();
    node.next.set(unit, next);
    node = next;
  }
  if (node !== root && padded[to - 1] !== undefined && !(to - from === 1 && padded[from] === blank) && !node.concepts.includes(concept))
    node.concepts.push(concept);
}

const free = -1;
const nodeSpread = 0x9e3779b1;
const unitSpread = 0x85ebca6b;

/** Nodes as numbers, and all their steps in one table with open addressing. */
function flatten(root: Node) {
  const nodes: Node[] = [root];
  const edges: (readonly [from: number, to: number])[] = [];
  for (const [index, node] of nodes.entries()) {
    for (const [unit, next] of node.next) {
      edges.push([index * 65_536 + unit, nodes.length]);
      nodes.push(next);
    }
  }
  let size = 16;
  while (size < edges.length * 2) size *= 2;
  const mask = size - 1;
  const steps = { from: new Float64Array(size).fill(free), to: new Int32Array(size) };
  for (const [from, to] of edges) {
    const node = Math.floor(from / 65_536);
    let slot = (Math.imul(node, nodeSpread) ^ Math.imul(from % 65_536, unitSpread)) & mask;
    while (steps.from[slot] !== free) slot = (slot + 1) & mask;
    steps.from[slot] = from;
    steps.to[slot] = to;
  }
  return { steps, mask, concepts: nodes.map(({ concepts }) => (concepts.length === 0 ? undefined : concepts)) };
}
