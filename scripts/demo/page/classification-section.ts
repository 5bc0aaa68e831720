import type { CaseFile } from "@amends/core/model";
import { readable, termText } from "../wording/readable.js";
import { factList } from "./fact-list.js";
import { html, type Html } from "./html.js";
import { section } from "./section.js";

/** How the message was understood, and from which words. */
export function classificationSection({ classification, language }: CaseFile): Html | null {
  if (!classification) return null;
  const { extracted, evidence, alternatives, signals, highPriorityReasons } = classification;
  const found = Object.entries(extracted)
    .filter(([, value]) => value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0))
    .map(([key, value]) => `${readable(key)} ${termText(value)}`);
  const labels = [...new Set(evidence.map(({ label }) => label))];
  return section(
    "How it was understood",
    factList([
      ["Language", language && `${language.code} (${language.script}), confidence ${language.confidence.toFixed(2)}`],
      ["Issue", readable(classification.issueType)],
      ["Stage of the sale", readable(classification.stage)],
      ["Mood", `${classification.sentiment}, intensity ${classification.intensity.toFixed(2)}`],
      ["Urgency", classification.urgency],
      ["Complexity", classification.complexity],
      ["Goes first because", highPriorityReasons.map(readable).join(", ")],
      ["Also announces", signals.map(readable).join(", ")],
      ["Named in the text", found.join("; ")],
      ["Could also be", alternatives.map(({ issueType, score }) => `${readable(issueType)} (${score})`).join(", ")],
      ["Too close to call", classification.askHuman ? "yes: a person decides" : ""],
    ]),
    labels.length > 0 &&
      html`<table><caption>Words that speak for it</caption><thead><tr><th scope="col">Label</th><th scope="col">Words</th></tr></thead><tbody>${labels.map(
        (label) =>
          html`<tr><th scope="row">${readable(label)}</th><td dir="auto">${[...new Set(evidence.filter((span) => span.label === label).map(({ phrase }) => phrase))].map((phrase) => html`<q>${phrase}</q> `)}</td></tr>`,
      )}</tbody></table>`,
  );
}
