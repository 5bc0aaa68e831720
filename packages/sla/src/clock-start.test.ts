import type { Ticket } from "@amends/core/model";
import { formatInstant } from "@amends/core/time";
import { describe, expect, it } from "vitest";
import { clockStart } from "./clock-start.js";

type Message = NonNullable<Ticket["messages"]>[number];
const at = (hour: number) => `2026-03-03T${String(hour).padStart(2, "0")}:00:00Z`;
const message = (from: Message["from"], hour?: number, rest: Partial<Message> = {}): Message => ({
  from,
  ...(hour === undefined ? {} : { at: at(hour) }),
  ...rest,
});
const started = (messages: Message[], createdAt?: string) => {
  const { first, answered, waitingSince } = clockStart({ channel: "email", createdAt, messages }, ["agent"]);
  return [
    first === undefined ? undefined : formatInstant(first),
    answered,
    waitingSince === undefined ? undefined : formatInstant(waitingSince),
  ];
};

describe("clockStart", () => {
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
    expect(clockStart(ticket, ["agent", "bot"]).answered).toBe(true);
  });
});
