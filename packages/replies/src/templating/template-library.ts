import { RefusalMemory } from "@amends/core/errors";
import { CompiledPack } from "./compiled-pack.js";
import { InvalidTemplatesError } from "./invalid-templates-error.js";
import { mergePacks } from "./merge-packs.js";
import { checkTemplatePacks } from "./read-packs.js";
import { standardTemplates } from "./standard-templates.js";
import { packKey, type TemplatePack } from "./template-pack.js";

/** The templates of all languages. */
export interface TemplateLibrary {
  /** The packs by language, and those for another script by both: `zh`, `zh-Hant`. */
  readonly packs: ReadonlyMap<string, TemplatePack>;
  /**
   * The templates of a language in the locale of a country; undefined where there are none. Where a language has packs for several
   * scripts, the script decides, and where nobody knows the script the country does.
   */
  in(language: string, country?: string, script?: string): CompiledPack | undefined;
  /** English, which stands in for a language without templates. */
  english(country?: string): CompiledPack;
}

const standard = new Map(standardTemplates.map((pack) => [packKey(pack), pack]));
const standardLibrary = libraryOf(standard);
const libraries = new WeakMap<object, TemplateLibrary>();
const refusals = new RefusalMemory(({ findings }) => new InvalidTemplatesError(findings));

/**
 * The standard templates, with a host's own over them text by text: a list of packs, or packs by language.
 *
 * @throws {InvalidTemplatesError} where the host's templates can't be used.
 * @example
 * import { templateLibrary } from "@amends/replies";
 * templateLibrary([{ language: "sv", notices: { delivered: "Ditt paket är framme." } }]).packs.has("sv"); // => true
 */
export function templateLibrary(own?: unknown): TemplateLibrary {
  if (own === undefined || own === null) return standardLibrary;
  const key = typeof own === "object" ? own : undefined;
  const before = key === undefined ? undefined : libraries.get(key);
  if (before !== undefined) return before;
  const refused = refusals.refusalOf(own);
  if (refused !== undefined) throw refused;
  const { packs: read, findings } = checkTemplatePacks(own);
  if (findings.length > 0) throw refusals.refuse(own, new InvalidTemplatesError(findings));
  const packs = new Map(standard);
  for (const pack of read) {
    const place = packKey(pack);
    const under = packs.get(place);
    packs.set(place, under === undefined ? pack : mergePacks(under, pack));
  }
  const library = libraryOf(packs);
  if (key !== undefined) libraries.set(key, library);
  return library;
}

function libraryOf(packs: ReadonlyMap<string, TemplatePack>): TemplateLibrary {
  const compiled = new Map<string, CompiledPack>();
  const compile = (pack: TemplatePack, country: string | undefined) => {
    const locale = localeOf(pack, country);
    const key = `${packKey(pack)} ${locale}`;
    const ready = compiled.get(key) ?? new CompiledPack(pack, locale);
    compiled.set(key, ready);
    return ready;
  };
  const scripted = (language: string, country: string | undefined, script: string | undefined) =>
    [...packs.values()].find(
      (pack) =>
        pack.language === language &&
        pack.script !== undefined &&
        (pack.script === script || (script !== pack.beside && country !== undefined && pack.countries?.includes(country) === true)),
    );
  return {
    packs,
    in: (language, country, script) => {
      const pack = scripted(language, country, script) ?? packs.get(language);
      return pack === undefined ? undefined : compile(pack, country);
    },
    english: (country) => compile(packs.get("en") ?? { language: "en" }, country),
  };
}

function localeOf({ locales, language }: TemplatePack, country: string | undefined): string {
  const byCountry: Readonly<Record<string, string | undefined>> = locales ?? {};
  const known = country !== undefined && Object.hasOwn(byCountry, country) ? byCountry[country] : undefined;
  return known ?? locales?.default ?? language;
}
