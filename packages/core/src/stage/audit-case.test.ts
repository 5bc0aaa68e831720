import { describe, expect, it } from "vitest";
import { auditCase } from "./audit-case.js";

const sources = {
  policies: [
    { policy: "b", version: "1.0.0", hash: "2" },
    { policy: "a", version: "1.0.0", hash: "1" },
  ],
  data: { zones: "2026a" },
};
const caseFile = { ticket: { channel: "email" as const, text: "Hello" } };

describe("auditCase", () => {
  it("is the same for the same case, and another for another", () => {
    expect(auditCase(caseFile, sources)).toEqual(
      auditCase(structuredClone(caseFile), { ...sources, policies: sources.policies.toReversed() }),
    );
    expect(auditCase({ ticket: { ...caseFile.ticket, text: "Hallo" } }, sources).hash).not.toBe(auditCase(caseFile, sources).hash);
    expect(auditCase(caseFile, { ...sources, data: { zones: "2026b" } }).hash).not.toBe(auditCase(caseFile, sources).hash);
    expect(auditCase({ ...caseFile, followUps: [] }, sources).hash).not.toBe(auditCase(caseFile, sources).hash);
  });

  it("is chained to the record before it", () => {
    const first = auditCase(caseFile, sources);
    expect(first.previous).toBeNull();
    expect(auditCase({ ...caseFile, audit: { ...first, previous: first.hash } }, sources).previous).toBe(first.hash);
  });

  it("takes text with halves of surrogate pairs", () => {
    const broken = (text: string) => auditCase({ ticket: { channel: "email", text, tags: [text] } }, sources).hash;
    expect(broken("\uD83D!")).toBe(broken("\uFFFD!"));
    expect(broken("😀")).not.toBe(broken("\uFFFD"));
  });
});
