import type { CaseFile } from "@amends/core/model";
import { localMoment } from "../wording/local-moment.js";
import { moneyText, readable, readableTerms } from "../wording/readable.js";
import { factList } from "./fact-list.js";
import { html, type Html } from "./html.js";
import { folded, section } from "./section.js";

/** What may be offered, what it costs, and what was ruled out. */
export function remediesSection({ remedies, customer }: CaseFile): Html | null {
  if (!remedies) return null;
  if ("undecided" in remedies) return section("Remedies", html`<p>Not decided: the case lacks ${remedies.missing.join(", ")}.</p>`);
  const zone = customer?.zone ?? "UTC";
  const { choices, excluded, carrierClaim, beyondExpectation, approval, cost, deadlines } = remedies;
  return section(
    "Remedies",
    choices.length === 0
      ? html`<p class="quiet">Nothing to offer.</p>`
      : html`<ul class="choices">${choices.map(
          ({ remedy, gives, cost: price }) =>
            html`<li><strong>${readable(remedy)}</strong><span>${readableTerms(gives)}</span><span class="quiet">${price ? `costs ${moneyText(price)}` : "cost unknown"}</span></li>`,
        )}</ul>`,
    factList([
      ["Tier", remedies.tier],
      ["Whichever is chosen", readableTerms(remedies.alwaysAdd)],
      ["Cost", cost && range(cost)],
      ["Beyond expectation", beyondExpectation && range(beyondExpectation)],
      ["Goods come back", remedies.returnRequired ? "yes" : "no"],
      ["Pay before the carrier does", remedies.advancePayout ? "yes" : ""],
      ["Approval", approval && `${readable(approval.role)}: ${approval.because}`],
      [
        "Claim against the carrier",
        carrierClaim &&
          `${carrierClaim.carrier ?? "carrier unknown"}: ${readable(carrierClaim.reason)}${carrierClaim.amount ? `, ${moneyText(carrierClaim.amount)}` : ""}${carrierClaim.fileBy ? `, file by ${localMoment(carrierClaim.fileBy, zone).long}` : ""}`,
      ],
      ["Plays", remedies.plays.map(readable).join(", ")],
      ["Idempotency key", remedies.idempotencyKey && html`<code class="hash">${remedies.idempotencyKey}</code>`],
    ]),
    deadlines.length > 0 &&
      html`<ul>${deadlines.map(({ kind, at, because, source }) => html`<li><strong>${readable(kind)}</strong> by ${localMoment(at, zone).long}: ${because} <span class="quiet">${source}</span></li>`)}</ul>`,
    excluded.length > 0 &&
      folded(
        `Ruled out (${excluded.length})`,
        html`<ul>${excluded.map(({ remedy, because, rule }) => html`<li><strong>${readable(remedy)}</strong>: ${because} ${rule && html`<code>${rule}</code>`}</li>`)}</ul>`,
      ),
  );
}

type Amount = Parameters<typeof moneyText>[0];

function range({ min, max }: { readonly min: Amount; readonly max: Amount }): string {
  return min.amount === max.amount && min.currency === max.currency ? moneyText(min) : `${moneyText(min)} to ${moneyText(max)}`;
}
