import type { DecidedCase } from "../decide/decided-case.js";
import { localMoment } from "../wording/local-moment.js";
import { overviewOf } from "../wording/overview.js";
import { afterwardsSection } from "./afterwards-section.js";
import { assignmentSection } from "./assignment-section.js";
import { auditSection } from "./audit-section.js";
import { classificationSection } from "./classification-section.js";
import { deadlineSection } from "./deadline-section.js";
import { html, type Content, type Html } from "./html.js";
import { messageSection } from "./message-section.js";
import { remediesSection } from "./remedies-section.js";
import { replySection } from "./reply-section.js";
import { riskSection } from "./risk-section.js";
import { shipmentSection } from "./shipment-section.js";
import { whySection } from "./why-section.js";

/** One case with its whole decision. */
export function caseArticle(decided: DecidedCase, because: ReadonlyMap<string, string>): Html {
  const { caseFile, arrival } = decided;
  const overview = overviewOf(decided);
  const zone = caseFile.customer?.zone;
  return html`<article id="${arrival.id}" class="case" aria-labelledby="${arrival.id}-title" tabindex="-1">
<a class="back" href="#cases">← All cases</a>
<header>
<p class="quiet">${overview.cameBy} · <bdi>${overview.sender}</bdi>, ${overview.country} · <time datetime="${arrival.at}">${zone ? localMoment(arrival.at, zone).long : `${arrival.at.slice(0, 10)}, ${overview.arrivedAt} UTC`}</time></p>
<h2 id="${arrival.id}-title">${overview.title}</h2>
${glance(
  caseFile.ticket
    ? [
        ["Issue", overview.issue],
        ["Mood", overview.mood],
        ["Risk", overview.risk],
        ["Answer by", overview.answerBy],
        ["Who", overview.who],
        ["Offer", overview.offer],
      ]
    : [["Outcome", overview.offer]],
)}
</header>
<div class="parts">
<div class="column">${[messageSection(decided), remediesSection(caseFile), replySection(caseFile), shipmentSection(caseFile), afterwardsSection(caseFile)]}</div>
<div class="column">${[classificationSection(caseFile), riskSection(caseFile), deadlineSection(caseFile), assignmentSection(caseFile), whySection(caseFile, because), auditSection(caseFile)]}</div>
</div>
</article>`;
}

function glance(facts: readonly (readonly [string, Content])[]): Html {
  return html`<dl class="glance">${facts.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
}
