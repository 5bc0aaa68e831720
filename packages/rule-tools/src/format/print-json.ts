import type { Node } from "jsonc-parser";
import { displayWidth } from "../display-width.js";
import type { KeyOrder } from "./key-order.js";

/** A line is at most this many columns wide, unless a single text is wider. */
export const lineWidth = 140;
const step = "  ";

interface Member {
  /** As it stands in the text, with its quotes. */
  readonly key: string;
  readonly value: Value;
}

/** A value as it is going to be written. Its scalars keep the form in which they stand. */
interface Value {
  readonly flat: string;
  readonly members?: readonly Member[];
  readonly entries?: readonly Value[];
  readonly isNumber: boolean;
}

/**
 * Writes a tree anew: what fits on a line stands on one, the rest is broken; lists of numbers fill their lines. The outermost object is
 * always broken.
 */
export function printJson(text: string, tree: Node, order: KeyOrder): string {
  const value = valueOf(text, tree, order);
  const isBroken = value.members !== undefined && value.members.length > 0;
  return `${isBroken ? broken(value, "") : print(value, "", 0, 0)}\n`;
}

function valueOf(text: string, node: Node, order: KeyOrder | undefined): Value {
  if (node.type === "array") {
    const entries = (node.children ?? []).map((child) => valueOf(text, child, order?.each));
    return { flat: `[${entries.map(({ flat }) => flat).join(", ")}]`, entries, isNumber: false };
  }
  if (node.type === "object") {
    const members = inOrder(node.children ?? [], order?.keys).map(({ name, key, value }) => ({
      key: text.slice(key.offset, key.offset + key.length),
      value: valueOf(text, value, memberOrder(order, name)),
    }));
    const flat = members.length === 0 ? "{}" : `{ ${members.map(({ key, value }) => `${key}: ${value.flat}`).join(", ")} }`;
    return { flat, members, isNumber: false };
  }
  return { flat: text.slice(node.offset, node.offset + node.length), isNumber: node.type === "number" };
}

function memberOrder(order: KeyOrder | undefined, name: string): KeyOrder | undefined {
  const { members = {}, each } = order ?? {};
  return Object.hasOwn(members, name) ? members[name] : each;
}

function inOrder(children: readonly Node[], keys: readonly string[] = []): { name: string; key: Node; value: Node }[] {
  const members = children.flatMap(({ children: [key, value] = [] }) =>
    key === undefined || value === undefined ? [] : [{ name: String(key.value), key, value }],
  );
  const placeOf = (name: string): number => (keys.includes(name) ? keys.indexOf(name) : keys.length);
  return members.toSorted((left, right) => placeOf(left.name) - placeOf(right.name));
}

/** A value behind `before` columns of its line, with `after` more to come behind it. */
function print(value: Value, indent: string, before: number, after: number): string {
  const size = (value.members ?? value.entries ?? []).length;
  return size === 0 || before + displayWidth(value.flat) + after <= lineWidth ? value.flat : broken(value, indent);
}

function broken({ members = [], entries }: Value, indent: string): string {
  const inner = indent + step;
  if (entries !== undefined) {
    const lines = entries.length > 1 && entries.every(({ isNumber }) => isNumber) ? filled(entries, inner) : listed(entries, inner);
    return `[\n${lines}\n${indent}]`;
  }
  const lines = members.map(({ key, value }, index) => {
    const comma = index < members.length - 1 ? "," : "";
    const start = `${inner}${key}: `;
    return `${start}${print(value, inner, displayWidth(start), comma.length)}${comma}`;
  });
  return `{\n${lines.join("\n")}\n${indent}}`;
}

function listed(entries: readonly Value[], inner: string): string {
  return entries
    .map((entry, index) => {
      const comma = index < entries.length - 1 ? "," : "";
      return `${inner}${print(entry, inner, inner.length, comma.length)}${comma}`;
    })
    .join("\n");
}

function filled(entries: readonly Value[], inner: string): string {
  const lines: string[] = [];
  for (const [index, { flat }] of entries.entries()) {
    const word = index < entries.length - 1 ? `${flat},` : flat;
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + word.length > lineWidth) lines.push(inner + word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines.join("\n");
}
