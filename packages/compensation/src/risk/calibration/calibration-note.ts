import { formatInstant } from "@amends/core/time";
import type { PointScale } from "./point-scale.js";
import type { PreparedClaims } from "./prepare-claims.js";

/** Where calibrated points come from, as each rule says it. */
export function calibrationSource({ train, test, figures }: PreparedClaims): string {
  const days = train.map(({ at }) => formatInstant(at).slice(0, 10)).toSorted();
  const tested = figures.from === undefined ? "claims drawn at random" : `claims from ${figures.from.slice(0, 10)} on`;
  return (
    `Logistic regression on ${train.length} labelled claims from ${days[0]} to ${days.at(-1)}, ` +
    `signs and order of each group kept; tested on ${test.length} ${tested}`
  );
}

/** What the points mean. */
export function scaleNote({ baseScore, intercept, pointsToDoubleOdds }: PointScale): string {
  const probability = (100 / (1 + Math.exp(-intercept))).toFixed(1);
  return `Points are calibrated: ${pointsToDoubleOdds.toFixed(1)} of them double the odds of abuse, and a score of ${baseScore} stands for ${probability} %.`;
}

/** The next minor version; a release after a pre-release. */
export function nextVersion(version: string): string {
  const [major, minor] = version.split(/[.-]/);
  return `${major}.${Number(minor) + 1}.0`;
}
