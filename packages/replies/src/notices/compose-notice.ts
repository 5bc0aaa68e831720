import type { NoticeKind } from "@amends/core/model";
import type { CompiledPack } from "../templating/compiled-pack.js";
import type { Values } from "../templating/message.js";

/** The text of a notice: greeting, message, closing; in English where the language has no words for it. */
export function composeNotice(
  pack: CompiledPack,
  english: CompiledPack,
  kind: NoticeKind,
  values: Values,
): { readonly language: string; readonly text: string } {
  const body = bodyOf(pack, kind, values);
  const [speaker, message] = body === undefined ? [english, bodyOf(english, kind, values) ?? ""] : [pack, body];
  const frame = (part: "greeting" | "closing") => {
    const text = speaker.part("notice", "v1", part, []);
    const rendered = text === undefined ? undefined : speaker.render(text, values);
    return rendered !== undefined && "text" in rendered ? rendered.text : undefined;
  };
  return {
    language: speaker.language,
    text: [frame("greeting"), message, frame("closing")].filter((part) => part !== undefined).join("\n\n"),
  };
}

function bodyOf(pack: CompiledPack, kind: NoticeKind, values: Values): string | undefined {
  const text = pack.pack.notices?.[kind];
  const rendered = text === undefined ? undefined : pack.render(text, values);
  return rendered !== undefined && "text" in rendered ? rendered.text : undefined;
}
