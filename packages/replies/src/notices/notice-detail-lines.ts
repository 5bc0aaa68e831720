import type { CompiledPack } from "../templating/compiled-pack.js";
import type { Values } from "../templating/message.js";
import { noticeDetails } from "../templating/template-pack.js";

/** One line for each thing that is known: the order, the amount, the method, when, by which reference, and when to try again. */
export function noticeDetailLines(pack: CompiledPack, values: Values): string[] {
  return noticeDetails.flatMap((detail) => {
    const text = pack.pack.details?.[detail];
    const rendered = text === undefined ? undefined : pack.render(text, values);
    return rendered !== undefined && "text" in rendered ? [rendered.text] : [];
  });
}
