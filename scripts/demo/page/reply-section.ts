import type { CaseFile } from "@amends/core/model";
import { readable } from "../wording/readable.js";
import { factList } from "./fact-list.js";
import { html, type Html } from "./html.js";
import { section } from "./section.js";

/** The reply as it would go out, and how it is made. */
export function replySection({ reply }: CaseFile): Html | null {
  if (!reply) return null;
  return section(
    "Reply",
    reply.subject && html`<p class="subject" dir="auto" lang="${reply.language}">${reply.subject}</p>`,
    html`<blockquote class="message reply" dir="auto" lang="${reply.language}">${reply.text}</blockquote>`,
    reply.hints.length > 0 && html`<ul class="hints">${reply.hints.map((hint) => html`<li>${hint}</li>`)}</ul>`,
    factList([
      ["Template", reply.template],
      ["Tone", reply.tone.map(readable).join(", ")],
      ["Made of", reply.parts.map(readable).join(" → ")],
      ["Needs translation", reply.needsTranslation ? "yes" : ""],
    ]),
  );
}
