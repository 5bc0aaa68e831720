import { readTokens } from "./read-tokens.js";

/** A node of the tree of phrases; edges are folded tokens. */
export interface TrieNode {
  readonly next: Map<string, TrieNode[]>;
  /** Edges that any word with this beginning takes, and the lengths of those beginnings. */
  prefixes: Map<string, TrieNode> | undefined;
  shortestPrefix: number;
  longestPrefix: number;
  /** Edges over up to so much text between. */
  gaps: { readonly reach: number; readonly node: TrieNode }[];
  /** The phrases that end here, by number. */
  ends: number[];
}

/** A word between costs 5, a character of a script without spaces 2: three words or eight characters for `~`, twice that for `~~`. */
const reaches: Readonly<Record<string, number>> = { "~": 16, "~~": 32 };

/** A node without edges. */
export const emptyNode = (): TrieNode => ({ next: new Map(), prefixes: undefined, shortestPrefix: 99, longestPrefix: 0, gaps: [], ends: [] });

/** The mark of an edge that a word typed without diacritics takes where diacritics are strict. */
export const bare = "°";

/** Adds one written-out phrase. */
export function addPhrase(root: TrieNode, phrase: string, end: number, strictDiacritics: boolean): void {
  let node = root;
  for (const piece of phrase.split(" ")) {
    const reach = reaches[piece];
    if (reach !== undefined) {
      node = gapOf(node, reach);
      continue;
    }
    const isPrefix = piece.endsWith("*");
    const tokens = readTokens(isPrefix ? piece.slice(0, -1) : piece);
    tokens.forEach((token, index) => {
      if (isPrefix && index === tokens.length - 1) node = prefixOf(node, token.text);
      else if (strictDiacritics && token.kind === "word") node = strictEdge(node, token.exact, token.text);
      else node = edgeOf(node, token.text);
    });
  }
  if (node !== root && !node.ends.includes(end)) node.ends.push(end);
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
  const bareKey = bare + folded;
  const bareEdges = node.next.get(bareKey) ?? [];
  if (!bareEdges.includes(child)) node.next.set(bareKey, [...bareEdges, child]);
  return child;
}

function prefixOf(node: TrieNode, key: string): TrieNode {
  node.prefixes ??= new Map();
  const found = node.prefixes.get(key) ?? emptyNode();
  node.prefixes.set(key, found);
  node.shortestPrefix = Math.min(node.shortestPrefix, key.length);
  node.longestPrefix = Math.max(node.longestPrefix, key.length);
  return found;
}

function gapOf(node: TrieNode, reach: number): TrieNode {
  const found = node.gaps.find((gap) => gap.reach === reach);
  if (found !== undefined) return found.node;
  const made = emptyNode();
  node.gaps.push({ reach, node: made });
  return made;
}
