import { didYouMean, firstFindings, parseWith, type Finding } from "@amends/core/errors";
import { remedyKinds } from "@amends/core/model";
import { compileMessage } from "./message.js";
import { InvalidTemplatesError } from "./invalid-templates-error.js";
import { placeholders } from "./placeholders.js";
import { packKey, templatePackSchema, type TemplatePack } from "./template-pack.js";

const known = Object.keys(placeholders);

/**
 * Reads template packs from plain JSON: a list of packs, or packs by language.
 *
 * @throws {InvalidTemplatesError} with every finding at once: wrong shapes, texts that are no ICU messages, unknown placeholders.
 * @example
 * import { readTemplatePacks } from "@amends/replies";
 * readTemplatePacks([{ language: "en", notices: { delivered: "It is there!" } }])[0]?.language; // => "en"
 */
export function readTemplatePacks(input: unknown): TemplatePack[] {
  const { packs, findings } = checkTemplatePacks(input);
  if (findings.length > 0) throw new InvalidTemplatesError(findings);
  return packs;
}

/** The packs that can be read, and everything wrong with the others. */
export function checkTemplatePacks(input: unknown): { packs: TemplatePack[]; findings: readonly Finding[] } {
  const isRecord = typeof input === "object" && input !== null && !Array.isArray(input);
  const entries: [string, unknown][] = isRecord
    ? Object.entries(input)
    : Array.isArray(input)
      ? input.map((pack: unknown, index): [string, unknown] => [`[${index}]`, pack])
      : [];
  if (entries.length === 0 && !(Array.isArray(input) || isRecord)) {
    const message = "templates are no list of packs";
    const expected = 'a list such as [{ "language": "en", … }], or packs by language';
    return { packs: [], findings: [{ code: "templates_invalid", message, path: "", expected }] };
  }
  const findings: Finding[] = [];
  const packs = entries.flatMap(([place, value]) => {
    const parsed = parseWith(templatePackSchema, value);
    if (!parsed.success) {
      for (const { message, path } of parsed.error.issues)
        findings.push({ code: "templates_invalid", message, path: pathOf([place, ...path]) });
      return [];
    }
    if (isRecord && packKey(parsed.data) !== place) {
      findings.push({
        code: "language_mismatch",
        message: `the pack says "${packKey(parsed.data)}"`,
        path: pathOf([place, "language"]),
        expected: `"${place}"`,
      });
    }
    for (const finding of messageFindings(parsed.data, parsed.data.locales?.default ?? parsed.data.language, [place]))
      findings.push(finding);
    return [parsed.data];
  });
  return { packs, findings: firstFindings(findings) };
}

const plainKeys = new Set([
  "$schema",
  "language",
  "script",
  "beside",
  "countries",
  "direction",
  "joiner",
  "locales",
  "honorific",
  "formalAddress",
]);

function messageFindings(value: unknown, locale: string, path: readonly PropertyKey[]): Finding[] {
  if (typeof value === "string") return textFindings(value, locale, path);
  return Object.entries(value as object).flatMap(([key, member]: [string, unknown]) => {
    if (path.length === 1 && plainKeys.has(key)) return [];
    return messageFindings(member, locale, [...path, Array.isArray(value) ? Number(key) : key]);
  });
}

/** Of a host's own remedy a text reads what that gives, which nobody here knows. */
function isOfOwnRemedy([, group, list, kind]: readonly PropertyKey[]): boolean {
  return group === "choices" && list === "remedies" && !remedyKinds.some((standard) => standard === kind);
}

function textFindings(text: string, locale: string, place: readonly PropertyKey[]): Finding[] {
  const path = pathOf(place);
  try {
    return compileMessage(text, locale)
      .reads.filter((name) => !known.includes(name) && !isOfOwnRemedy(place))
      .map((name) => ({
        code: "placeholder_unknown",
        message: `there is no placeholder "${name}"`,
        path,
        expected: `one of ${known.join(", ")}`,
        ...didYouMean(name, known),
      }));
  } catch (error) {
    const { message, location } = error as SyntaxError & { location?: { start: { offset: number } } };
    return [
      {
        code: "message_invalid",
        message: `this is no ICU message: ${message.toLowerCase().replaceAll("_", " ")}${location === undefined ? "" : ` at character ${location.start.offset + 1}`}`,
        path,
        expected: "balanced braces, and an “other” in each plural and select",
        fix: "write a literal brace as '{'",
      },
    ];
  }
}

function pathOf(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (text, key) => (typeof key === "number" ? `${text}[${key}]` : text === "" ? String(key) : `${text}.${String(key)}`),
    "",
  );
}
