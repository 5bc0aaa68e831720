import type { SimulationComparison, SimulationResult } from "@amends/routing/simulation";
import { measureName, measureText, shareText, waitText } from "./report-simulation.js";

/** A simulation, or two beside each other, for a page. */
export interface SimulationPage {
  readonly results: readonly { readonly name: string; readonly result: SimulationResult }[];
  readonly comparison?: SimulationComparison | undefined;
}

const width = 960;
const height = 320;
const margin = { top: 24, right: 56, bottom: 44, left: 56 };
const plot = { width: width - margin.left - margin.right, height: height - margin.top - margin.bottom };

/** One page in a file of its own: charts as SVG that screen readers can read, every figure in a table, and nothing from elsewhere. */
export function simulationPage({ results, comparison }: SimulationPage): string {
  const sections = results.map(({ name, result }, index) => sectionOf(name, result, index));
  const compared =
    comparison === undefined
      ? ""
      : comparisonSection(
          comparison,
          results.map(({ name }) => name),
        );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Simulation of a service</title>
<style>
body { font: 16px/1.5 system-ui, sans-serif; max-width: 62rem; margin: 2rem auto; padding: 0 1rem; color: #1b1b1b; background: #fff; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
caption { text-align: left; font-weight: 600; padding: 0.5rem 0; }
th, td { padding: 0.2rem 0.7rem; text-align: right; border-bottom: 1px solid #d5d5d5; }
th:first-child, td:first-child { text-align: left; }
svg { width: 100%; height: auto; }
.wide { overflow-x: auto; }
.tickets { fill: #9db8d9; }
.agents { fill: none; stroke: #555; stroke-width: 2; stroke-dasharray: 6 4; }
.sla { fill: none; stroke: #a4161a; stroke-width: 3; }
.axis { stroke: #888; }
text { font-size: 13px; fill: #1b1b1b; }
</style>
</head>
<body>
<h1>Simulation of a service</h1>
${compared}${sections.join("\n")}
</body>
</html>
`;
}

/** Text as it may stand in HTML. */
export function escapeHtml(text: string): string {
  const names: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
  return text.replace(/[&<>"']/g, (found) => names[found] as string);
}

function sectionOf(name: string, result: SimulationResult, index: number): string {
  const { totals, byHour, byZone, zone } = result;
  const told = `${totals.tickets.toLocaleString("en")} tickets, ${shareText(totals.sla.share)} answered in time, mean wait ${waitText(totals.waitSeconds?.mean)}, agents busy ${shareText(totals.occupancy)} of their time, ${totals.abandoned.toLocaleString("en")} customers gave up, ${totals.overflow.toLocaleString("en")} tickets overflowed.`;
  const rows = byHour.map((row) => [
    `${String(row.hour).padStart(2, "0")}:00`,
    row.agents.toFixed(1),
    row.tickets.toLocaleString("en"),
    shareText(row.sla.share),
    waitText(row.waitSeconds?.mean),
    waitText(row.waitSeconds?.p90),
    shareText(row.occupancy),
    row.overflow.toLocaleString("en"),
  ]);
  const zones = byZone.map((row) => [
    row.zone,
    row.tickets.toLocaleString("en"),
    shareText(row.sla.share),
    waitText(row.waitSeconds?.mean),
    waitText(row.waitSeconds?.p90),
    row.abandoned.toLocaleString("en"),
    row.overflow.toLocaleString("en"),
  ]);
  return `<section aria-labelledby="s${index}">
<h2 id="s${index}">${escapeHtml(name)}</h2>
<p>${escapeHtml(told)} From ${escapeHtml(result.from)} to ${escapeHtml(result.to)}, seed ${result.seed}.</p>
${chartOf(result, index)}
${table(`By the hour at which tickets came, ${zone}`, ["hour", "agents", "tickets", "in time", "wait mean", "wait p90", "busy", "overflow"], rows)}
${table("By the customer's zone", ["zone", "tickets", "in time", "wait mean", "wait p90", "gave up", "overflow"], zones)}
</section>`;
}

function comparisonSection({ measures, repetitions, confidence }: SimulationComparison, names: readonly string[]): string {
  const rows = measures.map(({ measure, first, second, difference, differs }) => [
    measureName(measure),
    measureText(measure, first.mean),
    measureText(measure, second.mean),
    `${measureText(measure, difference.mean)} (${measureText(measure, difference.lower)} to ${measureText(measure, difference.upper)})`,
    differs ? "yes" : "no",
  ]);
  const caption = `Difference over ${repetitions} repetitions with the same tickets, ${confidence * 100} % intervals`;
  return `<section>\n${table(caption, ["", names[0] ?? "", names[1] ?? "", "difference", "sure"], rows)}\n</section>\n`;
}

/** Tickets by hour as bars, agents and the share in time as lines; the table below says the same in numbers. */
function chartOf({ byHour, zone }: SimulationResult, index: number): string {
  const most = Math.max(1, ...byHour.map(({ tickets }) => tickets));
  const mostAgents = Math.max(1, ...byHour.map(({ agents }) => agents));
  const step = plot.width / byHour.length;
  const at = (value: number): string => value.toFixed(1);
  const x = (hour: number): number => margin.left + (hour + 0.5) * step;
  const y = (share: number): number => margin.top + plot.height * (1 - share);
  const bars = byHour.map(
    ({ hour, tickets }) =>
      `<rect class="tickets" x="${at(x(hour) - step * 0.4)}" y="${at(y(tickets / most))}" width="${at(step * 0.8)}" height="${at((plot.height * tickets) / most)}"/>`,
  );
  const agents = byHour.map((row) => `${at(x(row.hour))},${at(y(row.agents / mostAgents))}`);
  const share = byHour.map(({ hour, sla }) => (sla.share === null ? undefined : `${at(x(hour))},${at(y(sla.share))}`));
  const labels = byHour
    .filter(({ hour }) => hour % 3 === 0)
    .map(({ hour }) => `<text x="${at(x(hour))}" y="${height - margin.bottom + 18}" text-anchor="middle">${hour}:00</text>`);
  const peak = byHour.reduce((best, row) => (row.tickets > best.tickets ? row : best));
  const worst = byHour.filter(({ sla }) => sla.share !== null).sort((left, right) => (left.sla.share ?? 1) - (right.sla.share ?? 1))[0];
  const told = `Most tickets, ${peak.tickets}, come in the hour from ${peak.hour}:00.${worst === undefined ? "" : ` The fewest in time, ${shareText(worst.sla.share)}, are those that come from ${worst.hour}:00.`} The table below has every number.`;
  return `<div class="wide"><svg viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="t${index} d${index}">
<title id="t${index}">Tickets, agents and answers in time by hour of day, ${escapeHtml(zone)}</title>
<desc id="d${index}">${escapeHtml(told)}</desc>
${bars.join("\n")}
<polyline class="agents" points="${agents.join(" ")}"/>
${lines(share)
  .map((points) => `<polyline class="sla" points="${points.join(" ")}"/>`)
  .join("\n")}
<line class="axis" x1="${margin.left}" y1="${height - margin.bottom}" x2="${width - margin.right}" y2="${height - margin.bottom}"/>
${labels.join("\n")}
<text x="${margin.left - 8}" y="${margin.top + 4}" text-anchor="end">${most.toLocaleString("en")}</text>
<text x="${width - margin.right + 8}" y="${margin.top + 4}">100 %</text>
<text x="${margin.left}" y="${height - 6}">Bars: tickets. Dashes: agents at work, at most ${at(mostAgents)}. Line: share in time.</text>
</svg></div>`;
}

/** Points in a row, broken where there is no value. */
function lines(points: readonly (string | undefined)[]): string[][] {
  const rows: string[][] = [[]];
  for (const point of points) {
    if (point === undefined) rows.push([]);
    else rows.at(-1)?.push(point);
  }
  return rows.filter((row) => row.length > 0);
}

function table(caption: string, header: readonly string[], rows: readonly (readonly string[])[]): string {
  const head = header.map((text) => `<th scope="col">${escapeHtml(text)}</th>`).join("");
  const body = rows.map(
    ([first = "", ...others]) =>
      `<tr><th scope="row">${escapeHtml(first)}</th>${others.map((text) => `<td>${escapeHtml(text)}</td>`).join("")}</tr>`,
  );
  return `<div class="wide"><table>\n<caption>${escapeHtml(caption)}</caption>\n<thead><tr>${head}</tr></thead>\n<tbody>\n${body.join("\n")}\n</tbody>\n</table></div>`;
}
