import { parsePath, type Finding } from "@amends/core/errors";
import { readSource } from "../located-source.js";
import type { SourceFile } from "../source-file.js";
import type { Settings, Suppression } from "./settings.js";

/**
 * The findings as settings weigh them: each with its severity, those that are off left out. An entry of `rules` that fits no finding is
 * a finding itself, a warning: what it was for is mended, or it is misspelt. A finding without a severity is an error.
 *
 * @param files The files that findings may stand in, from which the names of policies and rules are read.
 *
 * @example
 * import { applySettings, parseSettings } from "@amends/rule-tools";
 * const text = '{ "rules": [ { "code": "expired", "policy": "shop/x", "severity": "off", "reason": "Old cases are replayed." } ] }';
 * const { settings } = parseSettings({ path: "amends.config.json", text });
 * const file = { path: "x.policy.json", text: '{ "policy": "shop/x" }' };
 * const found = [{ code: "expired", message: "…", file: "x.policy.json", severity: "warning" as const }];
 * settings === undefined ? [] : applySettings(found, settings, [file]); // => []
 */
export function applySettings(findings: readonly Finding[], settings: Settings, files: readonly SourceFile[]): readonly Finding[] {
  const names = namesIn(files);
  const entries = (settings.rules ?? []).map((entry, index) => ({ entry, index }));
  const used = new Set<number>();
  const weighed = findings.map((finding): Finding => {
    const { policy, rule } = names(finding);
    const fitting = entries.filter(({ entry }) => fits(entry, finding.code, policy, rule));
    for (const { index } of fitting) used.add(index);
    const own = Object.hasOwn(settings.severity ?? {}, finding.code) ? settings.severity?.[finding.code] : undefined;
    return { ...finding, severity: fitting.at(-1)?.entry.severity ?? own ?? finding.severity ?? "error" };
  });
  const unused = entries
    .filter(({ index }) => !used.has(index))
    .map(({ entry, index }) =>
      settings.source.finding(["rules", index], {
        code: "suppression_unused",
        message: `there is no finding "${entry.code}" ${placeOf(entry)}`,
        fix: "remove the entry, or mend its names",
        severity: "warning",
      }),
    );
  return [...weighed.filter(({ severity }) => severity !== "off"), ...unused];
}

function placeOf({ policy, rule }: Suppression): string {
  return [rule === undefined ? undefined : `at rule "${rule}"`, policy === undefined ? undefined : `in policy "${policy}"`]
    .filter((part) => part !== undefined)
    .join(" ");
}

function fits(entry: Suppression, code: string, policy: string | undefined, rule: string | undefined): boolean {
  return (
    entry.code === code && (entry.policy === undefined || entry.policy === policy) && (entry.rule === undefined || entry.rule === rule)
  );
}

interface Named {
  readonly policy?: string | undefined;
  readonly rule?: string | undefined;
}

/** What policy and rule a finding belongs to; files are read when one of their findings is first asked for. */
function namesIn(files: readonly SourceFile[]): (finding: Finding) => Named {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const values = new Map<string, unknown>();
  return ({ file: path, path: at }) => {
    const file = path === undefined ? undefined : byPath.get(path);
    if (file === undefined) return {};
    if (!values.has(file.path)) {
      const read = readSource(file);
      values.set(file.path, "source" in read ? read.source.value : undefined);
    }
    const value = values.get(file.path);
    const [top, index] = parsePath(at ?? "");
    return {
      policy: textAt(value, ["policy"]),
      rule: top === "rules" && index !== undefined ? textAt(value, ["rules", index, "name"]) : undefined,
    };
  };
}

function textAt(value: unknown, path: readonly PropertyKey[]): string | undefined {
  const found = path.reduce<unknown>(
    (at, step) =>
      typeof at === "object" && at !== null && Object.hasOwn(at, step) ? (at as Record<PropertyKey, unknown>)[step] : undefined,
    value,
  );
  return typeof found === "string" ? found : undefined;
}
