import { stringEvaluations } from "./string-evaluations.js";
import { input } from "./input.js";
import { writeAnswers } from "./write-answers.js";

// A page under a Content-Security-Policy without unsafe-eval hands its lines back to the server it came from.
const lines: string[] = [];
const failure = await writeAnswers(input, (line) => void lines.push(line)).then(
  () => undefined,
  (error: unknown) => (error instanceof Error ? (error.stack ?? error.message) : String(error)),
);
await fetch("/answers", { method: "POST", body: JSON.stringify({ lines, evaluations: await stringEvaluations(), failure }) });
