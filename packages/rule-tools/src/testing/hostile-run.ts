import fc from "fast-check";
import { runPolicyTests } from "../run/run-policy-tests.js";
import { policyFile, stages, testFile } from "./sample-stage.js";

/** Texts that would break out of a report that doesn't escape them. */
export const hostileText = fc.oneof(
  fc.constantFrom(
    "a]]>b",
    "</testcase>",
    'say "hi" & <go>',
    "one\ntwo\r\nnot ok 3 - four",
    "::set-output name=x::y",
    "\n::error::y",
    "50% of it, 1:2",
    "# TODO later",
    "# SKIP",
    "back\\slash \\# TODO",
    "\u001B[31mred\u0007\u0000",
    "\uD800 alone \uFFFE",
    "\u2028\u2029\u0085",
    "  ---\n  ...\n1..0",
    "end_of_record\nSF:x",
  ),
  fc.string({ unit: "binary", minLength: 1, maxLength: 12 }),
);

/** A run of a passing, a failing, a broken, a to-do and a to-review test, and a finding, all of them named by the texts. */
export function hostileRun(texts: readonly string[]) {
  const [name = "a", reason = "b", value = "c"] = texts;
  const facts = (channel: unknown) => ({ facts: { "ticket.channel": channel } });
  const tests = [
    { name: `passes ${name}`, given: facts("email"), because: ["email"] },
    {
      name: `fails ${name}`,
      given: facts("live_chat"),
      expect: { events: [{ type: "target", params: { hours: value } }] },
      because: ["email"],
    },
    { name: `breaks ${name}`, at: "2026-03-03T15:00:00Z", given: { case: { ticket: { channel: value } } }, because: ["email"] },
    { name: `to do ${name}`, todo: reason, given: facts("email"), because: ["email"] },
    { name: `to review ${name}`, review: reason, given: facts("email"), because: ["email"] },
    { name: `unknown ${name}`, given: facts("email"), because: [reason] },
  ];
  const files = { policies: [policyFile()], tests: [testFile(tests, `${name}.test.json`)] };
  return { run: runPolicyTests({ ...files, stages }), files: [...files.policies, ...files.tests] };
}
