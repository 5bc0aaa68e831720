import type { Calibration, FairnessReport, Gate, RateFigure, ScorecardMeasure } from "@amends/compensation/risk/calibration";
import { formatFinding } from "@amends/core/errors";
import { percent } from "./figure-tables.js";
import { textTable } from "./text-table.js";

/** The figures of a calibration as a person reads them. */
export function reportCalibration({ rows, scale, before, after }: Calibration): string {
  const table = textTable(
    ["rule", "claims", "abusive", "log-odds", "interval", "evidence", "before", "points"],
    rows.map((row) => [
      row.rule,
      String(row.claims),
      percent(row.claims === 0 ? null : row.abusive / row.claims),
      row.logOdds.toFixed(2),
      `${row.lower.toFixed(2)} to ${row.upper.toFixed(2)}`,
      row.weightOfEvidence.toFixed(2),
      String(row.before),
      row.leftOut === undefined ? String(row.points) : `left out (${row.leftOut.replaceAll("_", " ")})`,
    ]),
  );
  const { baseScore, pointsToDoubleOdds, intercept } = scale;
  const base = percent(1 / (1 + Math.exp(-intercept)));
  const meaning = `${pointsToDoubleOdds.toFixed(1)} points double the odds of abuse; a score of ${baseScore} stands for ${base} %.\n`;
  return [
    splitLine(after),
    `Points\n${table}${meaning}`,
    ...measureSections([
      ["before", before],
      ["calibrated", after],
    ]),
  ].join("\n");
}

/** The figures of a scorecard as it is. */
export function reportMeasure(measure: ScorecardMeasure): string {
  return [splitLine(measure), ...measureSections([["measured", measure]])].join("\n");
}

type Measures = readonly (readonly [name: string, measure: ScorecardMeasure])[];

function splitLine({ split }: ScorecardMeasure): string {
  const how = split.from === undefined ? "drawn at random" : `from ${split.from} on`;
  const out = [
    ...(split.immature > 0 ? [`${split.immature} left out because their outcome wasn't known by then`] : []),
    ...(split.leaking > 0 ? [`${split.leaking} left out because they hold what was known later`] : []),
  ];
  return `${[`${split.train} claims to fit on, ${split.test} to test on (${how})`, ...out].join("; ")}.\n`;
}

function measureSections(measures: Measures): string[] {
  const [, last] = measures.at(-1) as Measures[number];
  const drift = last.stability.map(({ feature, index, areaUnderCurve }) => [feature, fixed(index), fixed(areaUnderCurve)]);
  return [
    `How well, on the claims to test on\n${worthTable(measures)}`,
    ...measures.map(([name, { test }]) => {
      const bands = test.bands.map(({ band, claims, precision }) => [band, String(claims), withInterval(precision)]);
      return `Bands, ${name}\n${textTable(["band", "claims", "abusive, in percent"], bands)}`;
    }),
    `What has moved since the claims to fit on\n${textTable(["feature", "stability index", "area alone"], drift)}`,
    ...last.fairness.map(fairnessSection),
    `Gates\n${textTable(["figure", "value", "threshold", "verdict"], last.gates.map(gateRow))}`,
    ...(last.warnings.length === 0 ? [] : [`Warnings\n${last.warnings.map((finding) => `  ${formatFinding(finding)}\n`).join("")}`]),
  ];
}

function worthTable(measures: Measures): string {
  return textTable(
    ["", "area, fitted on", "area", "distance", "flagged wrongly", "caught", "cost", "without a score"],
    measures.map(([name, { train, test }]) => [
      name,
      fixed(train.areaUnderCurve),
      fixed(test.areaUnderCurve),
      fixed(test.kolmogorovSmirnov?.distance),
      withInterval(test.wronglyFlagged),
      withInterval(test.caught),
      `${test.cost.total.amount} ${test.cost.total.currency}`,
      test.cost.withoutScore.amount,
    ]),
  );
}

function fairnessSection({ attribute, groups }: FairnessReport): string {
  const rows = groups.map(({ value, selected, wronglyFlagged, wronglyFlaggedRatio: { ratio, lower, upper }, differs }) => [
    value,
    String(selected.total),
    withInterval(selected),
    withInterval(wronglyFlagged),
    ratio === undefined ? "–" : `${ratio.toFixed(2)} (${lower.toFixed(2)}–${upper?.toFixed(2) ?? ""})`,
    wronglyFlagged.tooFew ? "too few to say" : differs ? "differs" : "",
  ]);
  const header = [attribute, "claims", "flagged", "flagged wrongly", "over the others", ""];
  return `By ${attribute}, which no policy can read\n${textTable(header, rows)}`;
}

function gateRow({ figure, feature, value, threshold, verdict }: Gate): string[] {
  const names = { areaUnderCurve: "area under the curve", kolmogorovSmirnov: "distance", populationStability: "stability" };
  return [feature === undefined ? names[figure] : `${names[figure]} of ${feature}`, fixed(value), threshold.toFixed(2), verdict];
}

function fixed(value: number | undefined): string {
  return value === undefined ? "–" : value.toFixed(3);
}

function withInterval({ rate, lower, upper }: RateFigure): string {
  return rate === undefined ? "–" : `${percent(rate)} (${percent(lower)}–${percent(upper)})`;
}
