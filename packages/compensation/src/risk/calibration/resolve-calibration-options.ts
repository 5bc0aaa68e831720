import { AmendsError, type Finding, formatFinding, formatPath, issueMessage, quotable, requireObject } from "@amends/core/errors";
import { readInstant } from "@amends/core/time";
import standard from "../../../policies/standard-risk-calibration.json" with { type: "json" };
import { calibrationOptionsSchema, type CalibrationOptions, type GivenCalibrationOptions } from "./calibration-options.js";

/** The options scorecards are calibrated by unless others are given. */
export const standardCalibrationOptions: CalibrationOptions = calibrationOptionsSchema.parse(standard);

/**
 * The standard options with the given ones in their place.
 *
 * @throws {AmendsError} `calibration_options_invalid` with every finding.
 * @throws {AmendsError} `argument_invalid` where what stands in the place of an argument can't be one.
 * @example
 * import { resolveCalibrationOptions } from "@amends/compensation/risk/calibration";
 * resolveCalibrationOptions({ gates: { areaUnderCurve: { fail: 0.75 } } }).gates.kolmogorovSmirnov.fail; // => 0.25
 */
export function resolveCalibrationOptions(given: GivenCalibrationOptions = {}): CalibrationOptions {
  requireObject(given, "options");
  const parsed = calibrationOptionsSchema.safeParse(replaced(standardCalibrationOptions, given));
  if (!parsed.success) throw invalid(parsed.error.issues.map((issue) => finding(formatPath(issue.path), issueMessage(issue))));
  const { split, gates } = parsed.data;
  const findings: Finding[] = [];
  if (split.kind === "outOfTime" && split.from !== undefined && readInstant(split.from) === undefined) {
    findings.push(finding("split.from", `"${quotable(split.from)}" is no ISO 8601 instant with an offset`));
  }
  if (gates.populationStability.warn > gates.populationStability.fail) {
    findings.push(finding("gates.populationStability", "it fails before it warns"));
  }
  if (findings.length > 0) throw invalid(findings);
  return parsed.data;
}

function replaced(base: object, given: object, path = ""): object {
  const merged: Record<string, unknown> = { ...base };
  for (const [key, value] of Object.entries(given)) {
    const before = merged[key];
    const within = isSection(before) && isSection(value) && `${path}${key}` !== "split";
    if (value !== undefined) merged[key] = within ? replaced(before, value, `${path}${key}.`) : value;
  }
  return merged;
}

function isSection(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function finding(path: string, message: string): Finding {
  return { code: "calibration_option_invalid", message, path };
}

function invalid(findings: readonly Finding[]): AmendsError {
  const lines = findings.map((each) => `\n  ${formatFinding(each)}`);
  const message = `The options of the calibration can't be used:${lines.join("")}`;
  return new AmendsError({ code: "calibration_options_invalid", message, findings });
}
