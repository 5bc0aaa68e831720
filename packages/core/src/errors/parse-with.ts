import type * as z from "zod";

/** What a schema finds wrong in a list it hands on as the arguments of one call, for which a stack has room of some 100,000. */
const issuesAtOnce = 1_000;
const entriesAtOnce = 250;
const windowsAtMost = 100;

/** What a schema makes of a value, or what is wrong with it. */
export type Parsed<Read> =
  | { readonly success: true; readonly data: Read }
  | { readonly success: false; readonly error: { readonly issues: readonly z.core.$ZodIssue[] } };

/**
 * What a schema makes of a value. Of very many mistakes it has the first ones, a thousand or some more, where the schema by itself
 * could end in a RangeError.
 *
 * @example
 * import { parseWith } from "@amends/core/errors";
 * import * as z from "zod";
 * const schema = z.object({ days: z.array(z.number()) });
 * const parsed = parseWith(schema, { days: Array.from({ length: 200_000 }, () => "monday") });
 * parsed.success ? [] : parsed.error.issues[999]?.path; // => ["days", 999]
 */
export function parseWith<Schema extends z.ZodType>(schema: Schema, value: unknown): Parsed<z.output<Schema>> {
  const whole = attempt(schema, value);
  if (whole?.success === true || (whole !== undefined && whole.error.issues.length <= issuesAtOnce)) return whole;
  const issues: z.core.$ZodIssue[] = [];
  const keys = new Keys();
  for (let window = 0; window < windowsAtMost && issues.length <= issuesAtOnce; window += 1) {
    const first = window * entriesAtOnce;
    const part = windowOf(value, first, keys);
    const parsed = attempt(schema, part);
    if (parsed === undefined) break;
    for (const issue of parsed.success ? [] : parsed.error.issues) {
      const place = placeIn(value, part, issue.path, first, keys);
      if (place !== undefined && (window === 0 || place.isWithin)) issues.push({ ...issue, path: place.path });
    }
  }
  if (issues.length > 0) return { success: false, error: { issues } };
  if (whole !== undefined) return { success: false, error: { issues: whole.error.issues.slice(0, issuesAtOnce + 1) } };
  const message = "must have fewer mistakes: they are too many to be told";
  return { success: false, error: { issues: [{ code: "custom", path: [], message, input: value }] } };
}

/** Undefined where there is more wrong than a stack has room for. */
function attempt<Schema extends z.ZodType>(schema: Schema, value: unknown): Parsed<z.output<Schema>> | undefined {
  try {
    return schema.safeParse(value);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return undefined;
  }
}

type Holder = Readonly<Record<PropertyKey, unknown>>;

const isHolder = (value: unknown): value is Holder => typeof value === "object" && value !== null;

/** The keys of objects with very many of them, listed once. */
class Keys {
  readonly #known = new Map<Holder, readonly string[]>();

  of(value: Holder): readonly string[] {
    const known = this.#known.get(value);
    if (known !== undefined) return known;
    const keys = Object.keys(value);
    if (keys.length > entriesAtOnce) this.#known.set(value, keys);
    return keys;
  }

  isLong(value: Holder): boolean {
    return (Array.isArray(value) ? value.length : this.of(value).length) > entriesAtOnce;
  }
}

/** A value with so many entries of its long lists and objects, from the first of the window on. */
function windowOf(value: unknown, first: number, keys: Keys): unknown {
  if (!isHolder(value)) return value;
  const [from, to] = keys.isLong(value) ? [first, first + entriesAtOnce] : [0, entriesAtOnce];
  if (Array.isArray(value)) return value.slice(from, to).map((entry: unknown) => windowOf(entry, first, keys));
  const shown = keys.of(value).slice(from, to);
  return Object.fromEntries(shown.map((key) => [key, windowOf(value[key], first, keys)]));
}

/** Where an issue of a window is in the whole, and whether within one of its parts; undefined where the whole has what the window lacks. */
function placeIn(
  whole: unknown,
  part: unknown,
  path: readonly PropertyKey[],
  first: number,
  keys: Keys,
): { path: PropertyKey[]; isWithin: boolean } | undefined {
  let isWithin = false;
  let [there, here] = [whole, part];
  const place = path.map((key) => {
    const isPart = isHolder(there) && keys.isLong(there);
    const at = isPart && Array.isArray(there) && typeof key === "number" ? key + first : key;
    isWithin ||= isPart;
    there = isHolder(there) ? there[at] : undefined;
    here = isHolder(here) ? here[key] : undefined;
    return at;
  });
  return here === undefined && there !== undefined ? undefined : { path: place, isWithin };
}
