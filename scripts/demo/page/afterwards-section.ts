import type { CaseFile } from "@amends/core/model";
import { localMoment } from "../wording/local-moment.js";
import { readable, readableDuration } from "../wording/readable.js";
import { html, type Html } from "./html.js";
import { section } from "./section.js";

/** What is told without being asked, and who is heard from later. */
export function afterwardsSection({ followUps, notices, customer }: CaseFile): Html | null {
  const zone = customer?.zone ?? "UTC";
  const told = notices ?? [];
  const later = followUps ?? [];
  if (told.length === 0 && later.length === 0) return null;
  return section(
    "Afterwards",
    told.map(
      ({ kind, reason, expectedHandling, language, text }) =>
        html`<div class="notice"><p><strong>Notice: ${readable(kind)}</strong> <span class="quiet">${reason}${expectedHandling ? `; handling takes ${readableDuration(expectedHandling)}` : ""}</span></p><blockquote class="message reply" dir="auto" lang="${language}">${text}</blockquote></div>`,
    ),
    later.length > 0 &&
      html`<ol class="steps">${later.map(({ day, at, kind }) => html`<li><strong>Day ${day}</strong> ${readable(kind)} <span class="quiet">${at ? localMoment(at, zone).long : "once it is resolved"}</span></li>`)}</ol>`,
  );
}
