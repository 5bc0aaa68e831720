import type { PolicyTest } from "@amends/rule-tools";
import { RE2JS } from "re2js";
import { UsageError } from "../usage-error.js";

/** Which tests run, as plain data that a worker can be told. Of each list one must match; an empty list matches everything. */
export interface TestSelection {
  /** Parts of a test's name, or linear-time regular expressions between slashes. */
  readonly names: readonly string[];
  /** Names of policies, or their beginnings up to a slash. */
  readonly policies: readonly string[];
}

const pattern = /^\/(.*)\/(i?)$/s;

/**
 * The test of a name: text is looked for as it stands, whatever its case; `/…/` is a regular expression that takes linear time.
 *
 * @throws {UsageError} where the regular expression can't be read.
 */
export function nameFilter(text: string): (name: string) => boolean {
  const [, expression, flags] = pattern.exec(text) ?? [];
  if (expression === undefined) {
    const wanted = text.toLowerCase();
    return (name) => name.toLowerCase().includes(wanted);
  }
  try {
    const compiled = RE2JS.compile(expression, flags === "i" ? RE2JS.CASE_INSENSITIVE : 0);
    return (name) => compiled.matcher(name).find();
  } catch (error) {
    throw new UsageError(
      `--name ${text} can't be read as a linear-time regular expression: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

/** Whether a policy is among the asked ones: by its name, or by the folders of its name. */
export function policyFilter(asked: readonly string[]): (policy: string) => boolean {
  return asked.length === 0
    ? () => true
    : (policy) => asked.some((name) => policy === name || policy.startsWith(`${name.replace(/\/$/, "")}/`));
}

/** The tests of a selection. */
export function selectTests({ names, policies }: TestSelection): (test: Pick<PolicyTest, "name" | "policy">) => boolean {
  const filters = names.map(nameFilter);
  const isPolicy = policyFilter(policies);
  return ({ name, policy }) => isPolicy(policy) && (filters.length === 0 || filters.some((matches) => matches(name)));
}
