import { describe, expect, it } from "vitest";
import { parseEmail } from "./parse-email.js";
import { base64 } from "./testing/message-bytes.js";
import { mail, multipart, part } from "./testing/sample-email.js";

describe("attachments", () => {
  const picture = part("image/png", base64(new Uint8Array([1, 2, 3])), [
    'Content-Disposition: attachment; filename="../../etc/broken =?UTF-8?B?5Zu+?=.png"',
    "Content-Transfer-Encoding: base64",
  ]);

  it("are listed by name, type and size, without their bytes", async () => {
    const inline = part("IMAGE/JPEG", base64(new Uint8Array(5)), ["Content-Disposition: inline", "Content-Transfer-Encoding: base64"]);
    const { text, attachments } = await parseEmail(multipart("mixed", part("text/plain", "See"), picture, inline));
    expect(text).toBe("See");
    expect(attachments).toEqual([
      { name: "broken 图.png", type: "image/png", bytes: 3, inline: false },
      { name: "attachment-2", type: "image/jpeg", bytes: 5, inline: true },
    ]);
  });

  it("come with their bytes where that is asked for", async () => {
    const { attachments } = await parseEmail(multipart("mixed", picture), { attachments: "with_content" });
    expect(attachments[0]?.content).toEqual(new Uint8Array([1, 2, 3]));
  });

  it("have names and types that harm nobody", async () => {
    const odd = (name: string, type = "text/csv") => part(type, "x", [`Content-Disposition: attachment; filename="${name}"`]);
    const { attachments } = await parseEmail(
      multipart("mixed", odd(".."), odd("C:\\\\temp\\\\a\tb.txt"), odd(`${"x".repeat(400)}.pdf`, "text/<script>")),
    );
    expect(attachments.map(({ name }) => name.length)).toEqual([12, 7, 200]);
    expect(attachments[1]?.name).toBe("a b.txt");
    expect(attachments[2]?.type).toBe("application/octet-stream");
  });

  it("may be whole messages, whose words aren't the sender's", async () => {
    const { text, attachments } = await parseEmail(
      multipart("mixed", part("text/plain", "See below"), part("message/rfc822", mail({}, "Another's words"))),
    );
    expect(text).toBe("See below");
    expect(attachments.map(({ type }) => type)).toEqual(["message/rfc822"]);
  });
});
