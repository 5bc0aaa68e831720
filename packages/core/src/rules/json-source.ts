import { parseTree, printParseErrorCode, type Node, type ParseError } from "jsonc-parser";
import type { Finding } from "../errors/finding.js";
import { formatPath } from "../errors/json-path.js";

/** How much of a file is read before it is refused. */
export const jsonLimits = { characters: 16 * 1024 * 1024, depth: 200 } as const;

/** Where something stands in a text; both count from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** A JSON text with the place of each of its values. */
export interface JsonSource {
  readonly value: unknown;
  /** The place of the value at a path, or of its nearest parent. With `key`, of the key itself. */
  place(path: readonly PropertyKey[], part?: "key"): Place;
}

/**
 * Reads strict JSON: comments, trailing commas and duplicate keys are findings, each with its place.
 *
 * @example
 * import { readJson } from "@amends/core/rules";
 * const read = readJson('{\n  "a": [1, 2]\n}');
 * "source" in read ? read.source.place(["a", 1]) : read.findings; // => { line: 2, column: 12 }
 */
export function readJson(text: string): { source: JsonSource } | { findings: Finding[] } {
  const body = text.startsWith("\uFEFF") ? text.slice(1) : text;
  const place = placer(body);
  if (body.length > jsonLimits.characters) {
    return {
      findings: [
        { code: "json_too_long", message: `the file has ${body.length} characters`, expected: `at most ${jsonLimits.characters}` },
      ],
    };
  }
  const deep = tooDeepAt(body);
  if (deep !== undefined) {
    return {
      findings: [
        { code: "json_too_deep", message: "the file nests too deeply", expected: `at most ${jsonLimits.depth} levels`, ...place(deep) },
      ],
    };
  }
  const errors: ParseError[] = [];
  const tree = parseTree(body, errors, { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false });
  const findings: Finding[] = errors.map(({ error, offset }) => ({
    code: "json_syntax",
    message: sentence(printParseErrorCode(error)),
    ...place(offset),
    expected: "strict JSON, without comments or trailing commas",
  }));
  if (tree === undefined || findings.length > 0)
    return { findings: findings.length > 0 ? findings : [{ code: "json_syntax", message: "the file is empty", line: 1, column: 1 }] };
  const duplicates: Finding[] = [];
  const value = valueOf(tree, [], (path, node) =>
    duplicates.push({
      code: "json_duplicate_key",
      message: `the key ${formatPath(path)} stands twice`,
      path: formatPath(path),
      ...place(node.offset),
      fix: "keep one of them",
    }),
  );
  if (duplicates.length > 0) return { findings: duplicates };
  return { source: { value, place: (path, part) => place(offsetOf(tree, path, part)) } };
}

function placer(text: string): (offset: number) => Place {
  let starts: number[] | undefined;
  return (offset) => {
    starts ??= [0, ...[...text.matchAll(/\r\n|\n|\r/g)].map((match) => match.index + match[0].length)];
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] as number) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (starts[low] as number) + 1 };
  };
}

/** Looks at brackets alone, so that a hostile file can't exhaust the stack of the parser. */
function tooDeepAt(text: string): number | undefined {
  let depth = 0;
  let quoted = false;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (quoted) {
      if (code === 92) index += 1;
      else if (code === 34) quoted = false;
    } else if (code === 34) quoted = true;
    else if (code === 91 || code === 123) {
      depth += 1;
      if (depth > jsonLimits.depth) return index;
    } else if (code === 93 || code === 125) depth -= 1;
  }
  return undefined;
}

function valueOf(node: Node, path: readonly PropertyKey[], onDuplicate: (path: readonly PropertyKey[], key: Node) => void): unknown {
  if (node.type === "array") return (node.children ?? []).map((child, index) => valueOf(child, [...path, index], onDuplicate));
  if (node.type !== "object") return node.value;
  const object: Record<string, unknown> = {};
  for (const property of node.children ?? []) {
    const [key, child] = property.children as [Node, Node];
    const name = key.value as string;
    if (Object.hasOwn(object, name)) onDuplicate([...path, name], key);
    // A plain assignment of `__proto__` would set the prototype instead of a member.
    Object.defineProperty(object, name, {
      value: valueOf(child, [...path, name], onDuplicate),
      enumerable: true,
      configurable: true,
      writable: true,
    });
  }
  return object;
}

function offsetOf(tree: Node, path: readonly PropertyKey[], part: "key" | undefined): number {
  let at = tree;
  let key: Node | undefined;
  for (const step of path) {
    const property = typeof step === "number" ? undefined : at.children?.find((child) => child.children?.[0]?.value === step);
    const next = typeof step === "number" ? at.children?.[step] : property?.children?.[1];
    if (next === undefined) return at.offset;
    key = property?.children?.[0];
    at = next;
  }
  return part === "key" && key !== undefined ? key.offset : at.offset;
}

function sentence(code: string): string {
  return code.replace(/([a-z])([A-Z])/g, (_, before: string, after: string) => `${before} ${after.toLowerCase()}`).toLowerCase();
}
