/** The text that code units in a row spell: four at a time, since to hand over a list costs more than to make the text. */
export function textOfUnits(units: Uint16Array, from: number, end: number): string {
  let text = "";
  let at = from;
  for (; at + 4 <= end; at += 4) {
    text += String.fromCharCode(units[at] as number, units[at + 1] as number, units[at + 2] as number, units[at + 3] as number);
  }
  for (; at < end; at += 1) text += String.fromCharCode(units[at] as number);
  return text;
}
