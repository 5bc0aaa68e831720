/** What `amends init --help` prints. */
export const initHelp = `amends init: begin a policy repository

Usage: amends init [FOLDER] [options]

Writes the standard policies and their tests, JSON Schemas, editor settings, amends.config.json, a workflow for GitHub, package.json
and a README into FOLDER (the current one). The repository passes amends check, amends fmt --check and amends test as it is.
Nothing is asked on the network, and nothing is installed.

  --stages NAMES   only the policies of these stages, separated by commas: sla,remedies
  --force          write into a folder that isn't empty, over files of the same names
  --dry-run        list what would be written, and write nothing
  --json           print what was done as JSON
  --help           this text

Examples:
  npx amends init policies-of-our-shop
  amends init --stages sla,remedies --dry-run

Exit codes: 0 fine, 2 bad usage, a folder that isn't empty, or one that can't be written.
`;
