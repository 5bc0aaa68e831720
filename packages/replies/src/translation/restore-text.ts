import { requireObject, requireText } from "@amends/core/errors";
import type { Finding } from "@amends/core/errors";
import { markOf, type ProtectedText } from "./protect-text.js";
import { TranslationRefusedError } from "./translation-refused-error.js";

/**
 * A translation with what its marks stand for. Marks may stand in another order; spaces that a translator put inside them don't count.
 *
 * @throws {TranslationRefusedError} where a mark is missing, stands twice, or is none that was given out, or nothing was translated at all.
 * @throws {AmendsError} `argument_invalid` where what stands in the place of an argument can't be one.
 *
 * @example
 * import { protectText, restoreText } from "@amends/replies";
 * const sent = protectText("We refund $25.00 to Ana.", [{ kind: "name", value: "Ana" }]);
 * restoreText("Wir erstatten ⟦2⟧ den Betrag von ⟦1⟧.", sent); // => "Wir erstatten Ana den Betrag von $25.00."
 */
export function restoreText(translated: string, sent: ProtectedText, path = "text"): string {
  requireText(translated, "translated");
  requireObject(sent, "sent");
  const { text, values } = sent;
  const found = new Map<number, number>();
  const findings: Finding[] = [];
  const restored = translated.replaceAll(/⟦\s*(\d{1,6})\s*⟧/g, (mark, digits: string) => {
    const index = Number(digits) - 1;
    const known = values[index];
    if (known === undefined) return mark;
    found.set(index, (found.get(index) ?? 0) + 1);
    return known.value;
  });
  for (const [index, { kind }] of values.entries()) {
    const times = found.get(index) ?? 0;
    if (times === 0) findings.push({ code: "mark_missing", message: `${markOf(index)} (${kind}) didn't come back`, path });
    if (times > 1) findings.push({ code: "mark_doubled", message: `${markOf(index)} (${kind}) came back ${times} times`, path });
  }
  const left = translated.replaceAll(/⟦\s*(\d{1,6})\s*⟧/g, (mark, digits: string) =>
    values[Number(digits) - 1] === undefined ? mark : "",
  );
  if (/[⟦⟧]/.test(left)) findings.push({ code: "mark_unknown", message: "a mark came back that wasn't given out", path });
  if (translated.trim() === "" && text.trim() !== "") findings.push({ code: "translation_empty", message: "nothing came back", path });
  if (findings.length > 0) throw new TranslationRefusedError(findings);
  return restored;
}
