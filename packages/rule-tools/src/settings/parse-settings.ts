import { didYouMean, formatPath, type Finding } from "@amends/core/errors";
import { ruleCodes } from "../codes/rule-codes.js";
import { readSource } from "../located-source.js";
import type { SourceFile } from "../source-file.js";
import { settingsSchema, type Settings, type SettingsFile } from "./settings.js";

export interface ParseSettingsOptions {
  /** Every code a finding may have. Default: those of policies, tests and lint. */
  readonly codes?: readonly string[];
}

/**
 * Reads the file `amends.config.json`, and everything wrong with it: unknown keys, codes that are none, and whatever is made weigh less at
 * a rule without saying why. Settings are absent where the file can't be used.
 *
 * @example
 * import { parseSettings } from "@amends/rule-tools";
 * const text = '{ "severity": { "gap": "error" } }';
 * parseSettings({ path: "amends.config.json", text }).settings?.severity; // => { gap: "error" }
 * const silent = '{ "rules": [ { "code": "gap", "policy": "shop/x", "severity": "off" } ] }';
 * parseSettings({ path: "amends.config.json", text: silent }).findings[0]?.code; // => "reason_missing"
 */
export function parseSettings(
  file: SourceFile,
  { codes = ruleCodes.map(({ code }) => code) }: ParseSettingsOptions = {},
): { settings?: Settings; findings: readonly Finding[] } {
  const read = readSource(file);
  if ("findings" in read) return { findings: read.findings };
  const { source } = read;
  const parsed = settingsSchema.safeParse(source.value);
  const findings: Finding[] = (parsed.error?.issues ?? []).flatMap((issue) => {
    if (issue.code !== "unrecognized_keys")
      return [
        source.finding(issue.path, { code: "settings_invalid", message: `${formatPath(issue.path) || "the file"}: ${issue.message}` }),
      ];
    return issue.keys.map((key) =>
      source.finding(
        [...issue.path, key],
        { code: "key_unknown", message: `the settings have no "${key}" here`, ...didYouMean(key, keysAt(issue.path)) },
        "key",
      ),
    );
  });
  if (!parsed.success) return { findings };
  findings.push(...contentFindings(parsed.data, source.finding, codes));
  return { settings: { ...parsed.data, source }, findings };
}

function keysAt(path: readonly PropertyKey[]): readonly string[] {
  const { shape } = settingsSchema;
  if (path[0] === "rules") return Object.keys(shape.rules.unwrap().element.shape);
  return Object.keys(path[0] === "test" ? shape.test.unwrap().shape : shape);
}

function contentFindings(settings: SettingsFile, finding: Settings["source"]["finding"], codes: readonly string[]): Finding[] {
  const unknown = (code: string, at: readonly PropertyKey[], part?: "key"): Finding[] => {
    if (codes.includes(code)) return [];
    return [finding(at, { code: "code_unknown", message: `no finding has the code "${code}"`, ...didYouMean(code, codes) }, part)];
  };
  return [
    ...Object.keys(settings.severity ?? {}).flatMap((code) => unknown(code, ["severity", code], "key")),
    ...(settings.rules ?? []).flatMap((rule, index) => [
      ...unknown(rule.code, ["rules", index, "code"]),
      ...(rule.severity === "error" || rule.reason !== undefined
        ? []
        : [
            finding(["rules", index], {
              code: "reason_missing",
              message: `"${rule.code}" is made "${rule.severity}" here, and nothing says why`,
              fix: 'add "reason"',
            }),
          ]),
      ...(rule.policy === undefined && rule.rule === undefined
        ? [
            finding(["rules", index], {
              code: "scope_missing",
              message: 'an entry of "rules" names a policy, a rule or both',
              fix: `write it under "severity": { "${rule.code}": "${rule.severity}" } where it is meant for all`,
            }),
          ]
        : []),
    ]),
  ];
}
