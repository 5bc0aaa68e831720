import { input } from "./input.js";
import { writeAnswers } from "./write-answers.js";

// Node, Deno and Bun: no file is read but by the module loader, and nothing is asked of the process.
await writeAnswers(input, (line) => console.log(line));
