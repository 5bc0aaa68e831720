/** What `amends calibrate --help` prints. */
export const calibrateHelp = `amends calibrate: points of the risk scorecard from labelled claims, and what they are worth

Usage: amends calibrate FILE… [options]
       amends calibrate --generate N [--seed N]

FILE holds labelled claims as NDJSON (one a line) or a JSON array; "-" is standard input. A labelled claim is
  {"case": {…}, "abusive": false, "outcomeAt": "2026-03-20T09:00:00Z"}
where "case" is the case file as it stood when the customer claimed, with that time as "now". Records that are younger than the claim
are refused: a score that has seen the outcome looks better than it is. One bad claim refuses all, with its line and path.

The rows of the score policy stay; their points are fitted on the earlier claims by a logistic regression that keeps each row's direction
and order, and measured on the later ones: area under the ROC curve, Kolmogorov–Smirnov distance, population stability, what each band
holds, who is flagged wrongly (also by country and language, which no policy can read), and what that costs. A gate that fails writes no
policy.

  --policies PATH     your risk policies, a file or a folder; may be repeated
  --options FILE      JSON that replaces standard options: split, gates, costs, scale and others
  --out FILE          where to write the policy (default: calibrated-risk-score.policy.json); a folder where there are several
  --set-version V     the version of the policy (default: the next minor one)
  --measure           only measure the policies as they are
  --generate N        print N made-up labelled claims instead, to try this with
  --seed N            what they are made from (default: 1)
  --json              the figures as one JSON object
  --help              this text

Examples:
  amends calibrate --generate 6000 --seed 11 > claims.ndjson
  amends calibrate claims.ndjson --out policies/risk-score.policy.json
  amends calibrate claims.ndjson --policies policies/ --measure --json | jq .after.test.areaUnderCurve

Exit codes: 0 every gate passes, 1 a gate fails, 2 bad usage or claims that can't be used.
`;
