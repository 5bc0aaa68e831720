import type { Finding } from "@amends/core/errors";
import { parseTree, type Node } from "jsonc-parser";
import { readSource } from "../located-source.js";
import type { SourceFile } from "../source-file.js";
import { keyOrders } from "./key-order.js";
import { printJson } from "./print-json.js";
import { sourceKind } from "./source-kind.js";

/** A file in its canonical form, or why it has none. */
export type FormattedSource = { readonly text: string; readonly changed: boolean } | { readonly findings: readonly Finding[] };

/**
 * The canonical form of a policy, a test file, a lexicon or `amends.config.json`; any other JSON is only laid out. What the file means stays: lists
 * keep their order, numbers and texts the form they are written in; keys stand in the order of the schema. No byte order mark, lines end
 * with LF and are at most 140 columns wide, unless a text is wider. A file that is no strict JSON, or holds a key twice, has no
 * canonical form.
 *
 * @example
 * import { formatSource } from "@amends/rule-tools";
 * const formatted = formatSource({ path: "a.test.json", text: '{"tests":[],\r\n"policy":"shop/x"}' });
 * "text" in formatted && formatted.text; // => '{\n  "policy": "shop/x",\n  "tests": []\n}\n'
 */
export function formatSource(file: SourceFile): FormattedSource {
  const read = readSource(file);
  if ("findings" in read) return { findings: read.findings };
  const body = file.text.replace(/^\uFEFF/, "");
  // It has been read already, so there is a tree.
  const tree = parseTree(body) as Node;
  const text = printJson(body, tree, keyOrders[sourceKind(file, read.source.value)]);
  return { text, changed: text !== file.text };
}
