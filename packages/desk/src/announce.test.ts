import { describe, expect, it } from "vitest";
import { createEventBus } from "@amends/core/events";
import type { DeskEvents } from "@amends/core/events";
import type { CaseFile } from "@amends/core/model";
import { announce } from "./announce.js";
import { deskOf, known, message } from "./testing/watched-desk.js";

describe("the same message once more", () => {
  it("is decided again, but answered once", async () => {
    const { desk, heard } = deskOf({});
    const ready = () => heard.filter((name) => name === "messages_ready").length;
    const first = await desk.process(message, { known });
    const second = await desk.process(message, { known, openCases: [first] });
    expect(second.reply).toEqual(first.reply);
    expect([ready(), heard.filter((name) => name === "case_decided").length]).toEqual([1, 2]);
    await desk.process({ ...message, id: "M-2", at: "2026-03-03T14:58:00Z", text: "Hello? Where is it?" }, { openCases: [second] });
    expect(ready()).toBe(2);
    await desk.process(message, { known, openCases: [first], announceAgain: true });
    expect(ready()).toBe(3);
  });

  it("is answered where its case was never decided", async () => {
    const { desk, heard } = deskOf({});
    const { id, ticket, customer } = await desk.process(message, { known });
    await desk.process(message, { known, openCases: [{ id, ticket, customer }] });
    expect(heard.filter((name) => name === "messages_ready")).toHaveLength(2);
  });
});

it("asks every role whose approval an offer needs, once each", () => {
  const asked = (remedies: object | null | undefined) => {
    const bus = createEventBus<DeskEvents>();
    const roles: string[] = [];
    bus.on("approval_needed", ({ role }) => void roles.push(role));
    announce({ ticket: { channel: "email" }, remedies } as CaseFile, bus);
    return roles;
  };
  const approval = (role: string) => ({ needed: true, role, because: "dear", rule: "caps/cap" });
  expect(asked({ approval: approval("admin"), approvals: ["admin", "operations", "admin"].map(approval) })).toEqual([
    "admin",
    "operations",
  ]);
  expect(asked({ approval: approval("admin") })).toEqual(["admin"]);
  for (const nothing of [{ approval: null }, { undecided: true, missing: [] }, null, undefined]) expect(asked(nothing)).toEqual([]);
});
