import { AmendsError, formatFinding, formatPath, issueMessage, requireObject, type Finding } from "@amends/core/errors";
import { intlZoneProvider, readDuration } from "@amends/core/time";
import { metricOptionsSchema, type GivenMetricOptions, type MetricOptions } from "./metric-options.js";
import standard from "../../policies/standard-metrics.json" with { type: "json" };

/** The options metrics are computed by unless others are given. */
export const standardMetricOptions: MetricOptions = metricOptionsSchema.parse(standard);

/** Each option by itself replaced; a list and a record of lanes as a whole. */
function replaced(base: object, given: object, path = ""): object {
  const merged: Record<string, unknown> = { ...base };
  for (const [key, value] of Object.entries(given)) {
    const before = merged[key];
    const within = isSection(before) && isSection(value) && `${path}${key}` !== "lanes.averageDays";
    if (value !== undefined) merged[key] = within ? replaced(before, value, `${path}${key}.`) : value;
  }
  return merged;
}

function isSection(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * The standard options with the given ones in their place.
 *
 * @throws {AmendsError} `metric_options_invalid` with every finding.
 * @example
 * import { resolveMetricOptions } from "@amends/insights";
 * resolveMetricOptions({ service: { unresolvedAfter: "P7D" } }).service.satisfiedFrom; // => 4
 */
export function resolveMetricOptions(given: GivenMetricOptions = {}): MetricOptions {
  requireObject(given, "options");
  const parsed = metricOptionsSchema.safeParse(replaced(standardMetricOptions, given));
  if (!parsed.success) {
    throw invalid(
      parsed.error.issues.map((issue) => ({ code: "metric_option_invalid", message: issueMessage(issue), path: formatPath(issue.path) })),
    );
  }
  const options = parsed.data;
  const findings: Finding[] = [];
  if ((readDuration(options.settleAfter) as number) < (readDuration(options.service.repeatContact.within) as number)) {
    findings.push({
      code: "metric_option_invalid",
      message: "a case is closed before its repeat window has passed",
      path: "settleAfter",
      expected: `at least service.repeatContact.within, ${options.service.repeatContact.within}`,
    });
  }
  if (!intlZoneProvider.has(options.zone)) {
    findings.push({
      code: "metric_option_invalid",
      message: `"${options.zone}" is not a time zone`,
      path: "zone",
      expected: "an IANA name such as Asia/Shanghai",
    });
  }
  if (findings.length > 0) throw invalid(findings);
  return options;
}

function invalid(findings: readonly Finding[]): AmendsError {
  const lines = findings.map((finding) => `\n  ${formatFinding(finding)}`);
  return new AmendsError({
    code: "metric_options_invalid",
    message: `The options of the metrics can't be used:${lines.join("")}`,
    findings,
  });
}
