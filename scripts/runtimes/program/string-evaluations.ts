import { keepZodFromEvaluating } from "./strict-zod.js";

// This module is imported before everything else, since schemas are used while modules load.
keepZodFromEvaluating();

const page = globalThis as unknown as {
  addEventListener: (
    type: string,
    listener: (event: { violatedDirective: string; sourceFile: string; lineNumber: number }) => void,
  ) => void;
};
const violations: string[] = [];
page.addEventListener("securitypolicyviolation", ({ violatedDirective, sourceFile, lineNumber }) => {
  violations.push(`${violatedDirective} in ${sourceFile}:${lineNumber}`);
});

/** What the page's policy refused so far; waits until what was refused just now is told too. */
export async function stringEvaluations(): Promise<readonly string[]> {
  await new Promise((resolve) => setTimeout(resolve, 0));
  return violations;
}
