/** `{order}`, `{{order}}`, `⟦1⟧`: what templates and redaction put into a text. */
export const defaultPlaceholders = /\{\{[\p{L}\p{N}_. -]{1,64}\}\}|\{[\p{L}\p{N}_.-]{1,64}\}|⟦[^⟦⟧\n]{1,64}⟧/gu;

/** The element whose content DeepL leaves alone. */
export const protectingTag = "x";

const escapes: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };
const named: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

const escaped = (text: string): string =>
  text
    // XML can't hold them, and a text means nothing by them.
    // eslint-disable-next-line no-control-regex
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "")
    .replace(/[&<>]/g, (character) => escapes[character] as string);

/** The placeholders of a text, in order of appearance. */
export function placeholdersOf(text: string, pattern: RegExp): readonly string[] {
  return [...text.matchAll(pattern)].map(([found]) => found).filter((found) => found !== "");
}

/** The text as XML in which every placeholder stands inside an element that isn't translated. */
export function protectPlaceholders(text: string, pattern: RegExp): string {
  const parts: string[] = [];
  let after = 0;
  for (const { 0: found, index } of text.matchAll(pattern)) {
    if (found === "") continue;
    parts.push(escaped(text.slice(after, index)), `<${protectingTag}>`, escaped(found), `</${protectingTag}>`);
    after = index + found.length;
  }
  return parts.join("") + escaped(text.slice(after));
}

/** The text that such XML stands for; undefined where it holds markup that nobody sent. */
export function unprotect(xml: string): string | undefined {
  const bare = xml.replace(/<\/?x>/g, "").replace(/<x\s*\/>/g, "");
  if (bare.includes("<")) return undefined;
  return bare.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,4}));/gi, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return named[name] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex as string, 16) : Number(decimal);
    return code > 0 && code <= 0x10_ff_ff && !(code >= 0xd8_00 && code <= 0xdf_ff) ? String.fromCodePoint(code) : whole;
  });
}
