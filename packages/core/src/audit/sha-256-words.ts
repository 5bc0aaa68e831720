/** The longest text in ASCII that is hashed here. */
export const longestWords = 119;

const blockLength = 64;
const constants = Int32Array.from([
  0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5, 0xd807aa98, 0x12835b01, 0x243185be,
  0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174, 0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa,
  0x5cb0a9dc, 0x76f988da, 0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967, 0x27b70a85,
  0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85, 0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3,
  0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070, 0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f,
  0x682e6ff3, 0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
]);
const start = Int32Array.of(0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19);
const schedule = new Int32Array(64);
const state = new Int32Array(8);
const digits = Array.from("0123456789abcdef", (digit) => digit.charCodeAt(0));
const written = Array.from({ length: 64 }, () => 0);

/**
 * The SHA-256 of a short text in ASCII, as 64 lower-case hexadecimal digits; undefined for any other text. Keys are such texts, and
 * several are made in each decision: here they are hashed where they stand, without buffers and views of them.
 *
 * Source: FIPS 180-4, sections 5 and 6.2.
 */
export function sha256OfWords(text: string): string | undefined {
  const { length } = text;
  if (length > longestWords) return undefined;
  const blocks = length < blockLength - 8 ? 1 : 2;
  state.set(start);
  for (let block = 0; block < blocks; block += 1) {
    schedule.fill(0, 0, 16);
    const first = block * blockLength;
    const end = Math.min(length, first + blockLength);
    for (let place = first; place < end; place += 1) {
      const code = text.charCodeAt(place);
      if (code > 0x7f) return undefined;
      writeByte(place - first, code);
    }
    // A single bit ends the text, and its length in bits the last block.
    if (length >= first && length < first + blockLength) writeByte(length - first, 0x80);
    if (block === blocks - 1) schedule[15] = length * 8;
    compress();
  }
  for (let word = 0; word < 8; word += 1) {
    const bits = state[word] as number;
    for (let digit = 0; digit < 8; digit += 1) written[word * 8 + digit] = digits[(bits >>> (28 - digit * 4)) & 15] as number;
  }
  return String.fromCharCode.apply(null, written);
}

function writeByte(place: number, byte: number): void {
  schedule[place >> 2] = (schedule[place >> 2] as number) | (byte << (24 - 8 * (place & 3)));
}

function compress(): void {
  for (let at = 16; at < 64; at += 1) {
    const early = schedule[at - 15] as number;
    const late = schedule[at - 2] as number;
    const first = ((early >>> 7) | (early << 25)) ^ ((early >>> 18) | (early << 14)) ^ (early >>> 3);
    const second = ((late >>> 17) | (late << 15)) ^ ((late >>> 19) | (late << 13)) ^ (late >>> 10);
    schedule[at] = ((schedule[at - 16] as number) + first + (schedule[at - 7] as number) + second) | 0;
  }
  let a = state[0] as number;
  let b = state[1] as number;
  let c = state[2] as number;
  let d = state[3] as number;
  let e = state[4] as number;
  let f = state[5] as number;
  let g = state[6] as number;
  let h = state[7] as number;
  for (let at = 0; at < 64; at += 1) {
    const mixed = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
    const one = (h + mixed + (g ^ (e & (f ^ g))) + (constants[at] as number) + (schedule[at] as number)) | 0;
    const turned = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
    const two = (turned + ((a & b) | (c & (a | b)))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + one) | 0;
    d = c;
    c = b;
    b = a;
    a = (one + two) | 0;
  }
  state[0] = (state[0] as number) + a;
  state[1] = (state[1] as number) + b;
  state[2] = (state[2] as number) + c;
  state[3] = (state[3] as number) + d;
  state[4] = (state[4] as number) + e;
  state[5] = (state[5] as number) + f;
  state[6] = (state[6] as number) + g;
  state[7] = (state[7] as number) + h;
}
