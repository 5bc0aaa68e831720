/** The language that a normalised message's script points to; English for Latin letters. */
export function languageOfScript(units: Uint16Array): string {
  let han = false;
  for (const unit of units) {
    if (unit >= 0x3041 && unit <= 0x30ff) return "ja";
    if (unit >= 0xac00 && unit <= 0xd7a3) return "ko";
    if (unit >= 0x0e01 && unit <= 0x0e4e) return "th";
    if (unit >= 0x400 && unit <= 0x52f) return "ru";
    if (unit >= 0x600 && unit <= 0x6ff) return "ar";
    if (unit >= 0x4e00 && unit <= 0x9fff) han = true;
  }
  return han ? "zh" : "en";
}
