/** What `amends new --help` prints. */
export const newHelp = `amends new: begin a policy, a rule, a test or a table of tests

Usage: amends new policy NAME --stage STAGE --decision DECISION [options]
       amends new rule FILE --name NAME [options]
       amends new test FILE [--rule NAME] [options]
       amends new table FILE [--rule NAME]… [--name NAME] [options]

A policy begins with one rule, of a fact and an event that are usual for the decision; a rule is added to the policy in FILE. What is
written passes amends check and is formatted; change it to what you mean. A test or a table stands in x.test.json beside
x.policy.json: facts in which the rules decide, and what the policy decides of them now, marked for review. FILE may be "-", standard
input; the result goes to standard output.

  --stage STAGE        sla, remedies, assignment, …
  --decision DECISION  one of the stage's decisions
  --decide MODE        first, all, sum, strictest or mostSpecific (as the standard policies of the decision)
  --name NAME          the rule's name, or the table's
  --fact NAME          the fact that the rule asks for
  --event TYPE         the type of its event
  --rule NAME          the rule that the test shows; of a table, may be repeated (every rule)
  --out FILE           where a policy goes (policies/NAME.policy.json)
  --force              write over a file that is there
  --dry-run            print what would be written, and write nothing
  --json               print what was done as JSON
  --help               this text

Examples:
  amends new policy shop/late-parcels --stage remedies --decision offer
  amends new rule policies/shop/late-parcels.policy.json --name very-late --fact shipment.daysInTransit
  amends new test policies/shop/late-parcels.policy.json --rule very-late
  amends new table policies/shop/late-parcels.policy.json

Exit codes: 0 written, 1 the policy is wrong or a rule can't be shown, 2 bad usage, or a file that can't be read or is there already.
`;
