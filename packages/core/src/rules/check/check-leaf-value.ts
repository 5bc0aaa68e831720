import { didYouMean, nearestWord } from "../../errors/nearest-word.js";
import { quotable, quoted } from "../../errors/quoted.js";
import type { FactDefinition, FactKind } from "../../facts/fact-definition.js";
import { countrySchema } from "../../model/country.js";
import { currencyCodes, findCurrency } from "../../money/currency.js";
import { isLocalDate } from "../../time/local-date.js";
import { parseDuration } from "../../time/parse-duration.js";
import { readInstant } from "../../time/parse-instant.js";
import type { PathFinding } from "./check-policy.js";
import { parameterName } from "../parameters.js";
import type { UndecoratedOperator } from "./undecorate.js";
import type { Leaf } from "./walk-conditions.js";

/** How a value must be written to be comparable with a fact of a kind. */
interface Form {
  readonly holds: (value: unknown) => boolean;
  readonly expected: string;
  /** What was probably meant by a value that doesn't hold. */
  readonly meant?: (value: string) => string | undefined;
}

const isText = (value: unknown): value is string => typeof value === "string";
/** What offices call countries that ISO 3166 calls otherwise. */
const unofficialCountries: Readonly<Record<string, string>> = { UK: "GB", EL: "GR" };

const text: Form = { holds: isText, expected: "a text" };

const forms: Partial<Record<FactKind, Form>> = {
  number: { holds: (value) => Number.isFinite(value), expected: "a number" },
  boolean: { holds: (value) => typeof value === "boolean", expected: "true or false" },
  money: {
    holds: (value) => Number.isFinite(value) || (isText(value) && /^-?\d+(\.\d+)?$/.test(value)),
    expected: 'an amount in the policy\'s currency, such as 12.5 or "12.50"',
  },
  instant: {
    holds: (value) => readInstant(value) !== undefined,
    expected: "an ISO 8601 instant with an offset, such as 2026-03-03T15:00:00Z",
  },
  date: { holds: isLocalDate, expected: "a date, such as 2026-03-03" },
  country: {
    holds: (value) => countrySchema.safeParse(value).success && !(isText(value) && Object.hasOwn(unofficialCountries, value)),
    expected: "an ISO 3166-1 alpha-2 code, such as US",
    meant: (value) => unofficialCountries[value.toUpperCase()] ?? (value.length === 2 ? value.toUpperCase() : undefined),
  },
  currency: {
    holds: (value) => isText(value) && findCurrency(value) !== undefined,
    expected: "an ISO 4217 code, such as USD",
    meant: (value) => nearestWord(value, currencyCodes),
  },
  duration: { holds: isDuration, expected: "an ISO 8601 duration, such as PT2H" },
  text,
  zone: { holds: isText, expected: "an IANA name, such as Asia/Tokyo" },
};

/** What is wrong with the constant of a comparison: its form, the number of values it holds, a word that the fact never is. */
export function checkLeafValue(
  leaf: Leaf,
  { operator, eachValue }: UndecoratedOperator,
  value: unknown,
  definition: Pick<FactDefinition, "kind" | "words">,
  at: readonly PropertyKey[],
): PathFinding[] {
  if (!eachValue) return checkConstant(leaf, operator.value, value, definition, at);
  if (!Array.isArray(value)) return [mismatch(leaf, value, at, "a list")];
  return value.flatMap((member, index) => checkConstant(leaf, operator.value, member, definition, placeOf(leaf, at, index)));
}

function checkConstant(
  leaf: Leaf,
  shape: "one" | "list" | "range" | undefined,
  value: unknown,
  definition: Pick<FactDefinition, "kind" | "words">,
  at: readonly PropertyKey[],
): PathFinding[] {
  const form = forms[definition.kind];
  if (shape === undefined) return [];
  if (shape === "range") {
    const suits = Array.isArray(value) && value.length === 2 && value.every((bound) => form?.holds(bound) ?? true);
    if (!suits) return [mismatch(leaf, value, at, `[from, to]${form === undefined ? "" : `, each ${form.expected}`}`)];
    const [from, to] = value as readonly unknown[];
    return typeof from === "number" && typeof to === "number" && from > to
      ? [mismatch(leaf, value, at, "[from, to], the lower one first")]
      : [];
  }
  if (shape === "list") {
    if (!Array.isArray(value)) return [mismatch(leaf, value, at, "a list")];
    return value.flatMap((member, index) => checkMember(leaf, member, definition, placeOf(leaf, at, index)));
  }
  if (typeof value === "object" && value !== null) {
    const several = definition.kind === "list" ? "containsAny" : "in";
    const expected = `one value${form === undefined ? "" : `, ${form.expected}`}; for several, use "${several}"`;
    return Array.isArray(value) ? [mismatch(leaf, value, at, expected)] : [mismatch(leaf, value, at, form?.expected ?? "one value")];
  }
  return checkMember(leaf, value, definition, at);
}

function checkMember(
  leaf: Leaf,
  value: unknown,
  definition: Pick<FactDefinition, "kind" | "words">,
  at: readonly PropertyKey[],
): PathFinding[] {
  const { kind, words } = definition;
  if (words !== undefined) {
    if (isText(value) && words.includes(value)) return [];
    return [
      {
        code: "word_unknown",
        message: `${quotable(leaf.fact)} ${kind === "list" ? "never holds" : "is never"} ${quoted(value)}`,
        at,
        expected: `one of ${words.join(", ")}`,
        ...(isText(value) ? didYouMean(value, words) : {}),
      },
    ];
  }
  const form = forms[kind];
  if (form === undefined || form.holds(value)) return [];
  const meant = isText(value) ? form.meant?.(value) : undefined;
  return [{ ...mismatch(leaf, value, at, form.expected), ...(meant === undefined ? {} : { fix: `did you mean "${meant}"?` }) }];
}

/** The place of a list's entry; a list that a parameter holds stands elsewhere, and the reference is pointed at. */
function placeOf(leaf: Leaf, at: readonly PropertyKey[], index: number): readonly PropertyKey[] {
  return parameterName(leaf.value) === undefined ? [...at, index] : at;
}

function mismatch(leaf: Leaf, value: unknown, at: readonly PropertyKey[], expected: string): PathFinding {
  const parameter = parameterName(leaf.value);
  const given = parameter === undefined ? shown(value) : `the parameter "${quotable(parameter)}", which is ${shown(value)}`;
  return {
    code: "value_type_mismatch",
    message: `"${quotable(leaf.operator)}" on ${quotable(leaf.fact)} can't take ${given}`,
    at,
    expected,
  };
}

function shown(value: unknown): string {
  const written = JSON.stringify(value) ?? String(value);
  return written.length > 60 ? `${written.slice(0, 60)}…` : written;
}

function isDuration(value: unknown): boolean {
  if (!isText(value)) return false;
  try {
    parseDuration(value);
    return true;
  } catch {
    return false;
  }
}
