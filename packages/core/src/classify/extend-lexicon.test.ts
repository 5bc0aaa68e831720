import { describe, expect, it } from "vitest";
import { InvalidPolicyError } from "../errors/invalid-policy-error.js";
import { classifyTicket } from "./classify-ticket.js";
import { extendLexicon } from "./extend-lexicon.js";
import { parseLexicon } from "./lexicon.js";
import { standardLexicons } from "./standard-lexicons.js";

const ticket = { text: "I want the blue flimflam sheet for order 4711-88", language: "en" };
const withPhrases = (phrases: object, rest: object = {}) => ({
  lexicons: { en: parseLexicon({ language: "en", extends: "standard", phrases, ...rest }) },
});

describe("a lexicon that extends the standard one", () => {
  it("adds a phrase and keeps all others", () => {
    expect(classifyTicket(ticket).issueType).not.toBe("invoice");
    const options = withPhrases({ invoice: { 6: ["flimflam sheet"] } });
    const { issueType, evidence } = classifyTicket(ticket, options);
    expect(issueType).toBe("invoice");
    expect(evidence).toContainEqual({ label: "invoice", phrase: "flimflam sheet", start: 16, end: 30 });
    const parcel = { text: "I don't want a refund, just tell me where my parcel is", language: "en" };
    expect(classifyTicket(parcel, options)).toEqual(classifyTicket(parcel));
  });

  it("stands in place of it without `extends`", () => {
    const lexicon = parseLexicon({ language: "en", phrases: { invoice: { 6: ["flimflam sheet"] } } });
    const { issueType } = classifyTicket({ text: "where is my parcel", language: "en" }, { lexicons: { en: lexicon } });
    expect(issueType).toBe("other");
  });

  it("weighs a phrase anew, leaves one out, and keeps negation", () => {
    const standard = parseLexicon({
      language: "en",
      negation: { reach: 3, before: ["not"], labels: ["invoice"] },
      phrases: { invoice: { 4: ["bill", "receipt"] } },
    });
    const own = parseLexicon({
      language: "en",
      extends: "standard",
      without: { invoice: ["receipt"] },
      phrases: { invoice: { 2: ["bill"] }, account: { 5: ["passkey"] } },
    });
    const merged = extendLexicon(standard, own);
    expect(merged.phrases).toEqual({ invoice: { 2: ["bill"], 4: [] }, account: { 5: ["passkey"] } });
    expect(merged.negation).toEqual(standard.negation);
    expect(extendLexicon(standard, own)).toBe(merged);
  });

  it.each(["(blue|{parcel}) sheet", "(blue|(light|dark) red) sheet"])("is refused where %s could find nothing", (phrase) => {
    expect(() => classifyTicket(ticket, withPhrases({ invoice: { 6: [phrase] } }))).toThrow(/within alternatives/);
  });

  it("leaves the standard lexicons as they are", () => {
    const before = JSON.stringify(standardLexicons["en"]);
    classifyTicket(ticket, withPhrases({ invoice: { 9: ["my bill"] } }));
    expect(JSON.stringify(standardLexicons["en"])).toBe(before);
  });
});

describe("labels of one's own", () => {
  const policy = {
    policy: "shop/labels",
    version: "1.0.0",
    stage: "classification",
    decision: "labels",
    decide: "all",
    rules: [
      {
        name: "battery-recall",
        because: "The maker takes these batteries back",
        conditions: { all: [{ fact: "scores.own.battery_recall", operator: "greaterThanInclusive", value: 4 }] },
        event: { type: "label", params: { label: "battery_recall" } },
      },
    ],
  } as const;
  const options = { ...withPhrases({ "own.battery_recall": { 4: ["battery ~ (swollen|hot)"] } }), policy: policy as never };

  it("are points that rules read, and words of the answer with their evidence", () => {
    const answer = classifyTicket({ text: "The battery is swollen, order 4711-88", language: "en" }, options);
    expect(answer.labels).toEqual(["battery_recall"]);
    expect(answer.evidence).toContainEqual({ label: "own.battery_recall", phrase: "battery is swollen", start: 4, end: 22 });
    expect(answer.policies).toContainEqual(expect.objectContaining({ policy: "shop/labels" }));
  });

  it("are absent where no policy gives one", () => {
    expect(Object.keys(classifyTicket({ text: "where is my parcel", language: "en" }, options))).not.toContain("labels");
  });

  it("are refused where they have no name of that form", () => {
    const bad = () => parseLexicon({ language: "en", phrases: { refund_statu: { 4: ["x"] } } });
    expect(bad).toThrow(InvalidPolicyError);
    expect(bad).toThrow(/there is no label "refund_statu".*own\.battery_recall.*refund_status/su);
  });

  it("are unknown facts where no lexicon has them", () => {
    expect(() => classifyTicket(ticket, { policy: policy as never })).toThrow(/scores\.own\.battery_recall/u);
  });
});
