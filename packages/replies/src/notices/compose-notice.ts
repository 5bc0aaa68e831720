import type { CompiledPack } from "../templating/compiled-pack.js";
import type { Values } from "../templating/message.js";
import { noticeDetailLines } from "./notice-detail-lines.js";

/** Which words a notice has. */
export interface NoticeWords {
  /** Keys of templates: the first that the language or English has words for. */
  readonly templates: readonly string[];
  /** The key of a paragraph that explains it, such as what the bank's delay means. */
  readonly explanation?: string | undefined;
  /** Whether what is known of order, amount, method and dates stands below, a line each. */
  readonly detailed: boolean;
}

/** The text of a notice: greeting, message, what explains it, details, closing; in English where the language has no words for it. */
export function composeNotice(
  pack: CompiledPack,
  english: CompiledPack,
  { templates, explanation, detailed }: NoticeWords,
  valuesIn: (speaker: CompiledPack) => Values,
): { readonly language: string; readonly template: string | undefined; readonly text: string } {
  const found = templates
    .flatMap((template) => [pack, english].map((speaker) => ({ template, speaker, text: messageOf(speaker, template, valuesIn(speaker)) })))
    .find(({ text }) => text !== undefined);
  const speaker = found?.speaker ?? english;
  const values = valuesIn(speaker);
  const frame = (part: "greeting" | "closing") => {
    const text = speaker.part("notice", "v1", part, []);
    const rendered = text === undefined ? undefined : speaker.render(text, values);
    return rendered !== undefined && "text" in rendered ? rendered.text : undefined;
  };
  const details = detailed ? noticeDetailLines(speaker, values).join("\n") : "";
  const paragraphs = [
    frame("greeting"),
    found?.text ?? "",
    detailed ? messageOf(speaker, "refund_part", values) : undefined,
    explanation === undefined ? undefined : messageOf(speaker, explanation, values),
    details === "" ? undefined : details,
    frame("closing"),
  ];
  return { language: speaker.language, template: found?.template, text: paragraphs.filter((part) => part !== undefined).join("\n\n") };
}

function messageOf(pack: CompiledPack, template: string, values: Values): string | undefined {
  const notices: Readonly<Record<string, string | string[] | undefined>> = pack.pack.notices ?? {};
  const text = Object.hasOwn(notices, template) ? notices[template] : undefined;
  const rendered = text === undefined ? undefined : pack.render(text, values);
  return rendered !== undefined && "text" in rendered ? rendered.text : undefined;
}
