/** Files of a policy repository that are the same in every one. */
export const plainFiles: Readonly<Record<string, string>> = {
  ".gitignore": "node_modules/\nreports/\n",
  ".gitattributes": "* text=auto eol=lf\n",
  ".editorconfig": `root = true

[*]
charset = utf-8
end_of_line = lf
indent_style = space
indent_size = 2
insert_final_newline = true
trim_trailing_whitespace = true
max_line_length = 140
`,
  ".github/workflows/policies.yml": `name: Policies

on:
  push:
    branches: [main]
  pull_request:

permissions:
  contents: read

jobs:
  policies:
    runs-on: ubuntu-latest
    timeout-minutes: 10
    # permissions:
    #   contents: read
    #   security-events: write
    steps:
      - uses: actions/checkout@v5
      - uses: actions/setup-node@v5
        with:
          node-version: 22
          cache: npm
      - run: npm ci
      - run: npx amends check --format github
      - run: npx amends fmt --check
        if: success() || failure()
      - run: npx amends test --coverage --min-coverage 100 --reporter github --reporter pretty=reports/tests.txt --reporter junit=reports/tests.xml
        if: success() || failure()
      - uses: actions/upload-artifact@v5
        if: success() || failure()
        with:
          name: policy-tests
          path: reports/
      # Code scanning lists the findings, too, where "permissions" above are taken in:
      # - run: npx amends check --format sarif > check.sarif
      #   if: success() || failure()
      # - uses: github/codeql-action/upload-sarif@v4
      #   if: success() || failure()
      #   with:
      #     sarif_file: check.sarif
`,
};
