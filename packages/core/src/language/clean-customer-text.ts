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

/** The headers of quoted mail, each led by a sign that is quick to look for and without which it cannot occur. */
const headers: readonly (readonly [RegExp, RegExp])[] = [
  [/--/u, originalMessage],
  [/[:：][ \t]{0,8}\r?$/mu, attribution],
];
const quoteSign = /[>|]/u;

const withoutQuotedMail = (text: string): string => {
  const places = headers.map(([sign, header]) => (sign.test(text) ? text.search(header) : -1)).filter((at) => at >= 0);
  const own = places.length > 0 ? text.slice(0, Math.min(...places)) : text;
  return quoteSign.test(own) ? own.replace(quotedLine, " ") : own;
};

/** What to take out, each led by a sign that is quick to look for and without which it cannot occur. */
const noise: readonly (readonly [RegExp, RegExp])[] = [
  [/[<&]/u, /<[/a-z!][^<>]{0,200}>|&(?:[a-z]{2,8}|#\d{1,6});/giu],
  [/:\/\/|www\./iu, /(?:https?:\/\/|www\.)[^\s\u3000-\u9fff]{1,2000}/giu],
  [/@/u, /[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,24}){1,4}/gu],
  [
    /\.\S/u,
    /(?:[a-z0-9-]{1,63}\.){1,4}(?:com|net|org|shop|store|de|fr|es|pt|it|nl|pl|ru|cn|jp|kr|vn|id|tr|br|uk)(?:\/\S{0,500})?(?![\p{L}\p{N}])/giu,
  ],
  [/\d/u, /[a-z_-]{0,40}\d[a-z\d_-]{0,80}/giu],
];

const mentionSign = /[@#]/u;
const mention = /[@#][\p{L}\p{N}_]{1,100}/gu;

const hasLetter = /\p{L}/u;

/**
 * The part of a message that its writer wrote in words: at most 6,000 code units of it, compatibility forms normalised, quoted
 * mail, mark-up, addresses, codes with digits, mentions and hashtags taken out. Quoted mail, mentions and hashtags stay where
 * nothing else would be left.
 */
export const cleanCustomerText = (text: string): string => {
  const sampled = sampleText(text).normalize("NFKC").replaceAll("’", "'").replaceAll("İ", "i");
  const own = withoutQuotedMail(sampled);
  const start = hasLetter.test(own) ? own : sampled;
  const cleaned = noise.reduce((rest, [sign, pattern]) => (sign.test(rest) ? rest.replace(pattern, " ") : rest), start);
  if (!mentionSign.test(cleaned)) return cleaned;
  const withoutMentions = cleaned.replace(mention, " ");
  return hasLetter.test(withoutMentions) ? withoutMentions : cleaned;
};
