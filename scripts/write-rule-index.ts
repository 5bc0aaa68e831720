// Writes docs/rules/README.md from the codes and their pages: npx tsx --conditions=@amends/source scripts/write-rule-index.ts
import { writeFileSync } from "node:fs";
import { ruleIndex } from "../tests/rule-index.js";

writeFileSync("docs/rules/README.md", ruleIndex());
