import type { EmailMessage } from "@amends/core/contracts";
import { AdapterError } from "@amends/core/errors";
import type { ContractCase } from "./contract-case.js";
import { demand, fail } from "./contract-case.js";
import { demandNoLeak } from "./leaks.js";

/** What the contract of e-mail readers needs. */
export interface EmailContractOptions {
  readonly parseEmail: (raw: Uint8Array) => Promise<EmailMessage>;
}

const utf8 = new TextEncoder();
const planted = ["ana.planted@example.com", "Planted Street 7"];

/** An e-mail whose parts are as the case wants them; the rest is ordinary. */
function email(headers: readonly string[], body: string): Uint8Array {
  const ordinary = [
    `From: Ana <${planted[0]}>`,
    "To: shop@shop.example",
    "Date: Tue, 3 Mar 2026 16:00:00 +0100",
    "Message-ID: <m-1@example.com>",
    "MIME-Version: 1.0",
  ];
  const named = new Set(headers.map((header) => header.split(":")[0]?.toLowerCase()));
  const kept = ordinary.filter((header) => !named.has(header.split(":")[0]?.toLowerCase()));
  return utf8.encode([...kept, ...headers, "", body].join("\r\n"));
}

/**
 * What every reader of e-mails promises.
 *
 * @example
 * import { parseEmail } from "@amends/adapters/email";
 * import { emailContract } from "@amends/adapters/testing";
 * const [plain] = emailContract({ parseEmail });
 * plain?.id; // => "email/plain"
 * await plain?.run(); // => undefined
 */
export function emailContract({ parseEmail }: EmailContractOptions): readonly ContractCase[] {
  const reads = (id: string, says: string, raw: Uint8Array, check: (message: EmailMessage) => void): ContractCase => ({
    id: `email/${id}`,
    says,
    run: async () => check(await parseEmail(raw)),
  });
  return [
    reads(
      "plain",
      "a plain e-mail is read with its id, time, sender and text",
      email(["Subject: Where is it?"], "Still nothing."),
      (message) => {
        demand(message.id === "m-1@example.com", `the id is "${message.id}"`);
        demand(Date.parse(message.at) === Date.UTC(2026, 2, 3, 15), `the time is ${message.at}`);
        demand(message.from.email === planted[0] && message.from.name === "Ana", "the sender is wrong");
        demand(message.subject === "Where is it?" && message.text.trim() === "Still nothing.", "the subject or the text is wrong");
      },
    ),
    reads(
      "encoded-words",
      "a subject in another charset is decoded",
      email(["Subject: =?ISO-2022-JP?B?GyRCTD4hIxsoQg==?="], "x"),
      (message) => demand(message.subject === "名。", `the subject is "${message.subject ?? ""}"`),
    ),
    reads(
      "transfer-encoding",
      "a body in quoted-printable and a charset of its own is decoded",
      email(["Content-Type: text/plain; charset=iso-8859-1", "Content-Transfer-Encoding: quoted-printable"], "Gr=FC=DFe"),
      (message) => demand(message.text.trim() === "Grüße", `the text is "${message.text}"`),
    ),
    reads(
      "alternatives",
      "plain text wins over HTML, and an attachment is listed",
      email(
        ["Content-Type: multipart/mixed; boundary=b1"],
        [
          "--b1",
          "Content-Type: multipart/alternative; boundary=b2",
          "",
          "--b2",
          "Content-Type: text/html; charset=utf-8",
          "",
          "<p>In <b>HTML</b></p>",
          "--b2",
          "Content-Type: text/plain; charset=utf-8",
          "",
          "In plain text",
          "--b2--",
          "--b1",
          "Content-Type: image/png",
          'Content-Disposition: attachment; filename="../box.png"',
          "Content-Transfer-Encoding: base64",
          "",
          "iVBORw0K",
          "--b1--",
        ].join("\r\n"),
      ),
      (message) => {
        demand(message.text.trim() === "In plain text", `the text is "${message.text}"`);
        const [picture] = message.attachments;
        demand(message.attachments.length === 1 && picture?.bytes === 6, "the attachment isn't listed");
        demand(picture.name === "box.png", `the attachment's name is "${picture.name}"`);
      },
    ),
    reads(
      "thread",
      "an answer stands in the thread of the first message it follows",
      email(["In-Reply-To: <second@example.com>", "References: <first@example.com> <second@example.com>"], "x"),
      (message) => demand(message.thread === "first@example.com", `the thread is "${message.thread ?? ""}"`),
    ),
    ...(
      [
        ["auto-reply", "Auto-Submitted: auto-replied"],
        ["bounce", "Return-Path: <>"],
        ["mailing-list", "List-Id: <news.example.com>"],
      ] as const
    ).map(([id, header]) =>
      reads(id, "what no person wrote is marked, so that no loop arises", email([header], "x"), (message) => {
        demand(message.automatic !== undefined && !message.mayAutoAnswer, "it counts as a person's");
      }),
    ),
    {
      id: "email/same",
      says: "the same bytes are read the same, and are left alone",
      run: async () => {
        const raw = email(["Subject: x"], "y");
        const before = raw.slice();
        const [first, second] = [JSON.stringify(await parseEmail(raw)), JSON.stringify(await parseEmail(raw))];
        demand(first === second, "two readings differ");
        demand(
          before.every((byte, index) => raw[index] === byte),
          "the bytes were changed",
        );
      },
    },
    {
      id: "email/odd-bytes",
      says: "whatever comes is read or malformed, with nothing of it in the error",
      run: async () => {
        for (const raw of oddBytes()) {
          try {
            await parseEmail(raw);
          } catch (error) {
            demandNoLeak(error, planted);
            if (!AdapterError.isInstance(error) || error.reason !== "malformed") fail(`expected malformed, got ${String(error)}`);
          }
        }
      },
    },
    {
      id: "email/nested",
      says: "parts in parts without end are malformed",
      run: async () => {
        const levels = Array.from({ length: 2000 }, (_, index) => `Content-Type: multipart/mixed; boundary=n${index}\r\n\r\n--n${index}`);
        const outcome: unknown = await parseEmail(email([], levels.join("\r\n"))).catch((error: unknown) => error);
        demand(!(outcome instanceof Error) || AdapterError.isInstance(outcome), `expected malformed, got ${String(outcome)}`);
      },
    },
  ];
}

function* oddBytes(): Generator<Uint8Array> {
  const whole = email(
    [`Subject: ${planted[1]}`, "Content-Type: multipart/mixed; boundary=b"],
    `--b\r\n\r\n${planted.join("\r\n")}\r\n--b--`,
  );
  yield new Uint8Array();
  yield new Uint8Array([0, 255, 254, 13, 10, 13, 10]);
  for (let length = 1; length < whole.length; length += 7) yield whole.slice(0, length);
  for (let at = 0; at < whole.length; at += 5) {
    const broken = whole.slice();
    broken[at] = 0x80 | (broken[at] ?? 0);
    yield broken;
  }
  yield email([`Date: ${planted[1]}`], planted.join(" "));
  yield email(["From: ,,,<<>>@@", "Content-Type: text/plain; charset=no-such-charset"], planted.join(" "));
}
