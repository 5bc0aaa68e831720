/** What `amends run --help` prints. */
export const runHelp = `amends run: decide cases

Usage: amends run FILE… [options]

FILE holds cases as NDJSON (one a line), a JSON array, or JSON objects one after another; "-" is standard input.
Each case comes out on a line of its own, in order, with the stages' keys added. A case that can't be read comes out as
{"id","line","error":{"code","message","path"}}; the others go on, and the exit code is 1.

  --policies PATH   a policy file, or a folder of *.policy.json; may be repeated. A policy with the name of a standard one
                    stands in its place; others are asked first
  --roster FILE     agents, a JSON array, for cases that bring none
  --calendars FILE  calendars by name, a JSON object, for cases that bring none
  --model FILE      a model of your own that helps to classify, from amends train; "standard" for the one that ships, or "none"
  --lexicon FILE    a lexicon that messages are read with, beside or in place of the standard one of its language; may be
                    repeated. Those that amends.config.json names near the policies are read too
  --now INSTANT     the clock of cases that don't say what time it is, such as 2026-03-03T15:00:00Z (default: now)
  --chain           link the audit records of the lines into one chain
  --quiet           no progress on a terminal
  --json            lines are JSON with or without it
  --help            this text

Examples:
  amends run cases.ndjson > decided.ndjson
  cat cases.json | amends run - --policies policies/ --now 2026-03-03T15:00:00Z
  amends run cases.ndjson --chain | tail -1 | jq .audit.hash
`;
