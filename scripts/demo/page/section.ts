import { html, type Content, type Html } from "./html.js";

/** One part of a case's page under its own heading. */
export function section(heading: string, ...contents: readonly Content[]): Html {
  return html`<section class="part"><h3>${heading}</h3>${contents}</section>`;
}

/** A part that is folded until asked for. */
export function folded(summary: string, ...contents: readonly Content[]): Html {
  return html`<details class="fold"><summary>${summary}</summary>${contents}</details>`;
}
