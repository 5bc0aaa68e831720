/** The bytes of a text, as most e-mail has them. */
export const utf8 = (text: string) => new TextEncoder().encode(text);
export const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64");

/** Bytes of several charsets in one e-mail, which no text could hold. */
export const joined = (...parts: readonly (Uint8Array | string)[]) =>
  Uint8Array.from(parts.flatMap((part) => [...(typeof part === "string" ? utf8(part) : part)]));
