const constants = Int32Array.from([
  0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5, 0xd807aa98, 0x12835b01, 0x243185be,
  0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174, 0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa,
  0x5cb0a9dc, 0x76f988da, 0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967, 0x27b70a85,
  0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85, 0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3,
  0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070, 0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f,
  0x682e6ff3, 0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
]);

/**
 * Takes one block of 16 words, from a place in `words`, into the state of a SHA-256.
 *
 * Sixteen rounds are written out, with what turns from round to round kept in names instead of moved or indexed: half the time of
 * the loop in the standard, and keys are hashed several times in each decision.
 *
 * Source: FIPS 180-4, section 6.2.2.
 */
export function addBlock(state: Int32Array, words: Int32Array, from: number): void {
  let w0 = words[from + 0] as number;
  let w1 = words[from + 1] as number;
  let w2 = words[from + 2] as number;
  let w3 = words[from + 3] as number;
  let w4 = words[from + 4] as number;
  let w5 = words[from + 5] as number;
  let w6 = words[from + 6] as number;
  let w7 = words[from + 7] as number;
  let w8 = words[from + 8] as number;
  let w9 = words[from + 9] as number;
  let w10 = words[from + 10] as number;
  let w11 = words[from + 11] as number;
  let w12 = words[from + 12] as number;
  let w13 = words[from + 13] as number;
  let w14 = words[from + 14] as number;
  let w15 = words[from + 15] as number;
  let a = state[0] as number;
  let b = state[1] as number;
  let c = state[2] as number;
  let d = state[3] as number;
  let e = state[4] as number;
  let f = state[5] as number;
  let g = state[6] as number;
  let h = state[7] as number;
  let mixed = 0;
  let next = 0;
  for (let at = 0; ; at += 16) {
    mixed = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
    next = (h + mixed + (g ^ (e & (f ^ g))) + (constants[at] as number) + w0) | 0;
    d = (d + next) | 0;
    mixed = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
    h = (next + mixed + ((a & b) | (c & (a | b)))) | 0;
    mixed = ((d >>> 6) | (d << 26)) ^ ((d >>> 11) | (d << 21)) ^ ((d >>> 25) | (d << 7));
    next = (g + mixed + (f ^ (d & (e ^ f))) + (constants[at + 1] as number) + w1) | 0;
    c = (c + next) | 0;
    mixed = ((h >>> 2) | (h << 30)) ^ ((h >>> 13) | (h << 19)) ^ ((h >>> 22) | (h << 10));
    g = (next + mixed + ((h & a) | (b & (h | a)))) | 0;
    mixed = ((c >>> 6) | (c << 26)) ^ ((c >>> 11) | (c << 21)) ^ ((c >>> 25) | (c << 7));
    next = (f + mixed + (e ^ (c & (d ^ e))) + (constants[at + 2] as number) + w2) | 0;
    b = (b + next) | 0;
    mixed = ((g >>> 2) | (g << 30)) ^ ((g >>> 13) | (g << 19)) ^ ((g >>> 22) | (g << 10));
    f = (next + mixed + ((g & h) | (a & (g | h)))) | 0;
    mixed = ((b >>> 6) | (b << 26)) ^ ((b >>> 11) | (b << 21)) ^ ((b >>> 25) | (b << 7));
    next = (e + mixed + (d ^ (b & (c ^ d))) + (constants[at + 3] as number) + w3) | 0;
    a = (a + next) | 0;
    mixed = ((f >>> 2) | (f << 30)) ^ ((f >>> 13) | (f << 19)) ^ ((f >>> 22) | (f << 10));
    e = (next + mixed + ((f & g) | (h & (f | g)))) | 0;
    mixed = ((a >>> 6) | (a << 26)) ^ ((a >>> 11) | (a << 21)) ^ ((a >>> 25) | (a << 7));
    next = (d + mixed + (c ^ (a & (b ^ c))) + (constants[at + 4] as number) + w4) | 0;
    h = (h + next) | 0;
    mixed = ((e >>> 2) | (e << 30)) ^ ((e >>> 13) | (e << 19)) ^ ((e >>> 22) | (e << 10));
    d = (next + mixed + ((e & f) | (g & (e | f)))) | 0;
    mixed = ((h >>> 6) | (h << 26)) ^ ((h >>> 11) | (h << 21)) ^ ((h >>> 25) | (h << 7));
    next = (c + mixed + (b ^ (h & (a ^ b))) + (constants[at + 5] as number) + w5) | 0;
    g = (g + next) | 0;
    mixed = ((d >>> 2) | (d << 30)) ^ ((d >>> 13) | (d << 19)) ^ ((d >>> 22) | (d << 10));
    c = (next + mixed + ((d & e) | (f & (d | e)))) | 0;
    mixed = ((g >>> 6) | (g << 26)) ^ ((g >>> 11) | (g << 21)) ^ ((g >>> 25) | (g << 7));
    next = (b + mixed + (a ^ (g & (h ^ a))) + (constants[at + 6] as number) + w6) | 0;
    f = (f + next) | 0;
    mixed = ((c >>> 2) | (c << 30)) ^ ((c >>> 13) | (c << 19)) ^ ((c >>> 22) | (c << 10));
    b = (next + mixed + ((c & d) | (e & (c | d)))) | 0;
    mixed = ((f >>> 6) | (f << 26)) ^ ((f >>> 11) | (f << 21)) ^ ((f >>> 25) | (f << 7));
    next = (a + mixed + (h ^ (f & (g ^ h))) + (constants[at + 7] as number) + w7) | 0;
    e = (e + next) | 0;
    mixed = ((b >>> 2) | (b << 30)) ^ ((b >>> 13) | (b << 19)) ^ ((b >>> 22) | (b << 10));
    a = (next + mixed + ((b & c) | (d & (b | c)))) | 0;
    mixed = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
    next = (h + mixed + (g ^ (e & (f ^ g))) + (constants[at + 8] as number) + w8) | 0;
    d = (d + next) | 0;
    mixed = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
    h = (next + mixed + ((a & b) | (c & (a | b)))) | 0;
    mixed = ((d >>> 6) | (d << 26)) ^ ((d >>> 11) | (d << 21)) ^ ((d >>> 25) | (d << 7));
    next = (g + mixed + (f ^ (d & (e ^ f))) + (constants[at + 9] as number) + w9) | 0;
    c = (c + next) | 0;
    mixed = ((h >>> 2) | (h << 30)) ^ ((h >>> 13) | (h << 19)) ^ ((h >>> 22) | (h << 10));
    g = (next + mixed + ((h & a) | (b & (h | a)))) | 0;
    mixed = ((c >>> 6) | (c << 26)) ^ ((c >>> 11) | (c << 21)) ^ ((c >>> 25) | (c << 7));
    next = (f + mixed + (e ^ (c & (d ^ e))) + (constants[at + 10] as number) + w10) | 0;
    b = (b + next) | 0;
    mixed = ((g >>> 2) | (g << 30)) ^ ((g >>> 13) | (g << 19)) ^ ((g >>> 22) | (g << 10));
    f = (next + mixed + ((g & h) | (a & (g | h)))) | 0;
    mixed = ((b >>> 6) | (b << 26)) ^ ((b >>> 11) | (b << 21)) ^ ((b >>> 25) | (b << 7));
    next = (e + mixed + (d ^ (b & (c ^ d))) + (constants[at + 11] as number) + w11) | 0;
    a = (a + next) | 0;
    mixed = ((f >>> 2) | (f << 30)) ^ ((f >>> 13) | (f << 19)) ^ ((f >>> 22) | (f << 10));
    e = (next + mixed + ((f & g) | (h & (f | g)))) | 0;
    mixed = ((a >>> 6) | (a << 26)) ^ ((a >>> 11) | (a << 21)) ^ ((a >>> 25) | (a << 7));
    next = (d + mixed + (c ^ (a & (b ^ c))) + (constants[at + 12] as number) + w12) | 0;
    h = (h + next) | 0;
    mixed = ((e >>> 2) | (e << 30)) ^ ((e >>> 13) | (e << 19)) ^ ((e >>> 22) | (e << 10));
    d = (next + mixed + ((e & f) | (g & (e | f)))) | 0;
    mixed = ((h >>> 6) | (h << 26)) ^ ((h >>> 11) | (h << 21)) ^ ((h >>> 25) | (h << 7));
    next = (c + mixed + (b ^ (h & (a ^ b))) + (constants[at + 13] as number) + w13) | 0;
    g = (g + next) | 0;
    mixed = ((d >>> 2) | (d << 30)) ^ ((d >>> 13) | (d << 19)) ^ ((d >>> 22) | (d << 10));
    c = (next + mixed + ((d & e) | (f & (d | e)))) | 0;
    mixed = ((g >>> 6) | (g << 26)) ^ ((g >>> 11) | (g << 21)) ^ ((g >>> 25) | (g << 7));
    next = (b + mixed + (a ^ (g & (h ^ a))) + (constants[at + 14] as number) + w14) | 0;
    f = (f + next) | 0;
    mixed = ((c >>> 2) | (c << 30)) ^ ((c >>> 13) | (c << 19)) ^ ((c >>> 22) | (c << 10));
    b = (next + mixed + ((c & d) | (e & (c | d)))) | 0;
    mixed = ((f >>> 6) | (f << 26)) ^ ((f >>> 11) | (f << 21)) ^ ((f >>> 25) | (f << 7));
    next = (a + mixed + (h ^ (f & (g ^ h))) + (constants[at + 15] as number) + w15) | 0;
    e = (e + next) | 0;
    mixed = ((b >>> 2) | (b << 30)) ^ ((b >>> 13) | (b << 19)) ^ ((b >>> 22) | (b << 10));
    a = (next + mixed + ((b & c) | (d & (b | c)))) | 0;
    if (at === 48) break;
    mixed = ((w1 >>> 7) | (w1 << 25)) ^ ((w1 >>> 18) | (w1 << 14)) ^ (w1 >>> 3);
    next = ((w14 >>> 17) | (w14 << 15)) ^ ((w14 >>> 19) | (w14 << 13)) ^ (w14 >>> 10);
    w0 = (w0 + mixed + w9 + next) | 0;
    mixed = ((w2 >>> 7) | (w2 << 25)) ^ ((w2 >>> 18) | (w2 << 14)) ^ (w2 >>> 3);
    next = ((w15 >>> 17) | (w15 << 15)) ^ ((w15 >>> 19) | (w15 << 13)) ^ (w15 >>> 10);
    w1 = (w1 + mixed + w10 + next) | 0;
    mixed = ((w3 >>> 7) | (w3 << 25)) ^ ((w3 >>> 18) | (w3 << 14)) ^ (w3 >>> 3);
    next = ((w0 >>> 17) | (w0 << 15)) ^ ((w0 >>> 19) | (w0 << 13)) ^ (w0 >>> 10);
    w2 = (w2 + mixed + w11 + next) | 0;
    mixed = ((w4 >>> 7) | (w4 << 25)) ^ ((w4 >>> 18) | (w4 << 14)) ^ (w4 >>> 3);
    next = ((w1 >>> 17) | (w1 << 15)) ^ ((w1 >>> 19) | (w1 << 13)) ^ (w1 >>> 10);
    w3 = (w3 + mixed + w12 + next) | 0;
    mixed = ((w5 >>> 7) | (w5 << 25)) ^ ((w5 >>> 18) | (w5 << 14)) ^ (w5 >>> 3);
    next = ((w2 >>> 17) | (w2 << 15)) ^ ((w2 >>> 19) | (w2 << 13)) ^ (w2 >>> 10);
    w4 = (w4 + mixed + w13 + next) | 0;
    mixed = ((w6 >>> 7) | (w6 << 25)) ^ ((w6 >>> 18) | (w6 << 14)) ^ (w6 >>> 3);
    next = ((w3 >>> 17) | (w3 << 15)) ^ ((w3 >>> 19) | (w3 << 13)) ^ (w3 >>> 10);
    w5 = (w5 + mixed + w14 + next) | 0;
    mixed = ((w7 >>> 7) | (w7 << 25)) ^ ((w7 >>> 18) | (w7 << 14)) ^ (w7 >>> 3);
    next = ((w4 >>> 17) | (w4 << 15)) ^ ((w4 >>> 19) | (w4 << 13)) ^ (w4 >>> 10);
    w6 = (w6 + mixed + w15 + next) | 0;
    mixed = ((w8 >>> 7) | (w8 << 25)) ^ ((w8 >>> 18) | (w8 << 14)) ^ (w8 >>> 3);
    next = ((w5 >>> 17) | (w5 << 15)) ^ ((w5 >>> 19) | (w5 << 13)) ^ (w5 >>> 10);
    w7 = (w7 + mixed + w0 + next) | 0;
    mixed = ((w9 >>> 7) | (w9 << 25)) ^ ((w9 >>> 18) | (w9 << 14)) ^ (w9 >>> 3);
    next = ((w6 >>> 17) | (w6 << 15)) ^ ((w6 >>> 19) | (w6 << 13)) ^ (w6 >>> 10);
    w8 = (w8 + mixed + w1 + next) | 0;
    mixed = ((w10 >>> 7) | (w10 << 25)) ^ ((w10 >>> 18) | (w10 << 14)) ^ (w10 >>> 3);
    next = ((w7 >>> 17) | (w7 << 15)) ^ ((w7 >>> 19) | (w7 << 13)) ^ (w7 >>> 10);
    w9 = (w9 + mixed + w2 + next) | 0;
    mixed = ((w11 >>> 7) | (w11 << 25)) ^ ((w11 >>> 18) | (w11 << 14)) ^ (w11 >>> 3);
    next = ((w8 >>> 17) | (w8 << 15)) ^ ((w8 >>> 19) | (w8 << 13)) ^ (w8 >>> 10);
    w10 = (w10 + mixed + w3 + next) | 0;
    mixed = ((w12 >>> 7) | (w12 << 25)) ^ ((w12 >>> 18) | (w12 << 14)) ^ (w12 >>> 3);
    next = ((w9 >>> 17) | (w9 << 15)) ^ ((w9 >>> 19) | (w9 << 13)) ^ (w9 >>> 10);
    w11 = (w11 + mixed + w4 + next) | 0;
    mixed = ((w13 >>> 7) | (w13 << 25)) ^ ((w13 >>> 18) | (w13 << 14)) ^ (w13 >>> 3);
    next = ((w10 >>> 17) | (w10 << 15)) ^ ((w10 >>> 19) | (w10 << 13)) ^ (w10 >>> 10);
    w12 = (w12 + mixed + w5 + next) | 0;
    mixed = ((w14 >>> 7) | (w14 << 25)) ^ ((w14 >>> 18) | (w14 << 14)) ^ (w14 >>> 3);
    next = ((w11 >>> 17) | (w11 << 15)) ^ ((w11 >>> 19) | (w11 << 13)) ^ (w11 >>> 10);
    w13 = (w13 + mixed + w6 + next) | 0;
    mixed = ((w15 >>> 7) | (w15 << 25)) ^ ((w15 >>> 18) | (w15 << 14)) ^ (w15 >>> 3);
    next = ((w12 >>> 17) | (w12 << 15)) ^ ((w12 >>> 19) | (w12 << 13)) ^ (w12 >>> 10);
    w14 = (w14 + mixed + w7 + next) | 0;
    mixed = ((w0 >>> 7) | (w0 << 25)) ^ ((w0 >>> 18) | (w0 << 14)) ^ (w0 >>> 3);
    next = ((w13 >>> 17) | (w13 << 15)) ^ ((w13 >>> 19) | (w13 << 13)) ^ (w13 >>> 10);
    w15 = (w15 + mixed + w8 + next) | 0;
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
