import { AmendsError, parsePath, parseWith, type Finding, type FindingSeverity } from "@amends/core/errors";
import { factPackSchema, overridePack, packFindings, type FactPack, type PackReader } from "@amends/core/packs";
import * as z from "zod";
import { readSource, type LocatedSource } from "../located-source.js";
import type { SourceFile } from "../source-file.js";
import { overrideChecks } from "./override-checks.js";
import { packChecks } from "./pack-checks.js";
import { packFormFindings } from "./pack-form-findings.js";

/** How packs are looked at. */
export interface CheckPackFilesOptions {
  /** The day by which facts have ended, such as "2026-11-21". */
  readonly today: string;
  /** Severity by code, as in the settings; what is off isn't looked for. */
  readonly severity?: Readonly<Record<string, FindingSeverity>>;
  /** Whether the dates are looked at too. Default: they are. */
  readonly dates?: boolean;
  /** The packs that go behind those of the same name: what a pack changes of its standard one is looked at too. */
  readonly standard?: readonly FactPack<unknown>[];
  /** What reads packs, by their names: it knows what the values of their facts have to look like. */
  readonly readers?: Readonly<Record<string, PackReader<unknown>>>;
}

const anyPack = factPackSchema(z.unknown().refine((value) => value !== undefined, { error: "is missing" }));

/**
 * Checks packs of dated facts: their shape, and dates that end before they begin, overlap, or are over with nothing to follow. A pack
 * that goes before a standard one is compared with it. What the value of a fact has to look like is known to who reads the pack: without
 * a reader of its name it may be anything.
 *
 * @example
 * import { checkPackFiles } from "@amends/rule-tools";
 * const fact = { id: "shop.window", value: 30, source: "our terms", confidence: "A", verifiedAt: "2026-01-02", effectiveTo: "2026-06-01" };
 * const text = JSON.stringify({ pack: "seller/returns", version: "1.0.0", facts: [fact] });
 * checkPackFiles([{ path: "returns.pack.json", text }], { today: "2026-06-01" }).map(({ code, severity }) => [code, severity]); // => [["pack-expired", "warning"]]
 */
export function checkPackFiles(files: readonly SourceFile[], options: CheckPackFilesOptions): Finding[] {
  const { today, severity = {}, dates = true, standard = [], readers = {} } = options;
  return files.flatMap((file) => {
    const read = readSource(file);
    if ("findings" in read) return read.findings;
    const parsed = parseWith(anyPack, read.source.value);
    if (!parsed.success) return packFormFindings(parsed.error, read.source);
    const host: FactPack<unknown> = parsed.data;
    const unread = Object.hasOwn(readers, host.pack) ? valueFindings(readers[host.pack] as PackReader<unknown>, read.source) : [];
    if (unread.length > 0 || !dates) return unread;
    const behind = standard.find(({ pack }) => pack === host.pack);
    return weighed(
      [...dateFindings(host, behind, today), ...(behind === undefined ? [] : overrideChecks(behind, host))],
      read.source,
      severity,
    );
  });
}

/** What a pack can't be read for, where its values stand. */
function valueFindings(reader: PackReader<unknown>, source: LocatedSource): Finding[] {
  try {
    reader.read(source.value);
    return [];
  } catch (error) {
    if (!AmendsError.isInstance(error)) throw error;
    return error.findings.map(({ path = "", message, ...what }) =>
      source.finding(placeIn(source.value, parsePath(path)), { ...what, message: `${path} ${message}` }),
    );
  }
}

/** What is wrong with a pack's dates: a fact that ended isn't missed where the standard one is in force again. */
function dateFindings(host: FactPack<unknown>, standard: FactPack<unknown> | undefined, today: string): Finding[] {
  if (standard === undefined) return packFindings(host, today);
  // The host's facts come first, so those places are the file's.
  const found = packFindings(overridePack(standard, host), today);
  return found.filter(({ path = "" }) => Number(parsePath(path)[1]) < host.facts.length);
}

function weighed(found: readonly Finding[], source: LocatedSource, severity: Readonly<Record<string, FindingSeverity>>): Finding[] {
  return found.flatMap(({ path = "", ...what }) => {
    const weight = severity[what.code] ?? packChecks.find(({ code }) => code === what.code)?.severity ?? "error";
    return weight === "off" ? [] : [{ ...source.finding(placeIn(source.value, parsePath(path)), what), severity: weight }];
  });
}

/** The place itself, or the nearest one around it: a fact that holds for ever says no date. */
function placeIn(value: unknown, path: readonly PropertyKey[]): readonly PropertyKey[] {
  let at = value;
  for (const [index, key] of path.entries()) {
    if (typeof at !== "object" || at === null || !Object.hasOwn(at, key)) return path.slice(0, index);
    at = (at as Record<PropertyKey, unknown>)[key];
  }
  return path;
}
