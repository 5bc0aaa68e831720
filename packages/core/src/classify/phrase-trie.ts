import type { PhrasePiece } from "./parse-phrase.js";
import { readTokens } from "./read-tokens.js";
import { WordTable } from "./word-table.js";

/** A node of the tree of phrases; edges are folded tokens, choices among alternatives, and gaps. */
export interface TrieNode {
  readonly next: Map<string, TrieNode[]>;
  /** Edges that any word with this beginning takes. */
  prefixes: Map<string, TrieNode> | undefined;
  /** Edges that one of several alternatives takes, by the number of the choice. */
  choices: Map<number, TrieNode> | undefined;
  /** Edges over up to so much text between. */
  gaps: { readonly reach: number; readonly node: TrieNode }[];
  /** The phrases (in the tree of choices: the choices) that end here, by number. */
  ends: number[];
}

/** A tree of phrases and, apart, the tree of the alternatives they share. */
export interface PhraseTrie {
  readonly root: TrieNode;
  readonly choices: TrieNode;
  readonly choiceNumbers: Map<string, number>;
  readonly strictDiacritics: boolean;
  /** The words of phrases: far more than those of texts. */
  readonly words: WordTable;
  /** Other spellings of a text. */
  readonly spellings: (text: string) => readonly string[];
}

const emptyNode = (): TrieNode => ({
  next: new Map(),
  prefixes: undefined,
  choices: undefined,
  gaps: [],
  ends: [],
});

/** A tree without phrases. */
export function emptyTrie(strictDiacritics = false, spellings: (text: string) => readonly string[] = (text) => [text]): PhraseTrie {
  return { root: emptyNode(), choices: emptyNode(), choiceNumbers: new Map(), strictDiacritics, words: new WordTable(), spellings };
}

/** The mark of an edge that a word typed without diacritics takes where diacritics are strict. */
export const bare = "°";

/** Adds one sequence of pieces. */
export function addPhrase(trie: PhraseTrie, pieces: readonly PhrasePiece[], end: number): void {
  let nodes = [trie.root];
  for (const piece of pieces) {
    nodes = nodes.flatMap((node) => {
      if (piece.kind === "gap") return [gapOf(node, piece.reach)];
      if (piece.kind === "choice") return [choiceOf(trie, node, piece.alternatives)];
      return trie.spellings(piece.text).map((text) => walkWords(trie, node, text));
    });
  }
  for (const node of nodes) if (node !== trie.root && !node.ends.includes(end)) node.ends.push(end);
}

function choiceOf(trie: PhraseTrie, node: TrieNode, alternatives: readonly string[]): TrieNode {
  const key = alternatives.join("|");
  let number = trie.choiceNumbers.get(key);
  if (number === undefined) {
    number = trie.choiceNumbers.size;
    trie.choiceNumbers.set(key, number);
    for (const text of alternatives.flatMap((alternative) => trie.spellings(alternative.trim()))) {
      const last = walkWords(trie, trie.choices, text);
      if (last !== trie.choices && !last.ends.includes(number)) last.ends.push(number);
    }
  }
  node.choices ??= new Map();
  const child = node.choices.get(number) ?? emptyNode();
  node.choices.set(number, child);
  return child;
}

function walkWords(trie: PhraseTrie, from: TrieNode, text: string): TrieNode {
  let node = from;
  for (const word of text.split(" ")) {
    const isPrefix = word.endsWith("*");
    const part = isPrefix ? word.slice(0, -1) : word;
    const tokens = readTokens(part, 0, part.length, trie.words);
    tokens.forEach(({ kind, number }, index) => {
      const token = trie.words.wordOf(number);
      if (isPrefix && index === tokens.length - 1) node = prefixOf(node, token.text);
      else if (trie.strictDiacritics && kind === "word") node = strictEdge(node, token.exact, token.text);
      else node = edgeOf(node, token.text);
    });
  }
  return node;
}

function edgeOf(node: TrieNode, key: string): TrieNode {
  const found = node.next.get(key)?.[0];
  if (found !== undefined) return found;
  const made = emptyNode();
  node.next.set(key, [made]);
  return made;
}

function strictEdge(node: TrieNode, exact: string, folded: string): TrieNode {
  const child = edgeOf(node, exact);
  const bareEdges = node.next.get(bare + folded) ?? [];
  if (!bareEdges.includes(child)) node.next.set(bare + folded, [...bareEdges, child]);
  return child;
}

function prefixOf(node: TrieNode, key: string): TrieNode {
  node.prefixes ??= new Map();
  const found = node.prefixes.get(key) ?? emptyNode();
  node.prefixes.set(key, found);
  return found;
}

function gapOf(node: TrieNode, reach: number): TrieNode {
  const found = node.gaps.find((gap) => gap.reach === reach);
  if (found !== undefined) return found.node;
  const made = emptyNode();
  node.gaps.push({ reach, node: made });
  return made;
}
