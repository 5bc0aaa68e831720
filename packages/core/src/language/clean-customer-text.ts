import { signsOf, textSign } from "./text-signs.js";

const longestText = 6000;
const sampleLength = 1500;

/** A long text is read from its beginning, its middle and its end, so that the work has a bound. */
const sampleText = (text: string): string => {
  if (text.length <= longestText) return text;
  const middle = Math.floor((text.length - sampleLength) / 2);
  return `${text.slice(0, longestText - 2 * sampleLength)}\n${text.slice(middle, middle + sampleLength)}\n${text.slice(-sampleLength)}`;
};

const quotedLine = /^[ \t]{0,8}[>|].{0,2000}$/gmu;
const originalMessage =
  /^[ \t]{0,8}-{2,}[ \t]{0,8}(?:original message|forwarded message|ursprüngliche nachricht|message d'origine|mensaje original|mensagem original|messaggio originale|oorspronkelijk bericht|oryginalna wiadomość|исходное сообщение|原始邮件|原始郵件|元のメッセージ|원본 메시지|الرسالة الأصلية|tin nhắn gốc|pesan asli|orijinal mesaj)/imu;
const attribution =
  /^(?:.{0,160} )?(?:wrote|schrieb.{0,80}|a écrit|escribió|escreveu|ha scritto|schreef.{0,80}|napisał(?:\(?a\)?)?|пишет|написала?|đã viết|menulis|yazdı|.{0,80}(?:写道|寫道|のメール|님이 작성|كتب.{0,80}|เขียนว่า)) ?[:：][ \t]{0,8}\r?$/imu;

/** A pattern led by what is quick to look for: signs, and a pattern, without which it cannot occur. */
type Led = readonly [number, RegExp, RegExp];

/** The headers of quoted mail. */
const headers: readonly Led[] = [
  [textSign.dash, /--/u, originalMessage],
  [textSign.colon, /[:：][ \t]{0,8}\r?$/mu, attribution],
];

const withoutQuotedMail = (text: string, signs: number): string => {
  let end = text.length;
  for (const [sign, lead, header] of headers) {
    if ((signs & sign) === 0 || !lead.test(text)) continue;
    const at = text.search(header);
    if (at >= 0 && at < end) end = at;
  }
  const own = end < text.length ? text.slice(0, end) : text;
  return (signs & textSign.quote) === 0 ? own : own.replace(quotedLine, " ");
};

/** What to take out. */
const noise: readonly Led[] = [
  [textSign.markup, /[<&]/u, /<[/a-z!][^<>]{0,200}>|&(?:[a-z]{2,8}|#\d{1,6});/giu],
  [textSign.colon | textSign.dot, /:\/\/|www\./iu, /(?:https?:\/\/|www\.)[^\s\u3000-\u9fff]{1,2000}/giu],
  [textSign.at, /@/u, /[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,24}){1,4}/gu],
  [
    textSign.dot,
    /\.\S/u,
    /(?:[a-z0-9-]{1,63}\.){1,4}(?:com|net|org|shop|store|de|fr|es|pt|it|nl|pl|ru|cn|jp|kr|vn|id|tr|br|uk)(?:\/\S{0,500})?(?![\p{L}\p{N}])/giu,
  ],
  [textSign.digit, /\d/u, /[a-z_-]{0,40}\d[a-z\d_-]{0,80}/giu],
];

const mention = /[@#][\p{L}\p{N}_]{1,100}/gu;

const hasLetter = /\p{L}/u;

/**
 * The part of a message that its writer wrote in words: at most 6,000 code units of it, compatibility forms normalised, quoted
 * mail, mark-up, addresses, codes with digits, mentions and hashtags taken out. Quoted mail, mentions and hashtags stay where
 * nothing else would be left.
 */
export const cleanCustomerText = (text: string): string => {
  const sample = sampleText(text);
  const signsBefore = signsOf(sample);
  const isSettled = (signsBefore & textSign.unsettled) === 0;
  const sampled = isSettled ? sample : sample.normalize("NFKC").replaceAll("’", "'").replaceAll("İ", "i");
  const signs = isSettled ? signsBefore : signsOf(sampled);
  const own = withoutQuotedMail(sampled, signs);
  let cleaned = own === sampled || hasLetter.test(own) ? own : sampled;
  for (const [sign, lead, pattern] of noise) {
    if ((signs & sign) !== 0 && lead.test(cleaned)) cleaned = cleaned.replace(pattern, " ");
  }
  if ((signs & (textSign.at | textSign.hash)) === 0) return cleaned;
  const withoutMentions = cleaned.replace(mention, " ");
  return hasLetter.test(withoutMentions) ? withoutMentions : cleaned;
};
