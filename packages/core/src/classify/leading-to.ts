import type { TrieNode } from "./phrase-trie.js";

/** The nodes from which some phrases are reached. */
export function leadingTo(isWanted: (phrase: number) => boolean, root: TrieNode): ReadonlySet<TrieNode> {
  const leading = new Set<TrieNode>();
  const seen = new Set<TrieNode>();
  const visit = (node: TrieNode): boolean => {
    if (seen.has(node)) return leading.has(node);
    seen.add(node);
    let leads = node.ends.some(isWanted);
    for (const child of childrenOf(node)) leads = visit(child) || leads;
    if (leads) leading.add(node);
    return leads;
  };
  visit(root);
  return leading;
}

function childrenOf({ next, prefixes, choices, gaps }: TrieNode): TrieNode[] {
  return [...[...next.values()].flat(), ...(prefixes?.values() ?? []), ...(choices?.values() ?? []), ...gaps.map(({ node }) => node)];
}
