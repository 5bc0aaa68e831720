/** What `amends schema --help` prints. */
export const schemaHelp = `amends schema: print the JSON Schemas of policies, tests, cases, lexicons, settings and reports

Usage: amends schema policy|test|case|lexicon|settings|report [--stage NAME]
       amends schema --out DIR [--stage NAME]…

JSON Schemas (draft-07) that editors complete by and show descriptions from: facts with their units and examples, the operators that
fit them, events and their params. The schema of policies is one for each stage; without --stage it is one that tells them apart
and refers to those beside it. Labels of lexicons that amends.config.json names are facts of the classification.

  --stage NAME   the stage whose policies: sla, remedies, assignment, …
  --out DIR      write every schema into a folder, each to its own file
  --plain        draft-07 alone, without the keywords that only editors read
  --json         print what was written as JSON
  --help         this text

Examples:
  amends schema policy --stage remedies > remedies.policy.schema.json
  amends schema test | jq '.definitions.facts.properties | keys'
  amends schema --out schemas/

In VS Code, .vscode/settings.json: "json.schemas": [{ "fileMatch": ["*.policy.json"], "url": "./schemas/policy.schema.json" }]

Exit codes: 0 fine, 2 bad usage or a folder that can't be written.
`;
