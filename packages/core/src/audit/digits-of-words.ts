const digits = Array.from("0123456789abcdef", (each) => each.charCodeAt(0));

/** Eight words as 64 lower-case hexadecimal digits. Digits are handed over one by one: a list of them would have to be filled and read anew. */
export function digitsOfWords(hash: Int32Array): string {
  const a = hash[0] as number;
  const b = hash[1] as number;
  const c = hash[2] as number;
  const d = hash[3] as number;
  const e = hash[4] as number;
  const f = hash[5] as number;
  const g = hash[6] as number;
  const h = hash[7] as number;
  // biome-ignore format: a word a line
  return String.fromCharCode(
    digit(a >>> 28), digit(a >>> 24), digit(a >>> 20), digit(a >>> 16), digit(a >>> 12), digit(a >>> 8), digit(a >>> 4), digit(a >>> 0),
    digit(b >>> 28), digit(b >>> 24), digit(b >>> 20), digit(b >>> 16), digit(b >>> 12), digit(b >>> 8), digit(b >>> 4), digit(b >>> 0),
    digit(c >>> 28), digit(c >>> 24), digit(c >>> 20), digit(c >>> 16), digit(c >>> 12), digit(c >>> 8), digit(c >>> 4), digit(c >>> 0),
    digit(d >>> 28), digit(d >>> 24), digit(d >>> 20), digit(d >>> 16), digit(d >>> 12), digit(d >>> 8), digit(d >>> 4), digit(d >>> 0),
    digit(e >>> 28), digit(e >>> 24), digit(e >>> 20), digit(e >>> 16), digit(e >>> 12), digit(e >>> 8), digit(e >>> 4), digit(e >>> 0),
    digit(f >>> 28), digit(f >>> 24), digit(f >>> 20), digit(f >>> 16), digit(f >>> 12), digit(f >>> 8), digit(f >>> 4), digit(f >>> 0),
    digit(g >>> 28), digit(g >>> 24), digit(g >>> 20), digit(g >>> 16), digit(g >>> 12), digit(g >>> 8), digit(g >>> 4), digit(g >>> 0),
    digit(h >>> 28), digit(h >>> 24), digit(h >>> 20), digit(h >>> 16), digit(h >>> 12), digit(h >>> 8), digit(h >>> 4), digit(h >>> 0),
  );
}

function digit(bits: number): number {
  return digits[bits & 15] as number;
}
