import type { CaseFile } from "@amends/core/model";
import { readable, termText } from "../wording/readable.js";
import { html, type Html } from "./html.js";
import { section } from "./section.js";

/** How risky the claim is and why; a band never refuses anything. */
export function riskSection({ risk }: CaseFile): Html | null {
  if (!risk) return null;
  if ("undecided" in risk) return section("Risk", html`<p>Not decided: the case lacks ${risk.missing.join(", ")}.</p>`);
  return section(
    "Risk",
    html`<p class="lead"><span class="chip risk-${risk.band}">${risk.band}</span> ${risk.score} of 100 points <meter class="meter-${risk.band}" min="0" max="100" value="${risk.score}" aria-label="risk score"></meter></p>`,
    risk.reasons.length === 0
      ? html`<p class="quiet">Nothing speaks for a risk.</p>`
      : html`<ul class="reasons">${risk.reasons.map(
          ({ code, points, agent, observed }) =>
            html`<li><strong>${points > 0 ? "+" : ""}${points}</strong> ${agent || readable(code)} <span class="quiet">${readable(code)}; saw ${Object.entries(
              observed,
            )
              .map(([fact, value]) => `${fact} = ${termText(value)}`)
              .join(", ")}</span></li>`,
        )}</ul>`,
    risk.evidence.length > 0 && html`<p>Evidence to ask for: ${risk.evidence.map(readable).join(", ")}.</p>`,
    risk.humanReview && html`<p>A person looks before anything is refused.</p>`,
    risk.churn && html`<p>This customer is likely to leave.</p>`,
  );
}
