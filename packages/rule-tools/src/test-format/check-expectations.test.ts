import { describe, expect, it } from "vitest";
import { runPolicyTests } from "../run/run-policy-tests.js";
import { policyFile, stages, testFile } from "../testing/sample-stage.js";

const at = "2026-03-03T15:00:00Z";
const mail = { facts: { "ticket.channel": "email" } };
const caseFile = { case: { ticket: { channel: "email", createdAt: at } } };
const found = (test: object, policy: object = {}) =>
  runPolicyTests({ policies: [policyFile(policy)], tests: [testFile([{ name: "it", ...test }])], stages }).findings.map(
    ({ code, path, fix }) => [code, path?.replace("tests[0].", ""), ...(fix === undefined ? [] : [fix])],
  );

describe("a test that can't fail is found", () => {
  const cannot = ["test_cannot_fail", "tests[0]"];

  it.each<[string, object]>([
    ["facts and nothing expected", { given: mail, expect: {} }],
    ["facts and an empty object", { given: mail, expect: { events: {} } }],
    ["no total where there never is one", { given: mail, expect: { total: null } }],
    ["a case and no rule named", { at, given: caseFile, because: [] }],
    ["a case and an empty answer", { at, given: caseFile, expect: { sla: { firstResponse: {} } } }],
    ["a case that expects what it was given", { at, given: caseFile, expect: { ticket: { channel: "email" }, now: at } }],
    ["a message that expects its own text", { at, given: { message: "Hello" }, expect: { ticket: { text: "Hello" } } }],
  ])("%s", (_, test) => {
    expect(found(test)[0]?.slice(0, 2)).toEqual(cannot);
  });

  it.each<[string, object]>([
    ["no rule may fire", { given: mail, because: [] }],
    ["an empty list", { given: mail, expect: { events: [] } }],
    ["an event of any kind", { given: mail, expect: { events: [{}] } }],
    ["an answer of nothing", { at, given: caseFile, expect: { sla: { firstResponse: null } } }],
    ["another channel than was given", { at, given: caseFile, expect: { ticket: { channel: "phone" } } }],
    ["an empty answer, exactly", { at, given: caseFile, expect: { sla: {} }, exact: true }],
    ["still to do", { given: mail, todo: "soon" }],
  ])("but not: %s", (_, test) => {
    expect(found(test)).toEqual([]);
  });
});

describe("an expectation that no decision meets is found", () => {
  const given = mail;
  const because = ["email"];
  const never = "expectation_never";

  it.each<[string, object, unknown[]]>([
    [
      "an event of another decision",
      { expect: { events: [{ type: "targett" }] } },
      [never, "expect.events[0].type", 'did you mean "target"?'],
    ],
    [
      "a param the event doesn't have",
      { expect: { events: [{ type: "target", params: { hour: 2 } }] } },
      [never, "expect.events[0].params.hour", 'did you mean "hours"?'],
    ],
    ["a param that no event has", { expect: { events: [{ params: { minutes: 2 } }] } }, [never, "expect.events[0].params.minutes"]],
    ["a total without a sum", { expect: { total: 3 } }, [never, "expect.total"]],
    ["a loser that is no rule", { expect: { lost: ["emial"] } }, ["rule_unknown", "expect.lost[0]", 'did you mean "email"?']],
  ])("facts: %s", (_, test, finding) => {
    expect(found({ given, because, ...test })).toEqual([finding]);
  });

  it("facts: two rules where one decides", () => {
    expect(found({ given, because: ["email", "vip-late"] })).toEqual([[never, "because", 'name the losers in "expect": { "lost": […] }']]);
    expect(found({ given, because: ["email", "vip-late"] }, { decide: "all" })).toEqual([]);
  });

  it.each<[string, object, unknown[]]>([
    ["a key no case has", { expect: { slaa: {} } }, ["expectation_unknown", "expect.slaa", 'did you mean "sla"?']],
    ["a key of a later stage", { expect: { reply: { language: "en" } } }, [never, "expect.reply"]],
    [
      "a key its stage never writes",
      { expect: { sla: { firstRespons: {} } } },
      [never, "expect.sla.firstRespons", 'did you mean "firstResponse"?'],
    ],
    [
      "a key deeper down",
      { expect: { sla: { firstResponse: { dueat: at } } } },
      [never, "expect.sla.firstResponse.dueat", 'did you mean "dueAt"?'],
    ],
    [
      "a key in a list",
      { expect: { sla: { policies: [{ polciy: "x" }] } } },
      [never, "expect.sla.policies[0].polciy", 'did you mean "policy"?'],
    ],
  ])("cases: %s", (_, test, finding) => {
    expect(found({ at, given: caseFile, because: ["email"], ...test })).toEqual([finding]);
  });
});

it("what a row has from its table is wrong there, once", () => {
  const rows = [{ name: "a" }, { name: "b", expect: { total: 2 } }];
  expect(found({ given: mail, because: ["emial"], expect: { total: 1 }, rows })).toEqual([
    ["rule_unknown", "because[0]", 'did you mean "email"?'],
    ["expectation_never", "expect.total"],
    ["expectation_never", "rows[1].expect.total"],
  ]);
});
