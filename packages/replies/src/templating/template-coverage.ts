import { templateLibrary } from "./template-library.js";
import { packKey, type TemplatePack } from "./template-pack.js";

/** Which texts a language (or a language in another script: `zh-Hant`) has, and which of those that any language has it lacks. Texts are named by their place in the pack. */
export interface LanguageCoverage {
  readonly language: string;
  readonly has: readonly string[];
  readonly lacks: readonly string[];
  /** The share of texts it has, 0 to 1. */
  readonly share: number;
}

/**
 * Which texts each language has and lacks, with a host's own templates over the standard ones. A text of a situation counts once,
 * however many variants it has.
 *
 * @throws {InvalidTemplatesError} where the host's templates can't be used.
 * @example
 * import { templateCoverage } from "@amends/replies";
 * templateCoverage().find(({ language }) => language === "de")?.share; // => 1
 */
export function templateCoverage(own?: unknown): LanguageCoverage[] {
  const slots = [...templateLibrary(own).packs.values()].map((pack) => ({ language: packKey(pack), has: slotsOf(pack) }));
  const all = [...new Set(slots.flatMap(({ has }) => has))].sort();
  return slots.map(({ language, has }) => ({
    language,
    has,
    lacks: all.filter((slot) => !has.includes(slot)),
    share: has.length / all.length,
  }));
}

function slotsOf(pack: TemplatePack): string[] {
  const situations = Object.entries(pack.situations ?? {}).map(([situation, variants]) => ({ place: `situations.${situation}`, variants }));
  const parts = [...situations, { place: "common", variants: pack.common ?? {} }].flatMap(({ place, variants }) =>
    Object.values(variants).flatMap((texts) => Object.keys(texts).map((part) => `${place}.${part}`)),
  );
  const lists = (["sentences", "statuses", "parties", "evidence", "timeline", "notices", "details", "methods"] as const).flatMap((list) =>
    Object.keys(pack[list] ?? {}).map((key) => `${list}.${key}`),
  );
  const choices = (["remedies", "always"] as const).flatMap((group) =>
    Object.keys(pack.choices?.[group] ?? {}).map((key) => `choices.${group}.${key}`),
  );
  const wrapper = pack.choices?.afterInvestigation === undefined ? [] : ["choices.afterInvestigation"];
  return [...new Set([...parts, ...lists, ...choices, ...wrapper])].sort();
}
