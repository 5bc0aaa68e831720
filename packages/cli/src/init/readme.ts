/** The README of a policy repository; `example` is a policy to change first. */
export function readme(title: string, stages: readonly string[], example: string): string {
  return `# ${title}

After-sales policies as files: what is answered by when, who answers, what is offered. They are run by [Amends](https://github.com/amends/amends).

| folder or file | holds |
|---|---|
| \`policies/\` | the policies (\`x.policy.json\`) of ${stages.join(", ")}, and beside each its tests (\`x.test.json\`) |
| \`schemas/\` | JSON Schemas: editors complete facts, operators and events from them |
| \`amends.config.json\` | how much a finding weighs, and where one is let pass and why |
| \`.github/workflows/policies.yml\` | what runs on every pull request |

## Begin

\`\`\`sh
npm install
npm run check
npm test
\`\`\`

Commit \`package-lock.json\`, too: the workflow installs what it says.

## The first change

1. Open \`${example}\` and change a number under \`parameters\`. Say in \`because\` why.
2. \`npm test\` fails at each test that held the old number, with file, line and column, and with the value that every condition saw.
3. Change the tests to what you want, or the number back. \`npm run check\` finds words that no fact has, rules that never fire and rules that contradict each other.
4. \`npm run fmt\`, commit, and open a pull request: what fails is marked on its lines.

## More

\`\`\`sh
npx amends new policy shop/late-parcels --stage STAGE --decision DECISION
npx amends new test policies/shop/late-parcels.policy.json
npx amends explain case.json
npx amends --help
\`\`\`

After an update of \`amends\`, \`npx amends schema --out schemas\` writes the schemas again.
`;
}
