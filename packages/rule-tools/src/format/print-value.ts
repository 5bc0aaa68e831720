import { parseTree, type Node } from "jsonc-parser";
import { keyOrders, type SourceKind } from "./key-order.js";
import { printJson } from "./print-json.js";

/** A value in the canonical form of a kind of files. */
export function printValue(value: unknown, kind: SourceKind): string {
  const text = JSON.stringify(value);
  return printJson(text, parseTree(text) as Node, keyOrders[kind]);
}
