/** Control characters other than tab and line feed, byte order marks, and marks that turn the reading direction of what follows. */
const unwanted = /(?![\t\n])\p{Cc}|[\u202a-\u202e\u2066-\u2069\ufeff]/gu;

/** A text in NFC with plain line feeds, without control characters; halves of surrogate pairs become U+FFFD. */
export const cleanText = (text: string): string =>
  text
    .replace(/\r\n?/g, "\n")
    .replace(unwanted, "")
    .replace(/\p{Surrogate}/gu, "\ufffd")
    .normalize("NFC");
