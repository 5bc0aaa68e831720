/** The scripts that letters are counted for, by number; a number from `other` on is that of a script none of the languages is written in. */
const scriptNumber = { none: 0, Latn: 1, Cyrl: 2, Arab: 3, Thai: 4, Hang: 5, Kana: 6, Hani: 7, other: 9 } as const;
/** Opens a pair that stands for a Han character. */
const hanLead = 8;

const ranges: readonly (readonly [number, number, number])[] = [
  [scriptNumber.Latn, 0x41, 0x5a],
  [scriptNumber.Latn, 0x61, 0x7a],
  [scriptNumber.Latn, 0xc0, 0xd6],
  [scriptNumber.Latn, 0xd8, 0xf6],
  [scriptNumber.Latn, 0xf8, 0x24f],
  [scriptNumber.Latn, 0x1e00, 0x1eff],
  [scriptNumber.Cyrl, 0x400, 0x52f],
  [scriptNumber.Arab, 0x620, 0x64a],
  [scriptNumber.Arab, 0x66e, 0x6d3],
  [scriptNumber.Arab, 0x6ee, 0x6ff],
  [scriptNumber.Arab, 0x750, 0x77f],
  [scriptNumber.Arab, 0xfb50, 0xfdff],
  [scriptNumber.Arab, 0xfe70, 0xfefe],
  [scriptNumber.Thai, 0xe01, 0xe3e],
  [scriptNumber.Thai, 0xe40, 0xe4e],
  [scriptNumber.Hang, 0x1100, 0x11ff],
  [scriptNumber.Hang, 0x3130, 0x318f],
  [scriptNumber.Hang, 0xac00, 0xd7a3],
  [scriptNumber.Kana, 0x3041, 0x30fa],
  [scriptNumber.Kana, 0x30fd, 0x30ff],
  [scriptNumber.Hani, 0x3005, 0x3005],
  [scriptNumber.Hani, 0x3400, 0x9fff],
  [scriptNumber.Hani, 0xf900, 0xfaff],
  [hanLead, 0xd840, 0xd88c],
];

const otherScripts: readonly (readonly [string, number, number])[] = [
  ["Grek", 0x370, 0x3ff],
  ["Armn", 0x530, 0x58f],
  ["Hebr", 0x590, 0x5ff],
  ["Deva", 0x900, 0x97f],
  ["Beng", 0x980, 0x9ff],
  ["Guru", 0xa00, 0xa7f],
  ["Gujr", 0xa80, 0xaff],
  ["Taml", 0xb80, 0xbff],
  ["Telu", 0xc00, 0xc7f],
  ["Knda", 0xc80, 0xcff],
  ["Mlym", 0xd00, 0xd7f],
  ["Sinh", 0xd80, 0xdff],
  ["Laoo", 0xe80, 0xeff],
  ["Tibt", 0xf00, 0xfff],
  ["Mymr", 0x1000, 0x109f],
  ["Geor", 0x10a0, 0x10ff],
  ["Ethi", 0x1200, 0x139f],
  ["Khmr", 0x1780, 0x17ff],
  ["Mong", 0x1800, 0x18af],
];

const buildScripts = (): Uint8Array => {
  const scripts = new Uint8Array(0x1_0000);
  for (const [script, first, last] of ranges) scripts.fill(script, first, last + 1);
  otherScripts.forEach(([, first, last], index) => scripts.fill(scriptNumber.other + index, first, last + 1));
  return scripts;
};

let scriptByCode: Uint8Array | undefined;

/** How many letters of each script a text has. */
export class ScriptCounts {
  readonly #counts = new Int32Array(scriptNumber.other + otherScripts.length);

  /** Counts a text's letters from their code points; digits, marks of punctuation, emoji and lone surrogates count nowhere. */
  count(text: string): void {
    scriptByCode ??= buildScripts();
    const counts = this.#counts.fill(0);
    for (let index = 0; index < text.length; index += 1) {
      const script = scriptByCode[text.charCodeAt(index)] as number;
      counts[script] = (counts[script] as number) + 1;
    }
    if (counts[hanLead] === 0) return;
    for (let index = 0; index < text.length; index += 1) {
      const isPair = scriptByCode[text.charCodeAt(index)] === hanLead && (text.charCodeAt(index + 1) & 0xfc00) === 0xdc00;
      if (isPair) counts[scriptNumber.Hani] = (counts[scriptNumber.Hani] as number) + 1;
    }
  }

  of(script: keyof typeof scriptNumber): number {
    if (script !== "other") return this.#counts[scriptNumber[script]] as number;
    let sum = 0;
    for (let other: number = scriptNumber.other; other < this.#counts.length; other += 1) sum += this.#counts[other] as number;
    return sum;
  }

  /** The script with the most letters of those that none of the languages is written in; of several, the one that comes first in the text. */
  foremostOther(text: string): string {
    const most = Math.max(...this.#counts.subarray(scriptNumber.other));
    for (let index = 0; index < text.length; index += 1) {
      const script = scriptByCode?.[text.charCodeAt(index)] as number;
      if (script >= scriptNumber.other && this.#counts[script] === most) return otherScripts[script - scriptNumber.other]?.[0] ?? "Zyyy";
    }
    return "Zyyy";
  }
}
