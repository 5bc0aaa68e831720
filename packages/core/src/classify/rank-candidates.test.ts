import { describe, expect, it } from "vitest";
import { rankCandidates } from "./rank-candidates.js";
import { readTicket } from "./read-ticket.js";

const text = "please send me an invoice";
const model = { name: "test", version: "1", predict: () => ({ invoice: 0.25, account: 0.7 }) };

describe("rankCandidates", () => {
  it("ranks by points where there is no model, or it counts for nothing", () => {
    const plain = readTicket({ text }, "en");
    expect(rankCandidates(plain, 10)).toBe(plain.ranked);
    const heard = readTicket({ text }, "en", { model });
    expect(rankCandidates(heard, 0)).toBe(heard.ranked);
  });

  it("adds the model's likelihood to the points", () => {
    const reading = readTicket({ text }, "en", { model });
    const points = reading.scores.get("invoice") ?? 0;
    const scoreOf = (percentPerPoint: number, issueType: string): number | undefined =>
      rankCandidates(reading, percentPerPoint).find((each) => each.issueType === issueType)?.score;
    expect(scoreOf(10, "invoice")).toBe(points + 2.5);
    expect(scoreOf(10, "account")).toBe(7);
    expect(rankCandidates(reading, 1)[0]?.issueType).toBe("account");
  });
});
