import { describe, expect, it } from "vitest";
import { createHash } from "node:crypto";
import { AmendsError } from "@amends/core/errors";
import { intakeMessage } from "@amends/core/intake";
import { parseEmail, type ParseEmailOptions } from "./parse-email.js";
import { joined, utf8 } from "./testing/message-bytes.js";
import { crlf, mail } from "./testing/sample-email.js";

describe("an e-mail", () => {
  it("is read as a message that intake takes", async () => {
    const message = await parseEmail(mail());
    expect(message).toEqual({
      id: "m1@example.com",
      at: "2026-03-03T16:00:00+01:00",
      channel: "email",
      thread: "m1@example.com",
      from: { email: "ana@example.com", name: "Ana Lima" },
      subject: "Where is my parcel?",
      text: "Where is it?",
      to: ["help@shop.example"],
      references: [],
      attachments: [],
      mayAutoAnswer: true,
      notUnderstood: [],
    });
    expect(intakeMessage(message).caseFile.ticket).toMatchObject({
      channel: "email",
      text: "Where is it?",
      subject: "Where is my parcel?",
    });
  });

  it("reads the same from bytes as from a text, with a mark before it or with bare line feeds", async () => {
    const wanted = await parseEmail(mail());
    expect(await parseEmail(utf8(mail()))).toEqual(wanted);
    expect(await parseEmail(joined(new Uint8Array([0xef, 0xbb, 0xbf]), mail()))).toEqual(wanted);
    expect(await parseEmail(Buffer.from(mail().replaceAll(crlf, "\n")))).toEqual(wanted);
  });

  it("belongs to the thread whose first message it follows", async () => {
    const { thread, references } = await parseEmail(
      mail({ References: `<root@shop.example>${crlf} <second@example.com>`, "In-Reply-To": "<third@shop.example>" }),
    );
    expect(thread).toBe("root@shop.example");
    expect(references).toEqual(["root@shop.example", "second@example.com", "third@shop.example"]);
    expect((await parseEmail(mail({ "In-Reply-To": "Your message <x@shop.example> of today" }))).thread).toBe("x@shop.example");
    const long = Array.from({ length: 500 }, (_, index) => `<${index}@x>`).join(" ");
    const many = (await parseEmail(mail({ References: long }))).references;
    expect([many.length, many[0], many.at(-1)]).toEqual([101, "0@x", "499@x"]);
  });

  it("joins the case of its thread in intake", async () => {
    const first = intakeMessage(await parseEmail(mail()));
    const answer = await parseEmail(
      mail({ "Message-ID": "<m3@example.com>", "In-Reply-To": "<a2@shop.example>", References: "<m1@example.com> <a2@shop.example>" }),
    );
    expect(intakeMessage(answer, { openCases: [first.caseFile] }).joinedBy).toBe("same_thread");
  });

  it("without an id has that of its bytes, every time the same", async () => {
    const raw = mail({ "Message-ID": "" });
    const { id, thread, notUnderstood } = await parseEmail(raw);
    expect(id).toBe(`sha256:${createHash("sha256").update(raw).digest("hex")}`);
    expect(thread).toBeUndefined();
    expect(notUnderstood).toEqual(["message-id"]);
    expect((await parseEmail(mail({ "Message-ID": "bare@example.com" }))).id).toBe("bare@example.com");
  });

  it("tells where answers go, and to whom it went", async () => {
    const { replyTo, to } = await parseEmail(
      mail({
        "Reply-To": "Ana <ana.home@example.com>",
        To: 'Team: "Shop, Help" <help@shop.example>, b@shop.example;',
        Cc: "help@shop.example, c@shop.example",
      }),
    );
    expect(replyTo).toBe("ana.home@example.com");
    expect(to).toEqual(["help@shop.example", "b@shop.example", "c@shop.example"]);
    expect((await parseEmail(mail({ "Reply-To": "ana@example.com" }))).replyTo).toBeUndefined();
  });

  it.each(["", "undisclosed", "<>", '"x" <not an address>', "a@b, c@d"])(
    "with the sender %j says that it isn't understood",
    async (From) => {
      const { from, notUnderstood, mayAutoAnswer } = await parseEmail(mail({ From }));
      expect(notUnderstood).toEqual(["from"]);
      if (From !== "a@b, c@d") expect([from, mayAutoAnswer]).toEqual([{}, false]);
    },
  );
});

describe("options", () => {
  it("are refused all at once", async () => {
    const options = { receivedAt: "yesterday", ownAddresses: ["shop"], limits: { bytes: 0, depth: 1 }, attachments: "all" };
    const error: unknown = await parseEmail(mail(), options as unknown as ParseEmailOptions).catch((reason: unknown) => reason);
    if (!AmendsError.isInstance(error)) throw error;
    expect(error.code).toBe("invalid_options");
    expect(error.findings.map(({ path }) => path ?? "").toSorted()).toEqual([
      "attachments",
      "limits",
      "limits.bytes",
      "ownAddresses.0",
      "receivedAt",
    ]);
  });
});
