/** What `amends check --help` prints. */
export const checkHelp = `amends check: find everything wrong in policies, their tests, packs and lexicons

Usage: amends check [PATH…] [options]

PATH is a policy, a test file, a pack of dated facts, a lexicon, or a folder of *.policy.json, *.test.json, *.pack.json and
*.lexicon.json, at any depth; "-" is standard input. Without a PATH it is what amends.config.json names under "policies" and
"lexicons", or the current folder. Every finding of every file comes at once, with its line and column, what was expected, how to
mend it, and a page that says why. Then lint looks for rules that load and still don't mean what they say: that never fire, that
others shadow or contradict, cases that no rule takes. A finding of lint shows a case. Of packs it looks at the dates: facts that
overlap, never hold, or have ended; and one named as a standard pack is compared with it. Of lexicons it looks at phrases that find
nothing or stand twice, and at labels of your own that no policy reads.

  --format FORMAT    pretty (default), json, github (annotations of a pull request), or sarif (code scanning)
  --json             the same as --format json
  --max-warnings N   fail if there are more warnings than N
  --no-lint          structure, facts and events alone
  --config FILE      settings in place of the nearest amends.config.json: how much each code weighs, and where it is let pass, and why
  --roster FILE      agents, a JSON array: teams that policies name must be theirs
  --templates FILE   template packs beside the standard ones: situations and sentences that policies name must be in one of them
  --lexicon FILE     a lexicon that messages are read with, whose labels are facts; may be repeated
  --now INSTANT      the day by which rules have expired (default: now)
  --today DATE       the day by which facts of packs have ended (default: that of --now, in UTC)
  --codes            list every code
  --explain CODE     what one code says
  --help             this text

Examples:
  amends check policies/
  amends check shop.policy.json shop.test.json --max-warnings 0
  cat shop.policy.json | amends check -
  amends check packs/ --today 2027-01-01
  amends check --format github
  amends check --json | jq '.findings[] | select(.severity == "error") | .message'
  amends check --explain fact_unknown

Exit codes: 0 nothing wrong but warnings, 1 an error or too many warnings, 2 bad usage or a file that can't be read.
`;
