import { localMoment } from "../wording/local-moment.js";
import type { DecidedCase } from "../decide/decided-case.js";
import { overviewOf } from "../wording/overview.js";
import { html, type Html } from "./html.js";

/** The cases in the order they arrived, with a line where clocks change. */
export function caseList(cases: readonly DecidedCase[]): Html {
  const changes = clockChanges(cases);
  return html`<ol class="list">${cases.map((decided, index) => {
    const from = cases[index - 1]?.arrival.at;
    const passed = from === undefined ? [] : changes.filter(({ at }) => at > Date.parse(from) && at <= Date.parse(decided.arrival.at));
    return [
      ...passed.map(
        ({ at, zones }) =>
          html`<li class="change">${new Date(at).toISOString().slice(11, 16)} UTC: the clocks change in ${zones.map((zone) => zone.slice(zone.lastIndexOf("/") + 1).replaceAll("_", " ")).join(", ")}</li>`,
      ),
      item(decided),
    ];
  })}</ol>`;
}

function item(decided: DecidedCase): Html {
  const { id, title, arrivedAt, sender, country, language, cameBy, issue, mood, risk, team, who } = overviewOf(decided);
  return html`<li class="item" data-language="${language}" data-issue="${issue}" data-risk="${risk}" data-team="${team}"><a href="#${id}"><span class="line"><time class="quiet" datetime="${decided.arrival.at}">${arrivedAt}</time><span class="quiet"><bdi>${sender}</bdi> · ${country} · ${cameBy}</span></span><strong>${title}</strong><span class="chips">${language !== "–" && html`<span class="chip">${language}</span>`}${caseIsEvent(decided) && html`<span class="chip">event</span>`}${issue !== "–" && html`<span class="chip">${issue}</span>`}${mood !== "–" && mood !== "neutral" && html`<span class="chip mood-${mood}">${mood}</span>`}${(risk === "high" || risk === "review") && html`<span class="chip risk-${risk}">${risk} risk</span>`}${who !== "–" && html`<span class="who">${who}</span>`}</span></a></li>`;
}

function caseIsEvent({ caseFile }: DecidedCase): boolean {
  return !caseFile.ticket;
}

interface ClockChange {
  readonly at: number;
  readonly zones: readonly string[];
}

const hour = 3_600_000;

/** The hours of the day at which the clocks of some customers change. */
function clockChanges(cases: readonly DecidedCase[]): readonly ClockChange[] {
  const first = Math.floor(Date.parse(cases[0]?.arrival.at ?? "") / hour) * hour;
  const last = Date.parse(cases.at(-1)?.arrival.at ?? "");
  const zones = [...new Set(cases.flatMap(({ caseFile }) => caseFile.customer?.zone ?? []))].sort();
  const offsetAt = (at: number, zone: string): string => localMoment(new Date(at).toISOString(), zone).offset;
  const changes: ClockChange[] = [];
  for (let at = first + hour; at <= last; at += hour) {
    const changing = zones.filter((zone) => offsetAt(at - hour, zone) !== offsetAt(at, zone));
    if (changing.length > 0) changes.push({ at, zones: changing });
  }
  return changes;
}
