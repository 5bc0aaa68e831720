/** Headers in a charset of their own, against the standard, in the one that the e-mail names elsewhere. */
export function withReadableHeaders(bytes: Uint8Array, headerBytes: number): Uint8Array {
  const start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  const header = bytes.subarray(start, start + endOfHeaders(bytes.subarray(start, start + headerBytes + 2)));
  const inJapanese = header.includes(0x1b);
  if (!inJapanese && decoded(header, "utf-8") !== undefined) return start === 0 ? bytes : bytes.subarray(start);
  const beginning = new TextDecoder("latin1").decode(bytes.subarray(start, start + 65_536));
  const named = [...beginning.matchAll(/charset\*?\s*=\s*"?([\w.:-]{2,40})/gi)].map(([, charset]) => charset as string).slice(0, 20);
  for (const charset of inJapanese ? ["iso-2022-jp"] : new Set(named)) {
    const text = decoded(header, charset);
    if (text === undefined) continue;
    const repaired = new TextEncoder().encode(text);
    const whole = new Uint8Array(repaired.length + bytes.length - start - header.length);
    whole.set(repaired);
    whole.set(bytes.subarray(start + header.length), repaired.length);
    return whole;
  }
  return bytes.subarray(start);
}

function endOfHeaders(bytes: Uint8Array): number {
  for (let at = bytes.indexOf(0x0a); at >= 0; at = bytes.indexOf(0x0a, at + 1)) {
    if (bytes[at + 1] === 0x0a || (bytes[at + 1] === 0x0d && bytes[at + 2] === 0x0a)) return at + 1;
  }
  return bytes.length;
}

function decoded(bytes: Uint8Array, charset: string): string | undefined {
  try {
    return new TextDecoder(charset, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
