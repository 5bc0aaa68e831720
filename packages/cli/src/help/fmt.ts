/** What `amends fmt --help` prints. */
export const fmtHelp = `amends fmt: write policies, tests, lexicons and settings in their canonical form

Usage: amends fmt [PATH…] [--check] [--json]

PATH is a policy, a test file, a lexicon, amends.config.json, or a folder of them, at any depth; "-" is standard input, and the result
goes to standard output. Without a PATH it is what amends.config.json names under "policies" and "lexicons", or the current folder.

Two spaces, at most 140 columns, short objects on one line; keys in the order of the schema, lists and numbers as they are written;
UTF-8 without a byte order mark, LF, and a line end behind the last line. What a file means never changes. A file that is no strict
JSON, or holds a key twice, is refused and left as it is.

  --check   write nothing; list the files that aren't in their form, and exit with 1 if there is one
  --json    print what was done as JSON
  --help    this text

Examples:
  amends fmt
  amends fmt policies/ --check
  cat shop.policy.json | amends fmt - > formatted.policy.json

Exit codes: 0 fine, 1 a file was refused or, with --check, isn't in its form, 2 bad usage or a file that can't be read.
`;
