// Runs the tests of policies with the sources of this repository: `amends test`, whose arguments it takes.
//   npx tsx --conditions=@amends/source scripts/test-policies.ts packages/sla/policies --coverage
import { main } from "../packages/cli/src/main.js";

process.exitCode = await main(["test", ...process.argv.slice(2)], process);
