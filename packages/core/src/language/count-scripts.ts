/** How many letters of each script a text has; `other` counts letters of scripts none of the languages is written in. */
export type ScriptCounts = {
  Latn: number;
  Cyrl: number;
  Arab: number;
  Thai: number;
  Hang: number;
  Kana: number;
  Hani: number;
  other: Map<string, number>;
};

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

/** Counts a text's letters by script, from their code points; digits, marks of punctuation, emoji and lone surrogates count nowhere. */
export const countScripts = (text: string): ScriptCounts => {
  const counts: ScriptCounts = { Latn: 0, Cyrl: 0, Arab: 0, Thai: 0, Hang: 0, Kana: 0, Hani: 0, other: new Map() };
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code < 0x41) continue;
    if (code < 0x80) {
      if ((code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a) counts.Latn += 1;
    } else if (code < 0xc0 || code === 0xd7 || code === 0xf7) {
      continue;
    } else if (code < 0x250 || (code >= 0x1e00 && code < 0x1f00)) {
      counts.Latn += 1;
    } else if (code >= 0x400 && code < 0x530) {
      counts.Cyrl += 1;
    } else if (code >= 0x620 && code < 0x700 && !(code >= 0x64b && code <= 0x66d) && !(code >= 0x6d4 && code <= 0x6ed)) {
      counts.Arab += 1;
    } else if ((code >= 0x750 && code < 0x780) || (code >= 0xfb50 && code < 0xfe00) || (code >= 0xfe70 && code < 0xfeff)) {
      counts.Arab += 1;
    } else if (code >= 0xe01 && code < 0xe4f && code !== 0xe3f) {
      counts.Thai += 1;
    } else if ((code >= 0xac00 && code < 0xd7a4) || (code >= 0x1100 && code < 0x1200) || (code >= 0x3130 && code < 0x3190)) {
      counts.Hang += 1;
    } else if ((code >= 0x3041 && code < 0x30fb) || (code >= 0x30fd && code < 0x3100)) {
      counts.Kana += 1;
    } else if ((code >= 0x3400 && code < 0xa000) || (code >= 0xf900 && code < 0xfb00) || code === 0x3005) {
      counts.Hani += 1;
    } else if (code >= 0xd840 && code < 0xd88d && (text.charCodeAt(index + 1) & 0xfc00) === 0xdc00) {
      counts.Hani += 1;
      index += 1;
    } else if (code >= 0x370 && code < 0x1900) {
      const script = otherScripts.find(([, first, last]) => code >= first && code <= last)?.[0];
      if (script !== undefined) counts.other.set(script, (counts.other.get(script) ?? 0) + 1);
    }
  }
  return counts;
};
