import { didYouMean, formatFinding } from "@amends/core/errors";
import { parsePolicy, type Policy } from "@amends/core/rules";
import {
  explainTest,
  parseTestFile,
  type CaseExplanation,
  type ExplainCaseOptions,
  type PolicyTest,
  type SourceFile,
} from "@amends/rule-tools";
import { readFileText } from "../input/read-file-text.js";
import { UnreadableInputError } from "../input/unreadable-input-error.js";
import type { Streams } from "../streams.js";
import { UsageError } from "../usage-error.js";

/** Explains one test of a file: with the policy of that name among those given, or among the standard ones. */
export async function explainNamedTest(
  path: string,
  name: string | undefined,
  options: ExplainCaseOptions,
  given: readonly Policy[],
  streams: Streams,
): Promise<CaseExplanation> {
  const file: SourceFile = { path: path === "-" ? "<stdin>" : path, text: await readFileText(path, streams.stdin) };
  const { tests, findings } = parseTestFile(file);
  if (tests.length === 0 && findings.length > 0)
    throw new UnreadableInputError(findings.map((finding) => formatFinding(finding)).join("\n"));
  const test = choose(tests, name, path);
  if (test.input.kind === "calculation")
    throw new UsageError(`"${test.name}" asks the calculation ${test.input.calculation}, where no policy decides`);
  const policy = policyOf(test, given, options);
  return explainTest(test, policy, options);
}

/** How many tests are named where none was chosen. */
const namesShown = 8;

function choose(tests: readonly PolicyTest[], name: string | undefined, path: string): PolicyTest {
  const names = tests.map((test) => test.name);
  const [only] = tests;
  if (name === undefined) {
    if (only !== undefined && tests.length === 1) return only;
    const shown = names.slice(0, namesShown).map((each) => `"${each}"`);
    throw new UsageError(
      `${path} has ${tests.length} tests; name one with --test: ${shown.join(", ")}${names.length > namesShown ? ", …" : ""}`,
    );
  }
  const found = tests.find((test) => test.name === name);
  if (found !== undefined) return found;
  const { fix } = didYouMean(name, names);
  throw new UsageError(`${path} has no test "${name}"${fix === undefined ? "" : `; ${fix}`}`);
}

function policyOf(test: PolicyTest, given: readonly Policy[], { stages }: ExplainCaseOptions): Policy {
  const found = [...given, ...stages.flatMap(({ policies }) => policies)].find(({ policy }) => policy === test.policy);
  if (found === undefined) throw new UsageError(`there is no policy "${test.policy}"; name its file with --policies`);
  return found;
}

/** The policy that stands beside a test file, where there is one. */
export async function policyBeside(path: string, streams: Streams): Promise<Policy | undefined> {
  if (!path.endsWith(".test.json")) return undefined;
  let text: string;
  try {
    text = await readFileText(path.replace(/\.test\.json$/, ".policy.json"), streams.stdin);
  } catch {
    return undefined;
  }
  return parsePolicy(text);
}
