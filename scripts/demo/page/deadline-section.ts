import type { CaseFile, SlaTarget } from "@amends/core/model";
import { localMoment } from "../wording/local-moment.js";
import { readable, readableDuration } from "../wording/readable.js";
import { factList } from "./fact-list.js";
import { html, type Content, type Html } from "./html.js";
import { section } from "./section.js";

/** By when to answer and to solve: the target that won, and those it won against. */
export function deadlineSection({ sla, customer }: CaseFile): Html | null {
  if (!sla) return null;
  const zone = customer?.zone ?? "UTC";
  const { firstResponse, resolution, updates } = sla;
  return section(
    "Deadline",
    target("First answer", firstResponse, zone),
    firstResponse && html`<p class="quiet">${handlerTargets(firstResponse.byHandler, zone)}</p>`,
    target("Solution", resolution, zone),
    factList([
      ["Say it was received by", updates && localMoment(updates.acknowledgeBy, zone).long],
      [
        "Report on the way",
        updates &&
          `every ${readableDuration(updates.every)}, next ${updates.at
            .slice(0, 2)
            .map((at) => localMoment(at, zone).short)
            .join(", ")}`,
      ],
      ["Off hours", sla.offHours ? `yes${sla.autoReply ? `: the automatic reply “${readable(sla.autoReply)}” goes out now` : ""}` : "no"],
    ]),
  );
}

function target(name: string, given: SlaTarget | null, zone: string): Content {
  if (given === null) return null;
  const { dueAt, within, clock, calendar, rule, lost, percent } = given;
  return html`<div class="target"><p class="lead">${name} by <time datetime="${dueAt}">${localMoment(dueAt, zone).long}</time></p>
<p>${readableDuration(within)} by the ${readable(clock)} clock, calendar “${calendar}” in ${given.zone}; ${dueAt}. Set by <code>${rule}</code>${percent === null ? "" : ` for ${percent}% of cases`}.${given.state ? ` The clock is ${readable(given.state)}${given.stoppedBy ? `, stopped by the ${readable(given.stoppedBy)}` : ""}.` : ""}</p>
${
  lost.length === 0
    ? html`<p class="quiet">No other target applied.</p>`
    : html`<ul class="losers">${lost.map((loser) => html`<li>Lost: ${readableDuration(loser.within)}, ${localMoment(loser.dueAt, zone).short} <code>${loser.rule}</code></li>`)}</ul>`
}</div>`;
}

function handlerTargets(handlers: { readonly bot?: SlaTarget | null; readonly human?: SlaTarget | null }, zone: string): string {
  const texts = [
    handlers.bot && `a bot by ${localMoment(handlers.bot.dueAt, zone).short}`,
    handlers.human && `a person by ${localMoment(handlers.human.dueAt, zone).short}`,
  ].filter(Boolean);
  return texts.length === 0 ? "" : `If it is ${texts.join(", if it is ")}.`;
}
