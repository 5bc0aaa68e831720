import type { Ticket } from "@amends/core/model";
import { formatInstant, parseInstant } from "@amends/core/time";
import { describe, expect, it } from "vitest";
import { readConversation } from "./conversation.js";

type Message = NonNullable<Ticket["messages"]>[number];
const at = (hour: number) => `2026-03-03T${String(hour).padStart(2, "0")}:00:00Z`;
const message = (from: Message["from"], hour?: number, rest: Partial<Message> = {}): Message => ({
  from,
  ...(hour === undefined ? {} : { at: at(hour) }),
  ...rest,
});
const started = (messages: Message[], createdAt?: string) => {
  const conversation = readConversation({ channel: "email", createdAt, messages });
  const { first } = conversation;
  const { answered, waitingSince } = conversation.answersOf({ from: ["agent"], ignoring: [] });
  return [
    first === undefined ? undefined : formatInstant(first),
    answered,
    waitingSince === undefined ? undefined : formatInstant(waitingSince),
  ];
};

describe("readConversation", () => {
  it.each([
    ["no thread", [], at(9), [at(9), false, at(9)]],
    ["nothing known", [], undefined, [undefined, false, undefined]],
    ["the customer's first message goes before createdAt", [message("customer", 8)], at(9), [at(8), false, at(8)]],
    [
      "the earliest message, whatever the order of the list",
      [message("customer", 10), message("customer", 8)],
      at(10),
      [at(8), false, at(8)],
    ],
    ["a first message without a time", [message("customer"), message("customer", 10)], at(9), [at(9), false, at(9)]],
    [
      "a first message without a time, and no createdAt",
      [message("customer"), message("customer", 10)],
      undefined,
      [undefined, false, undefined],
    ],
    ["what the shop wrote before is no answer", [message("agent", 7), message("customer", 8)], at(7), [at(8), false, at(8)]],
    ["an answer", [message("customer", 8), message("agent", 9)], at(8), [at(8), true, at(9)]],
    ["an answer to a message that isn't in the thread", [message("agent", 9)], at(8), [at(8), true, at(9)]],
    ["what the shop wrote before a message that isn't in the thread", [message("agent", 7)], at(8), [at(8), false, at(8)]],
    [
      "a bot's answer and a system's note don't count",
      [message("customer", 8), message("bot", 9), message("system", 9)],
      at(8),
      [at(8), false, at(8)],
    ],
    ["an internal note doesn't count", [message("customer", 8), message("agent", 9, { internal: true })], at(8), [at(8), false, at(8)]],
    [
      "the earliest unanswered message",
      [message("customer", 8), message("agent", 9), message("customer", 10), message("customer", 11)],
      at(8),
      [at(8), true, at(10)],
    ],
    ["an answer without a time", [message("customer", 8), message("agent"), message("customer", 10)], at(8), [at(8), true, at(10)]],
    ["a last answer without a time", [message("customer", 8), message("agent")], at(8), [at(8), true, undefined]],
  ] as const)("%s", (_, messages, createdAt, expected) => {
    expect(started([...messages], createdAt)).toEqual(expected);
  });

  it("counts the authors it is told to", () => {
    const ticket = { channel: "email", messages: [message("customer", 8), message("bot", 9)] } satisfies Ticket;
    expect(readConversation(ticket).answersOf({ from: ["agent", "bot"], ignoring: [] })).toMatchObject({
      answered: true,
      by: "bot",
      at: parseInstant(at(9)),
    });
  });

  it("tells when an agent is waited for after a bot", () => {
    const waiting = (...messages: Message[]) => {
      const since = readConversation({ channel: "live_chat", createdAt: at(8), messages }).waitingForAgentSince();
      return since === undefined ? undefined : formatInstant(since);
    };
    expect(waiting()).toBe(at(8));
    expect(waiting(message("customer", 9), message("agent", 10))).toBe(at(9));
    expect(waiting(message("customer", 9), message("bot", 10))).toBe(at(10));
    expect(waiting(message("customer", 9), message("bot", 10), message("customer", 11), message("customer", 12))).toBe(at(11));
    const taken = [message("customer", 9), message("bot", 10), message("customer", 11), message("agent", 12)];
    expect(waiting(...taken, message("bot", 13), message("customer", 14))).toBe(at(11));
    expect(waiting(message("customer", 9), message("bot"))).toBeUndefined();
  });

  it("leaves what was written before the case was reopened to the past", () => {
    const reopened = (createdAt: string, messages: Message[]) => {
      const conversation = readConversation({ channel: "email", createdAt, messages }, parseInstant(at(10)));
      const { answered } = conversation.answersOf({ from: ["agent"], ignoring: [] });
      return [conversation.first === undefined ? undefined : formatInstant(conversation.first), answered];
    };
    const before = [message("customer", 8), message("agent", 9)];
    expect(reopened(at(8), before)).toEqual([at(8), true]);
    expect(reopened(at(8), [...before, message("customer", 11)])).toEqual([at(11), false]);
    expect(reopened(at(8), [...before, message("customer", 11), message("agent", 12)])).toEqual([at(11), true]);
    expect(reopened(at(11), before)).toEqual([at(11), false]);
    expect(reopened(at(11), [...before, message("agent", 12)])).toEqual([at(11), true]);
  });
});
