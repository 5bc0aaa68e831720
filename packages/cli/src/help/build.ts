/** What `amends build --help` prints. */
export const buildHelp = `amends build: write policies as ES modules

Usage: amends build FILE… --out DIR [--check] [--json]
       amends build FILE

FILE is a policy or a folder of *.policy.json; "-" is standard input. Each policy becomes a module that decides as the policy does,
without reading JSON first: <DIR>/<policy's name>.js, and its types in a .d.ts beside it. A single policy without --out goes to
standard output. The modules import @amends/core, and have no eval.

  --out DIR   where the modules go; folders are made, and a module that wouldn't change isn't written
  --check     write nothing; exit with 1 if a module is missing or isn't what its policy says
  --json      print what was done, or, without --out, the code and the types
  --help      this text

Examples:
  amends build policies/ --out src/policies
  amends build policies/ --out src/policies --check
  amends build shop.policy.json > shop.js
  cat shop.policy.json | amends build - --json | jq -r '.modules[0].types'

A module exports decide, matches, first and policy:
  import { decide } from "./policies/shop/gifts.js";
  decide({ "order.total": 120 }).events;

Exit codes: 0 fine, 1 a policy is wrong or a module out of date, 2 bad usage or a file that can't be read.
`;
