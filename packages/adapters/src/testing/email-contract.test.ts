import type { EmailMessage } from "@amends/core/contracts";
import { describe, expect, it, test } from "vitest";
import { parseEmail } from "../email/parse-email.js";
import { defineContract } from "./define-contract.js";
import { emailContract } from "./email-contract.js";

describe("our reader of e-mails", () => {
  defineContract(emailContract({ parseEmail }), { test, skip: test.skip });
});

type Reader = (raw: Uint8Array) => Promise<EmailMessage>;

const changed =
  (change: (message: EmailMessage) => Partial<Record<keyof EmailMessage, unknown>>): Reader =>
  async (raw) => {
    const message = await parseEmail(raw);
    return { ...message, ...change(message) } as EmailMessage;
  };

let reading = 0;

/** Readers that break one promise each, with the cases that must notice. */
const broken: readonly (readonly [what: string, parse: Reader, noticed: readonly string[]])[] = [
  ["loses the id", changed(() => ({ id: "1" })), ["email/plain"]],
  [
    "leaves subjects encoded",
    changed(({ subject }) => ({ subject: subject === "名。" ? "=?ISO-2022-JP?…" : subject })),
    ["email/encoded-words"],
  ],
  ["guesses the charset", changed(({ text }) => ({ text: text.replace("ü", "\ufffd") })), ["email/transfer-encoding"]],
  ["takes the HTML", changed(({ html, text }) => ({ text: html ?? text })), ["email/alternatives"]],
  ["takes the last message for the thread", changed(({ references }) => ({ thread: references.at(-1) })), ["email/thread"]],
  [
    "takes machines for people",
    changed(() => ({ automatic: undefined, mayAutoAnswer: true })),
    ["email/auto-reply", "email/bounce", "email/mailing-list"],
  ],
  [
    "reads another thing each time",
    changed(() => {
      reading += 1;
      return { to: [`reading ${reading}`] };
    }),
    ["email/same"],
  ],
  [
    "quotes the e-mail in its errors",
    async (raw) => {
      if (raw.length < 150) throw new Error(new TextDecoder().decode(raw));
      return parseEmail(raw);
    },
    ["email/odd-bytes"],
  ],
  [
    "falls over nested parts",
    async (raw) => {
      if (raw.length > 50_000) throw new RangeError("Maximum call stack size exceeded");
      return parseEmail(raw);
    },
    ["email/nested"],
  ],
];

describe("the contract of e-mail readers", () => {
  it.each(broken)("notices a reader that %s", async (_, parse, noticed) => {
    const failed: string[] = [];
    for (const { id, run } of emailContract({ parseEmail: parse })) await run().catch(() => failed.push(id));
    expect(failed).toEqual(noticed);
  });
});
