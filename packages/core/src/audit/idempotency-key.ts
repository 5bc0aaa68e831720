import { requireList } from "../errors/require-argument.js";
import { hashOf } from "./hash-of.js";
import { KeyStart } from "./key-start.js";
import { sha256OfJoined } from "./sha-256-of-text.js";
import { TextEnd } from "./text-end.js";
import { writeQuickly } from "./write-quickly.js";

/** What a key is made of. */
export type KeyPart = string | number | null | undefined;

/**
 * A key that is the same for the same parts, in the same order, and different for others: the SHA-256 of their canonical
 * JSON, as hexadecimal. An absent part may be null or undefined, and counts the same; the number 1 and the text "1" differ.
 *
 * For a payout the parts are case id, order id, claim issue, remedy and sequence; a part that changes between two
 * attempts at the same thing (the time, an amount, a policy version) must not be one. Throws AmendsError for NaN,
 * infinities and lone surrogates.
 *
 * @example
 * import { idempotencyKey } from "@amends/core/audit";
 * idempotencyKey(["C-1", undefined, "lost", "reship", 0]) === idempotencyKey(["C-1", null, "lost", "reship", 0]); // => true
 * idempotencyKey(["ab", "c"]) === idempotencyKey(["a", "bc"]); // => false
 */
export function idempotencyKey(parts: readonly KeyPart[]): string {
  requireList(parts, "parts");
  return hashOf(known(parts));
}

/**
 * The keys of parts that begin alike: `idempotencyKey` of the shared parts and the others, with what they share written once.
 *
 * @example
 * import { idempotencyKey, idempotencyKeys } from "@amends/core/audit";
 * const keyOf = idempotencyKeys(["C-1", "O-1", "lost"]);
 * keyOf("reship", 0) === idempotencyKey(["C-1", "O-1", "lost", "reship", 0]); // => true
 */
export function idempotencyKeys(shared: readonly KeyPart[]): (...parts: readonly KeyPart[]) => string {
  requireList(shared, "shared");
  const start = new KeyStart(shared);
  return (...parts) => {
    const end = endOf(parts);
    // What can't be written quickly is refused with its place.
    return (end === undefined ? undefined : sha256OfJoined(start, end)) ?? idempotencyKey([...start.parts, ...parts]);
  };
}

const ends = new Map<string, TextEnd>();
const mostEnds = 64;
const longestWord = 32;

/**
 * The members of a list and its end; undefined where there are none. Nearly all are one of a few words and how often before, which is
 * never: those are kept.
 */
function endOf(parts: readonly KeyPart[]): TextEnd | undefined {
  const word = parts[0];
  const isUsual = parts.length === 2 && parts[1] === 0 && typeof word === "string" && word.length <= longestWord;
  const before = isUsual ? ends.get(word) : undefined;
  if (before !== undefined) return before;
  const members = membersOf(parts);
  if (members === undefined || members === "") return undefined;
  const end = new TextEnd(`${members}]`);
  if (isUsual && ends.size < mostEnds) ends.set(word, end);
  return end;
}

/** The members of a list as canonical JSON has them. */
function membersOf(parts: readonly KeyPart[]): string | undefined {
  let text = "";
  for (let index = 0; index < parts.length; index += 1) {
    const part = writeQuickly(parts[index] ?? null);
    if (part === undefined) return undefined;
    text += index === 0 ? part : `,${part}`;
  }
  return text;
}

function known(parts: readonly KeyPart[]): (string | number | null)[] {
  const all: (string | number | null)[] = [];
  for (const part of parts) all.push(part ?? null);
  return all;
}
