import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { DecidedDay } from "../decide/decided-case.js";
import { overviewOf, type Overview } from "../wording/overview.js";
import { caseArticle } from "./case-article.js";
import { caseList } from "./case-list.js";
import { Html, html, type Content } from "./html.js";

/** The case that a wide screen opens with. */
const shownFirst = "45-days-late";

/** The whole day as one file that needs nothing beside it. */
export function dayPage({ cases, because, auditChain }: DecidedDay): string {
  const style = readFileSync(new URL("./page.css", import.meta.url), "utf8");
  const script = readFileSync(new URL("./page.client.js", import.meta.url), "utf8");
  const hash = createHash("sha256").update(script).digest("base64");
  const overviews = cases.map(overviewOf);
  const policy = `default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${hash}'; img-src data:; base-uri 'none'; form-action 'none'`;
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="data:,">
<title>Amends: a day of cross-border after-sales</title>
<style>${new Html(style)}</style>
</head>
<body>
<a class="skip" href="#cases">Skip to the cases</a>
<header class="top">
<p class="brand">Amends</p>
<h1>A day of cross-border after-sales</h1>
<p class="intro">An invented shop sells from China to the world. These messages and events reach its desk between Saturday 7 March 2026, 20:00 UTC, and the same hour on Sunday; in between, clocks in North America go forward. Every decision below was made by policies written as data, and says why.</p>
<ul class="tiles">${tiles(overviews, cases, auditChain).map(([value, name]) => html`<li><strong>${value}</strong> ${name}</li>`)}</ul>
</header>
<main id="cases" tabindex="-1" data-first="${shownFirst}">
<nav class="index" aria-label="Cases">
<form class="filters" role="search" aria-label="Filter the cases">
${select(
  "language",
  "Language",
  overviews.map(({ language }) => language),
)}
${select(
  "issue",
  "Issue",
  overviews.map(({ issue }) => issue),
)}
${select(
  "risk",
  "Risk",
  overviews.map(({ risk }) => risk),
)}
${select(
  "team",
  "Team",
  overviews.map(({ team }) => team),
)}
<p class="matches"><output id="matches">${cases.length} cases</output> <button type="reset">Show all</button></p>
</form>
${caseList(cases)}
</nav>
<div class="detail">
${cases.map((decided) => caseArticle(decided, because))}
</div>
</main>
<script>${new Html(script)}</script>
</body>
</html>
`;
  return page.toString();
}

function select(name: string, label: string, values: readonly string[]): Html {
  const options = [...new Set(values)].filter((value) => value !== "" && value !== "–").sort();
  return html`<label>${label}<select name="${name}"><option value="">all</option>${options.map((value) => html`<option>${value}</option>`)}</select></label>`;
}

function tiles(overviews: readonly Overview[], cases: DecidedDay["cases"], auditChain: boolean): readonly (readonly [Content, string])[] {
  const distinct = (values: readonly string[]): number => new Set(values.filter((value) => value !== "–" && value !== "und")).size;
  const handled = (handler: string): number => cases.filter(({ caseFile }) => caseFile.assignment?.handler === handler).length;
  return [
    [overviews.length, "cases"],
    [distinct(overviews.map(({ language }) => language)), "languages"],
    [distinct(overviews.map(({ country }) => country)), "countries"],
    [handled("bot"), "by the bot"],
    [handled("human"), "by people"],
    [overviews.filter(({ risk }) => risk === "high").length, "of high risk"],
    [auditChain ? "whole" : "broken", "audit chain"],
  ];
}
