import type { CaseFile } from "@amends/core/model";
import { localMoment } from "../wording/local-moment.js";
import { readable, termText } from "../wording/readable.js";
import { factList } from "./fact-list.js";
import { html, type Html } from "./html.js";
import { folded, section } from "./section.js";

/** Who answers, who else could have, and who could not. */
export function assignmentSection({ assignment, customer, ticket }: CaseFile): Html | null {
  if (!assignment) return null;
  const { candidates, excluded, expectedResponseAt, context, relaxed } = assignment;
  const nobody =
    ticket?.status === "done" ? "Nobody: the ticket is closed" : `Nobody fits now: ${readable(assignment.onNobody ?? "queue")}`;
  const zone = customer?.zone ?? "UTC";
  return section(
    "Who answers",
    html`<p class="lead">${assignment.handler === "bot" ? "The bot" : (assignment.agent ?? nobody)}${assignment.team ? ` of ${assignment.team}` : ""} · ${assignment.tier} · ${assignment.priority} priority</p>`,
    factList([
      ["Answers in", `${assignment.language}${assignment.translation ? ", with translation" : ""}`],
      [
        "The customer can expect it",
        expectedResponseAt && `${localMoment(expectedResponseAt, zone).long}${assignment.breachExpected ? ": after the deadline" : ""}`,
      ],
      ["Let go of", relaxed.length > 0 && relaxed.map(({ because }) => because).join(" ")],
      ["Better channel", assignment.recommendedChannel && readable(assignment.recommendedChannel)],
    ]),
    candidates.length > 0 &&
      html`<table><caption>Who could take it</caption><thead><tr><th scope="col">Agent</th><th scope="col">Score</th><th scope="col">Because</th></tr></thead><tbody>${candidates.map(
        ({ agent, score, reasons }) =>
          html`<tr><th scope="row">${agent}</th><td class="number">${score}</td><td>${reasons.map(({ because, points }) => html`<span class="reason">${because} <span class="quiet">(${points})</span></span>`)}</td></tr>`,
      )}</tbody></table>`,
    excluded.length > 0 &&
      folded(
        `Who could not (${excluded.length})`,
        html`<ul>${excluded.map(({ agent, because }) => html`<li><strong>${agent}</strong>: ${because}</li>`)}</ul>`,
      ),
    Object.keys(context).length > 0 &&
      folded("What the receiver is handed", factList(Object.entries(context).map(([key, value]) => [key, termText(value)] as const))),
  );
}
