import type { Message } from "@amends/core/model";
import { describe, expect, it } from "vitest";
import { evaluateSla } from "./evaluate-sla.js";
import { slaStage } from "./stage/sla-stage.js";
import { officeHours, slaCase, targetPolicy } from "./testing/sla-case.js";

const wrote = "2026-03-03T10:00:00Z";
const later = "2026-03-03T12:00:00Z";
const asks: Message = { from: "customer", at: wrote, text: "Where is it?" };
const reply = (text: string, tags?: string[]): Message => ({ from: "agent", at: "2026-03-03T11:00:00Z", text, ...(tags ? { tags } : {}) });

const answers = (params: object) =>
  targetPolicy({} as never, {
    policy: "test/answers",
    decision: "answers",
    decide: "first",
    rules: [{ name: "only", conditions: { all: [] }, event: { type: "answer", params: { from: ["agent"], ...params } } }],
  });
const stateOf = (messages: Message[], params: object, ignoring?: string[]) =>
  evaluateSla(slaCase(wrote, { now: later, ticket: { messages } }), [
    answers(params),
    targetPolicy({ within: "PT4H", clock: "calendar", ...(ignoring ? { ignoring } : {}) }),
  ]).firstResponse?.state;

describe("a message of ours", () => {
  const greets = { greetings: ["Hello", "dear customer", "您好"], ignoring: ["greeting_only"] };

  it.each([
    ["Hello!", "running"],
    ["HELLO, dear customer… 🙂", "running"],
    ["您好！", "running"],
    ["Hello, it is in Memphis.", "met"],
    ["Hello there", "met"],
    ["", "met"],
  ] as const)("%j leaves the clock %s where greetings don't count", (text, state) => {
    expect(stateOf([asks, reply(text)], greets)).toBe(state);
  });

  it("counts by its tags, of the channel or of the target", () => {
    const automatic = [asks, reply("We have your message.", ["auto_reply"])];
    expect(stateOf(automatic, {})).toBe("met");
    expect(stateOf(automatic, { ignoring: ["auto_reply"] })).toBe("running");
    expect(stateOf(automatic, { ignoring: ["auto_reply"] }, [])).toBe("met");
    expect(stateOf(automatic, {}, ["auto_reply"])).toBe("running");
  });
});

describe("a message of the customer", () => {
  const thanks = (at: string): Message => ({ from: "customer", at, text: "Thanks", tags: ["no_response_needed"] });
  const status = (...messages: Message[]) =>
    evaluateSla(slaCase(wrote, { now: later, calendars: { default: officeHours("Etc/UTC") }, ticket: { messages } }));

  it("that needs no answer owes none, and the next one that does starts the clock", () => {
    expect(status(thanks(wrote))).toMatchObject({ firstResponse: null, answerDueAt: null });
    expect(status(thanks(wrote), { ...asks, at: "2026-03-03T11:00:00Z" }).firstResponse).toMatchObject({
      startedAt: "2026-03-03T11:00:00Z",
    });
    expect(status(asks, reply("In Memphis."), thanks("2026-03-03T11:30:00Z"))).toMatchObject({ answerDueAt: null });
  });

  it("after an answer owes the next one, but where only the first counts", () => {
    const messages = [asks, reply("In Memphis."), { ...asks, at: "2026-03-03T11:30:00Z" }];
    expect(status(...messages)).toMatchObject({
      nextResponse: { rule: "sla/standard-next-responses/written", startedAt: "2026-03-03T11:30:00Z", state: "running" },
      answerDueAt: "2026-03-03T15:30:00Z",
    });
    const policies = [answers({ firstOnly: true }), ...slaStage.policies];
    const only = evaluateSla(slaCase(wrote, { now: later, ticket: { messages } }), policies);
    expect(only.nextResponse).toBeUndefined();
    expect(only.answerDueAt).toBeNull();
  });
});
