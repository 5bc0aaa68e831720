import habits from "./mail-habits.json" with { type: "json" };

/** Longer lines are prose: no mail program writes such a header. */
const longest = 400;

const headerKinds = new Map<string, Set<string>>();
for (const header of Object.values(habits.headers)) {
  for (const [kind, words] of Object.entries(header)) {
    for (const word of words) headerKinds.set(word, (headerKinds.get(word) ?? new Set()).add(kind));
  }
}

const flat = (lists: Readonly<Record<string, readonly string[]>>): readonly string[] => [...new Set(Object.values(lists).flat())];
const openers = Object.values(habits.attribution).flatMap((language) => language.openers);
const verbs = [...new Set(Object.values(habits.attribution).flatMap((language) => language.verbs))];
const originals = new Set(flat(habits.originals));
const sentFrom = flat(habits.sentFrom);
const replyAbove = flat(habits.replyAbove);
const boilerplate = flat(habits.boilerplate);
const begins = new Set(habits.frames.flatMap((frame) => frame.begin));
const ends = new Set(habits.frames.flatMap((frame) => frame.end));

const moment = /\d{1,2}[:.h]\d{2}|\d{1,4}[-./年]\s?\d{1,2}|(?:19|20|25)\d{2}/;
const address = /[<[(][^<>[\]()\s]{1,120}@[^<>[\]()\s]{1,120}[>\])]/;

/** A line as its marks are looked for: lower case, without the marks of direction and emphasis that programs add. */
export const plainLine = (line: string): string =>
  line.length > longest * 2
    ? ""
    : line
        .normalize("NFC")
        .replaceAll("İ", "i")
        .toLowerCase()
        .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff*]/g, "")
        .replaceAll("’", "'")
        .trim();

/** `> text`, but no face such as `>_<`. */
export const isQuotedLine = (line: string): boolean => /^\s{0,8}[>＞](?![_.]?[<＜(:])/.test(line);

/** `-- ` alone on its line. */
export const isSignatureMark = (line: string): boolean => /^--[ \t\u00a0]?$/.test(line);

/** What a line of dashes frames, such as "original message"; undefined for other lines. */
export function framedWords(plain: string): string | undefined {
  if (!/^[-_=#~─—]{2}/.test(plain) || plain.length > 200) return undefined;
  return plain.replace(/^[-_=#~─—\s]{1,200}/, "").replace(/[-_=#~─—\s:：]{1,200}$/, "");
}

/** `-----Original Message-----`, `------ 原始邮件 ------`, `Begin forwarded message:`. */
export const isOriginalMark = (plain: string): boolean =>
  originals.has(framedWords(plain) ?? (/[:：]$/.test(plain) ? plain.slice(0, -1).trim() : "")) && !headerKinds.has(plain);

/** Whether a frame of a marketplace's relay begins or ends here. */
export function frameMark(plain: string): "begin" | "end" | undefined {
  const words = framedWords(plain);
  if (words === undefined) return undefined;
  return begins.has(words) ? "begin" : ends.has(words) ? "end" : undefined;
}

/** The kinds of mail header a line can be: `From:`, `发件人：`, `Betreff:`. */
export function headerKindsOf(plain: string): ReadonlySet<string> | undefined {
  const colon = plain.slice(0, 40).search(/[:：]/);
  return colon <= 0 ? undefined : headerKinds.get(plain.slice(0, colon).trim());
}

/** "On … wrote:", "Am … schrieb …:", "在…写道：", "…님이 작성:", or a date and an address before a colon. */
export function isAttribution(plain: string): boolean {
  if (plain.length > longest || !/[:：]\s?>?$/.test(plain) || !moment.test(plain)) return false;
  const addressed = address.test(plain);
  if (addressed && (/^\d/.test(plain) || /\d{1,2}:\d{2}/.test(plain))) return true;
  if (!verbs.some((verb) => plain.includes(verb))) return false;
  return addressed || /^\d/.test(plain) || /^[\p{L}.]{2,12}, /u.test(plain) || openers.some((opener) => plain.startsWith(opener));
}

/** "Sent from my iPhone" and what else mail programs add below. */
export function isSentFrom(plain: string): boolean {
  if (plain.length === 0 || plain.length > 120) return false;
  const words = plain.replace(/^[-_\s[(<]{1,20}/, "");
  const advertised = sentFrom.some((phrase) => {
    const at = words.indexOf(phrase);
    // At the start, or where the phrase closes the line as in Japanese, Korean and Turkish.
    return at === 0 || (at > 0 && words.length - at - phrase.length <= 4 && at <= 60);
  });
  return advertised && habits.devices.some((device) => words.includes(device));
}

/** "Please type your reply above this line." */
export const isReplyAbove = (plain: string): boolean =>
  plain.length > 0 && plain.length <= longest && replyAbove.some((phrase) => plain.includes(phrase));

/** A line that a marketplace's relay adds. */
export const isBoilerplate = (plain: string): boolean =>
  plain.length > 0 && plain.length <= longest && boilerplate.some((phrase) => plain.includes(phrase));
