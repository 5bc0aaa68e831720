const standard: Readonly<Record<string, string>> = {
  From: "Ana Lima <ana@example.com>",
  To: "help@shop.example",
  Date: "Tue, 3 Mar 2026 16:00:00 +0100",
  "Message-ID": "<m1@example.com>",
  Subject: "Where is my parcel?",
};

/** What ends a line of an e-mail. */
export const crlf = "\r\n";

/** An e-mail with the usual headers; one that is empty here is left out. */
export function mail(headers: Readonly<Record<string, string>> = {}, body = "Where is it?"): string {
  const lines = Object.entries({ ...standard, ...headers }).flatMap(([name, value]) => (value === "" ? [] : [`${name}: ${value}`]));
  return [...lines, "", body].join(crlf);
}

/** An e-mail of several parts. */
export const multipart = (subtype: string, ...parts: readonly string[]) =>
  mail(
    { "MIME-Version": "1.0", "Content-Type": `multipart/${subtype}; boundary="b-1"` },
    [...parts.map((part) => `--b-1${crlf}${part}`), "--b-1--", ""].join(crlf),
  );

/** A part of an e-mail, with its own headers. */
export const part = (type: string, body: string, more: readonly string[] = []) => [`Content-Type: ${type}`, ...more, "", body].join(crlf);
