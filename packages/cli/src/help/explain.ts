/** What `amends explain --help` prints. */
export const explainHelp = `amends explain: why a case got its decisions, and what would change them

Usage: amends explain FILE [options]
       amends explain x.test.json --test NAME [options]

FILE holds cases as for amends run, or tests of a policy; "-" is standard input. Each decision comes with the rules behind it
and why, the rules that fired too and lost, and the nearest rules that missed with the smallest set of facts that would have
made them fire. Policies are explained with the facts they saw while the case was decided; where the classification is among them,
with the phrases found in the message, what they speak for, and where they start and end.

  --stage NAME      only this stage: classification, risk, sla, assignment, remedies, reply, …
  --decision NAME   only this decision of a stage, such as offer
  --policy NAME     only this policy, such as compensation/standard-offers
  --rule NAME       only this rule: why it fired, or didn't
  --nearest COUNT   how many rules that missed are shown of each policy (default: 5, or 1 where nothing is picked out)
  --id ID           only the case with this id
  --test NAME       the test to explain; without it, the only one of the file
  --tree            trees of conditions instead of sentences
  --lang en|zh      the language of sentences (default: en)
  --json            everything as data, one line a case
  --policies PATH   a policy file, or a folder of *.policy.json; may be repeated. As in amends run
  --roster FILE     agents, a JSON array, for cases that bring none
  --calendars FILE  calendars by name, a JSON object, for cases that bring none
  --model FILE      a model of your own that helped to classify; "standard" for the one that ships, or "none"
  --lexicon FILE    a lexicon that messages are read with, beside or in place of the standard one of its language; may be
                    repeated. Those that amends.config.json names near the policies are read too
  --now INSTANT     the clock of cases that don't say what time it is (default: now)
  --help            this text

Examples:
  amends explain case.json --stage remedies
  amends explain case.json --rule long-delay-playbook --tree
  amends explain case.json --decision offer --lang zh
  amends explain policies/offers.test.json --test "45 days late"
  cat cases.ndjson | amends explain - --id C-7 --json | jq .decisions[].decided
`;
