/** What `amends test --help` prints. */
export const testHelp = `amends test: run the tests of policies

Usage: amends test [PATH…] [options]

PATH is a folder (searched for *.policy.json and *.test.json), a test file (run with the policies beside it), a policy file (run
with the tests beside it), or "-" for one test file on standard input, with policies from the other paths. No path means the
current folder. Cases and messages go through the whole desk, with these policies beside or in place of the standard ones;
requests go to a calculation, such as refund or duty.

Which tests:
  -n, --name TEXT        tests whose name holds TEXT, or matches /REGEX/ or /REGEX/i in linear time; may be repeated
  --policy NAME          tests of one policy, or of all below a folder of names such as "sla"; may be repeated
  --file TEXT            test files whose path holds TEXT; may be repeated
  --bail [N]             stop after N failures (1); the coverage of a run that stopped is not weighed
  --todo                 list the tests still to do and those to review, and fail on nothing
  --pass-with-no-tests   exit with 0 where there is no test

Coverage:
  --coverage             what the tests cover: rules fired, and each condition seen true and false
  --min-coverage N       fail where fewer than N percent of the sides of conditions, true and false, are seen;
                         a rule without conditions counts by its firing
  --lcov FILE            write an lcov tracefile
  --write-missing        add tests that show what no test shows yet, to be reviewed by a person

How:
  -r, --reporter NAME    pretty, json, junit, tap, github or sarif; NAME=FILE writes to a file; may be repeated
  --json                 the same as --reporter json
  --verbose              name each test that passed
  -j, --jobs N           files run side by side (as many as pay); what comes out is the same
  -w, --watch            run again what a change affects; q or Ctrl-C ends it
  --lexicon FILE         a lexicon that messages are read with, beside those that the settings name; may be repeated
  --config FILE          settings in place of the nearest amends.config.json, whose "test": { "minCoverage" } is the least
                         coverage of a whole run, and whose severities and suppressions hold here too
  -h, --help             this text

Examples:
  amends test policies/
  amends test policies/refunds.test.json --name /^VIP/ --bail
  amends test --coverage --min-coverage 100 --reporter pretty --reporter junit=report.xml
  amends test - policies/ < one.test.json

Exit codes: 0 every test passed, 1 a test failed or a file has an error, 2 bad usage, unreadable input or no test.
`;
