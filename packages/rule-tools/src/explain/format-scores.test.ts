import type { CaseFile } from "@amends/core/model";
import { classificationStage } from "@amends/core/classify";
import { withKey, type AnyStage } from "@amends/core/stage";
import { describe, expect, it } from "vitest";
import { explainCase } from "./explain-case.js";
import { formatDecisions } from "./format-explanation.js";
import { formatScores } from "./format-scores.js";

const scores = [
  { label: "own.recall", points: 4, phrases: [{ label: "own.recall", phrase: "battery\n is \u001B[31mhot", start: 4, end: 22 }] },
  { label: "polite", points: 1, phrases: [{ label: "polite", phrase: "please", start: 0, end: 6, in: "subject" as const }] },
  {
    label: "invoice",
    phrases: [
      { label: "invoice", phrase: "tax slip", start: 30, end: 38 },
      { label: "invoice", phrase: "bill", start: 50, end: 54 },
    ],
  },
];

describe("the phrases of a message", () => {
  it("stand on a line for each label, with their places, and can't steer a terminal", () => {
    expect(formatScores(scores, {})).toBe(
      [
        "classification: phrases found in the message",
        "  own.recall, 4 points: “battery is \\u001B[31mhot” (4–22)",
        "  polite, 1 point: “please” (subject 0–6)",
        "  invoice: “tax slip” (30–38), “bill” (50–54)",
        "",
      ].join("\n"),
    );
    expect(formatScores([], { style: { strong: (text) => `*${text}*` } })).toBe(
      "*classification: phrases found in the message*\n  None.\n",
    );
  });

  it("are told in Chinese", () => {
    expect(formatScores(scores.slice(1), { language: "zh" })).toBe(
      "classification：消息中找到的短语\n  polite，1 分：“please”（主题 0–6）\n  invoice：“tax slip”（30–38）、“bill”（50–54）\n",
    );
    expect(formatScores([], { language: "zh" })).toContain("没有。");
  });
});

describe("an explained case", () => {
  const stages = [classificationStage as unknown as AnyStage];
  const runCase = (given: CaseFile, recorded: readonly AnyStage[]) =>
    recorded.reduce((current, stage) => withKey(current, stage.writes, stage.run(current)), given);
  const caseFile = {
    now: "2026-03-03T15:00:00Z",
    ticket: { channel: "email", text: "Where is my parcel? I am angry", language: "en" },
  } as CaseFile;
  const explain = (filter: object) => explainCase(caseFile, { stages, runCase, nearest: 0, ...filter });

  it("says which phrases the classification found, with the points that rules saw", () => {
    const { scores: found, decisions } = explain({ decision: "sentiment" });
    expect(found?.map(({ label }) => label)).toEqual(expect.arrayContaining(["logistics_tracking", "angry"]));
    const angry = found?.find(({ label }) => label === "angry");
    expect(angry?.phrases[0]).toMatchObject({ start: expect.any(Number) });
    expect(angry?.points).toBeGreaterThan(0);
    const text = formatDecisions(decisions, { scores: found ?? [] });
    expect(text.indexOf("phrases found")).toBeLessThan(text.indexOf("classification: sentiment"));
    expect(text.match(/phrases found/g)).toHaveLength(1);
  });

  it("says nothing of them where no decision of the classification is explained", () => {
    expect(explain({ stage: "sla" })).not.toHaveProperty("scores");
  });
});
