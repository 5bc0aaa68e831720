const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/**
 * Whether Cyrillic text is plainly another language than Russian: letters Russian lacks (Ukrainian, Belarusian, Serbian,
 * Macedonian, Kazakh …), or Bulgarian's ъ before a consonant, and none of the letters ы э ё that the others lack.
 */
export const isNotRussian = (text: string): boolean => {
  const foreign = count(text, /[іїєґўјљњћђџѓќѕәғқңөұүһ]|ъ[бвгджзклмнпрстфхцчшщ]/giu);
  return foreign > 0 && foreign > count(text, /[ыэё]/giu) * 2;
};

/** Whether text in Arabic letters is plainly Persian or Urdu: their own ک ی and letters Arabic lacks are over a twentieth of it. */
export const isNotArabic = (text: string): boolean => {
  const foreign = count(text, /[پچژگکیٹڈڑےںہھۀ]/gu);
  return foreign >= 2 && foreign * 20 > count(text, /\p{Script=Arabic}/gu);
};
