import type { CaseFile } from "@amends/core/model";
import { html } from "hono/html";
import { moment, page, words, type Html } from "./page.js";

/** Every case, the newest first. */
export function listPage(cases: readonly CaseFile[]): Html {
  const rows = cases.map(
    ({ id, ticket, customer, classification, sla, assignment }) => html`<tr>
      <th scope="row"><a href="/cases/${encodeURIComponent(id ?? "")}">${ticket?.subject || id}</a></th>
      <td>${customer?.name ?? customer?.id ?? "not known"}<span class="quiet">${words(ticket?.marketplace ?? ticket?.channel)}</span></td>
      <td>${words(classification?.issueType)}</td>
      <td><span class="tag ${classification?.sentiment ?? ""}">${words(classification?.sentiment)}</span></td>
      <td><span class="tag ${assignment?.priority ?? ""}">${words(assignment?.priority)}</span></td>
      <td>${moment(sla?.answerDueAt)}</td>
    </tr>`,
  );
  return page(
    "Cases",
    html`<h1>Cases</h1>
      ${
        cases.length === 0
          ? html`<p>No message has come in yet.</p>`
          : html`<div class="scroll" role="region" aria-label="Cases" tabindex="0">
              <table>
                <thead>
                  <tr><th scope="col">Case</th><th scope="col">From</th><th scope="col">About</th><th scope="col">Feeling</th><th scope="col">Priority</th><th scope="col">Answer due</th></tr>
                </thead>
                <tbody>${rows}</tbody>
              </table>
            </div>`
      }`,
  );
}
