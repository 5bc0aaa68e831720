import type { Finding } from "../../errors/finding.js";
import { formatPath } from "../../errors/json-path.js";
import { quoted } from "../../errors/quoted.js";
import { requireText } from "../../errors/require-argument.js";
import { jsonProblems } from "./json-problems.js";
import { readJsonTree, type JsonMember, type JsonNode } from "./json-tree.js";

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
  requireText(text, "text");
  const body = text.startsWith("\uFEFF") ? text.slice(1) : text;
  const place = placer(body);
  if (body.length > jsonLimits.characters) {
    return {
      findings: [
        { code: "json_too_long", message: `the file has ${body.length} characters`, expected: `at most ${jsonLimits.characters}` },
      ],
    };
  }
  const { tooDeepAt, colons } = outline(body);
  if (tooDeepAt !== undefined) {
    return {
      findings: [
        {
          code: "json_too_deep",
          message: "the file nests too deeply",
          expected: `at most ${jsonLimits.depth} levels`,
          ...place(tooDeepAt),
        },
      ],
    };
  }
  const parsed = parsedValue(body);
  if (parsed === undefined) return { findings: syntaxFindings(body, place) };
  // The tree costs many times what the value does, and most files are read without anything to point at.
  let known: JsonNode | undefined;
  const tree = (): JsonNode => (known ??= readJsonTree(body));
  const { value } = parsed;
  if (countKeys(value) !== colons || mayHoldHalfCharacters.test(body)) {
    const findings = contentFindings(body, tree(), place);
    if (findings.length > 0) return { findings };
  }
  return { source: { value, place: (path, part) => place(offsetOf(tree(), path, part)) } };
}

const mayHoldHalfCharacters = /\\u[dD][89a-fA-F]|\p{Surrogate}/u;

/** Keys that stand twice, and texts with half a character. */
function contentFindings(text: string, tree: JsonNode, place: (offset: number) => Place): Finding[] {
  const findings: Finding[] = [];
  const add = (finding: () => Finding): void => {
    if (findings.length < listedAtMost) findings.push(finding());
  };
  lookThrough(text, tree, [], {
    duplicate: (path, key, earlier) =>
      add(() => ({
        code: "json_duplicate_key",
        message: `the key ${quoted(String(path.at(-1)))} stands twice`,
        path: formatPath(path),
        ...place(key.keyOffset),
        fix: `keep one of them; the other is on line ${place(earlier.keyOffset).line}`,
      })),
    loneSurrogate: (path, offset) =>
      add(() => ({
        code: "json_lone_surrogate",
        message: "the text holds half a character (a lone surrogate)",
        path: formatPath(path),
        ...place(offset),
        expected: "whole characters; one beyond U+FFFF is written as itself, or as two escapes that belong together",
      })),
  });
  return findings;
}

/** So many findings of one file are enough to mend. */
const listedAtMost = 1_000;

function parsedValue(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return undefined;
  }
}

/** How many members the objects of a value have: fewer than the text has colons where a key stands twice. */
function countKeys(value: unknown): number {
  if (typeof value !== "object" || value === null) return 0;
  if (Array.isArray(value)) return value.reduce<number>((count, member) => count + countKeys(member), 0);
  let count = 0;
  for (const key of Object.keys(value)) count += 1 + countKeys((value as Readonly<Record<string, unknown>>)[key]);
  return count;
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

/** Looks at brackets, quotes and colons alone, so that a hostile file can't exhaust the stack of the parser. */
function outline(text: string): { readonly tooDeepAt?: number; readonly colons: number } {
  let depth = 0;
  let colons = 0;
  let isInText = false;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (isInText) {
      if (code === 92) index += 1;
      else if (code === 34) isInText = false;
    } else if (code === 34) isInText = true;
    else if (code === 58) colons += 1;
    else if (code === 91 || code === 123) {
      depth += 1;
      if (depth > jsonLimits.depth) return { tooDeepAt: index, colons };
    } else if (code === 93 || code === 125) depth -= 1;
  }
  return { colons };
}

/** What is no JSON, in our own words. */
function syntaxFindings(body: string, place: (offset: number) => Place): Finding[] {
  const problems = jsonProblems(body);
  const found = problems.length > 0 ? problems : [{ offset: 0, message: "this is no JSON" }];
  return found.map(({ offset, ...what }) => ({ code: "json_syntax", ...what, ...place(offset), expected: "strict JSON" }));
}

interface Reports {
  duplicate(path: readonly PropertyKey[], key: JsonMember, earlier: JsonMember): void;
  loneSurrogate(path: readonly PropertyKey[], offset: number): void;
}

const loneSurrogate = /\p{Surrogate}/u;

function lookThrough(text: string, { offset, end, members, entries }: JsonNode, path: readonly PropertyKey[], reports: Reports): void {
  if (entries !== undefined) for (const [index, entry] of entries.entries()) lookThrough(text, entry, [...path, index], reports);
  else if (members !== undefined) {
    const keys = new Map<string, JsonMember>();
    for (const member of members) {
      const { key, keyOffset, node } = member;
      const earlier = keys.get(key);
      if (earlier !== undefined) reports.duplicate([...path, key], member, earlier);
      else keys.set(key, member);
      if (loneSurrogate.test(key)) reports.loneSurrogate([...path, key], keyOffset);
      lookThrough(text, node, [...path, key], reports);
    }
  } else if (text[offset] === '"' && loneSurrogate.test(JSON.parse(text.slice(offset, end)) as string)) reports.loneSurrogate(path, offset);
}

function offsetOf(tree: JsonNode, path: readonly PropertyKey[], part: "key" | undefined): number {
  let at = tree;
  let key: number | undefined;
  for (const step of path) {
    const member = typeof step === "number" ? undefined : at.members?.find((each) => each.key === step);
    const next = typeof step === "number" ? at.entries?.[step] : member?.node;
    if (next === undefined) return at.offset;
    key = member?.keyOffset;
    at = next;
  }
  return part === "key" && key !== undefined ? key : at.offset;
}
