import { html, type Content, type Html } from "./html.js";

/** Names and values as a description list; a value that is null or empty is left out. */
export function factList(facts: readonly (readonly [name: string, value: Content])[]): Html {
  const known = facts.filter(([, value]) => value !== null && value !== undefined && value !== false && value !== "");
  return html`<dl class="facts">${known.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
}
