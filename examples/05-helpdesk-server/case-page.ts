import { languageCodes } from "@amends/core/language";
import type { CaseFile } from "@amends/core/model";
import { formatMoney } from "@amends/core/money";
import type { TranslatedReply } from "@amends/desk";
import { html } from "hono/html";
import { moment, page, words, type Html } from "./page.js";
import { reasonOf } from "./rule-reasons.js";

const languageNames = new Intl.DisplayNames(["en"], { type: "language" });

interface Shown {
  readonly translation?: TranslatedReply;
  readonly problem?: string;
}

/** One case: what came in, what was decided and why, and the reply. */
export function casePage(caseFile: CaseFile, { translation, problem }: Shown): Html {
  const { id, ticket, customer, order, reply } = caseFile;
  const title = ticket?.subject || id || "Case";
  return page(
    title,
    html`<nav aria-label="Where you are"><a href="/">All cases</a></nav>
      <h1>${title}</h1>
      <p class="quiet">
        ${customer?.name ?? customer?.id ?? "Not known"} · ${words(ticket?.marketplace ?? ticket?.channel)} · ${moment(ticket?.createdAt)}
        ${order?.id ? html` · order ${order.id}` : ""}
      </p>
      <blockquote lang="${caseFile.language?.code ?? ""}">${ticket?.text}</blockquote>
      <div class="columns">
        ${reading(caseFile)} ${deadline(caseFile)} ${offer(caseFile)} ${parcel(caseFile)}
      </div>
      <section aria-labelledby="reply">
        <h2 id="reply">Reply</h2>
        ${problem === undefined ? "" : html`<p role="alert" class="problem">${problem}</p>`}
        ${reply === undefined || reply === null ? html`<p>There is none.</p>` : html`<div class="letter" lang="${reply.language}">${reply.text}</div>`}
        ${translation === undefined ? "" : translated(translation)}
        ${reply === undefined || reply === null ? "" : translationForm(id ?? "", reply.language, translation?.language)}
      </section>`,
  );
}

function reading({ classification, risk }: CaseFile): Html {
  if (classification === undefined || classification === null) return html``;
  const { issueType, stage, sentiment, intensity, urgency, evidence, rules } = classification;
  const phrases = [...new Set(evidence.map(({ phrase }) => phrase))];
  const percent = Math.round(intensity * 100);
  const why = rules.map(reasonOf).filter((reason) => reason !== "");
  return html`<section aria-labelledby="reading">
    <h2 id="reading">What it is about</h2>
    <p class="lead">${words(issueType)}<span class="quiet">${words(stage)}, ${words(urgency)} urgency</span></p>
    <p><label for="anger">Feeling: <span class="tag ${sentiment}">${words(sentiment)}</span></label>
      <meter id="anger" min="0" max="100" low="34" high="67" optimum="0" value="${percent}">${percent} %</meter> ${percent} %</p>
    ${phrases.length === 0 ? "" : html`<p>Read from ${phrases.map((phrase, index) => html`${index === 0 ? "" : ", "}<q>${phrase}</q>`)}.</p>`}
    ${risk && "band" in risk ? html`<p>Risk of the claim: <span class="tag ${risk.band}">${risk.band}</span> (${risk.score} points)</p>` : ""}
    <details><summary>Why</summary><ul>${why.map((reason) => html`<li>${reason}</li>`)}</ul></details>
  </section>`;
}

function deadline({ sla, assignment }: CaseFile): Html {
  const { firstResponse, resolution } = sla ?? {};
  const why = reasonOf(firstResponse?.rule);
  const lost = firstResponse?.lost ?? [];
  return html`<section aria-labelledby="deadline">
    <h2 id="deadline">By when, and who</h2>
    <p class="lead">${moment(sla?.answerDueAt)}<span class="quiet">first answer</span></p>
    ${why === "" ? "" : html`<p>${why}</p>`}
    ${lost.length === 0 ? "" : html`<p>Later, and so without effect: ${lost.map(({ rule, dueAt }) => html`${words(rule.split("/").at(-1)).replaceAll("-", " ")} (${moment(dueAt)}) `)}</p>`}
    ${resolution ? html`<p>Solved by ${moment(resolution.dueAt)}.</p>` : ""}
    <p>${words(assignment?.handler)}, ${assignment?.tier ?? ""}, priority <span class="tag ${assignment?.priority ?? ""}">${words(assignment?.priority)}</span></p>
  </section>`;
}

function offer({ remedies }: CaseFile): Html {
  const decided = remedies && "choices" in remedies ? remedies : undefined;
  const rows = (decided?.choices ?? []).map(
    ({ remedy, cost, gives }) =>
      html`<tr><th scope="row">${words(remedy)}</th><td>${given(gives)}</td><td class="number">${cost ? formatMoney(cost, "en") : "not known"}</td></tr>`,
  );
  return html`<section aria-labelledby="offer">
    <h2 id="offer">What to offer</h2>
    ${
      rows.length === 0
        ? html`<p>Nothing: there is nothing to make good.</p>`
        : html`<table>
            <thead><tr><th scope="col">Choice</th><th scope="col">Gives</th><th scope="col" class="number">Costs now</th></tr></thead>
            <tbody>${rows}</tbody>
          </table>`
    }
    ${decided?.approval ? html`<p>Waits for approval by ${words(decided.approval.role)}.</p>` : ""}
  </section>`;
}

function given(gives: Readonly<Record<string, unknown>>): string {
  const { couponPercent, refundPercent, priority } = gives;
  return [
    typeof couponPercent === "number" ? `${couponPercent} % coupon` : "",
    typeof refundPercent === "number" ? `${refundPercent} % back` : "",
    priority === true ? "sent first" : "",
  ]
    .filter((text) => text !== "")
    .join(", ");
}

function parcel({ shipment }: CaseFile): Html {
  const events = shipment?.events ?? [];
  const steps = events.map(
    ({ at, local, status, place }) => html`<li>${at ? moment(at) : local} – ${words(status)}${place ? `, ${place}` : ""}</li>`,
  );
  const unasked = shipment?.trackingNumber ? "Nobody asked the carrier: no decision here depends on it." : "No parcel is known.";
  return html`<section aria-labelledby="parcel">
    <h2 id="parcel">Where the parcel is</h2>
    ${steps.length === 0 ? html`<p>${unasked}</p>` : html`<ol>${steps}</ol>`}
  </section>`;
}

function translated({ language, text, source, needsReview }: TranslatedReply): Html {
  const by = source === "machine" ? "by a machine" : "as the template has it";
  return html`<h3>In ${languageNames.of(language)}, ${by}</h3>
    ${needsReview ? html`<p class="review">Have somebody who speaks both languages look before you send it.</p>` : ""}
    <div class="letter" lang="${language}">${text}</div>`;
}

function translationForm(id: string, from: string, to: string | undefined): Html {
  const options = languageCodes
    .filter((code) => code !== from)
    .map((code) => html`<option value="${code}" ${code === (to ?? "en") ? "selected" : ""}>${languageNames.of(code)}</option>`);
  return html`<form method="post" action="/cases/${encodeURIComponent(id)}/translation">
    <label for="to">Read it in</label> <select id="to" name="to">${options}</select> <button>Translate</button>
  </form>`;
}
