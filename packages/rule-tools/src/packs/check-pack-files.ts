import { parsePath, type Finding, type FindingSeverity } from "@amends/core/errors";
import { factPackSchema, packFindings } from "@amends/core/packs";
import * as z from "zod";
import { readSource, type LocatedSource } from "../located-source.js";
import type { SourceFile } from "../source-file.js";
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
}

const anyPack = factPackSchema(z.unknown().refine((value) => value !== undefined, { error: "is missing" }));

/**
 * Checks packs of dated facts: their shape, and dates that end before they begin, overlap, or are over with nothing to follow. What
 * the value of a fact has to look like is known to who reads the pack; here it may be anything.
 *
 * @example
 * import { checkPackFiles } from "@amends/rule-tools";
 * const fact = { id: "shop.window", value: 30, source: "our terms", confidence: "A", verifiedAt: "2026-01-02", effectiveTo: "2026-06-01" };
 * const text = JSON.stringify({ pack: "seller/returns", version: "1.0.0", facts: [fact] });
 * checkPackFiles([{ path: "returns.pack.json", text }], { today: "2026-06-01" }).map(({ code, severity }) => [code, severity]); // => [["pack-expired", "warning"]]
 */
export function checkPackFiles(files: readonly SourceFile[], { today, severity = {}, dates = true }: CheckPackFilesOptions): Finding[] {
  return files.flatMap((file) => {
    const read = readSource(file);
    if ("findings" in read) return read.findings;
    const parsed = anyPack.safeParse(read.source.value);
    if (!parsed.success) return packFormFindings(parsed.error, read.source);
    return dates ? inDates(packFindings(parsed.data, today), read.source, severity) : [];
  });
}

function inDates(found: readonly Finding[], source: LocatedSource, severity: Readonly<Record<string, FindingSeverity>>): Finding[] {
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
