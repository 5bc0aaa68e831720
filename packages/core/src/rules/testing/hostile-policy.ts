import { expect } from "vitest";
import { InvalidPolicyError } from "../../errors/invalid-policy-error.js";
import { compilePolicy } from "../compile-policy.js";
import { parsePolicy } from "../parse/parse-policy.js";
import type { Policy } from "../policy.js";

/** A condition of which a test changes a part. */
export const leaf = { fact: "a", operator: "equal", value: 1 };

/** The event of the rules that tests write. */
export const event = { type: "e" };

/** A policy without its rules. */
export const head = { policy: "p", version: "1.0.0", stage: "s", decision: "d", decide: "all" };

/** A policy of one rule, of which a test changes a part. */
export const withRule = (rule: object, more: object = {}): unknown => ({
  ...head,
  rules: [{ name: "r", conditions: { all: [leaf] }, event, ...rule }],
  ...more,
});

/** A policy of one condition, of which a test changes a part. */
export const withLeaf = (more: object): unknown => withRule({ conditions: { all: [{ ...leaf, ...more }] } });

/** So many numbers, from 0 on. */
export const many = (length: number): number[] => Array.from({ length }, (_, index) => index);

/** The codes a policy is refused with, as a value and as a file; none when it loads and decides. */
export function codesOf(policy: unknown, options: Parameters<typeof compilePolicy>[1] = {}): string[] {
  try {
    const compiled = compilePolicy(policy as Policy, options);
    compiled.decide({ a: 1 });
    compiled.explain({ a: 1 });
    return [];
  } catch (error) {
    if (!InvalidPolicyError.isInstance(error)) throw error;
    expect(error.findings.length).toBeLessThanOrEqual(1_002);
    expect(
      error.findings.every(
        ({ code, message, path, expected, fix, line }) => code !== "" && message !== "" && (path ?? expected ?? fix ?? line) !== undefined,
      ),
    ).toBe(true);
    return [...new Set(error.findings.map(({ code }) => code))];
  }
}

/** The codes a file is refused with; none when it loads. */
export function codesOfText(text: string): string[] {
  try {
    parsePolicy(text);
    return [];
  } catch (error) {
    if (!InvalidPolicyError.isInstance(error)) throw error;
    expect(error.findings.length).toBeLessThanOrEqual(1_002);
    expect(error.findings[0]).toMatchObject({ code: expect.any(String) as string, message: expect.any(String) as string });
    return [...new Set(error.findings.map(({ code }) => code))];
  }
}
