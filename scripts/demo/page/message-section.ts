import type { CaseFile, EvidenceSpan } from "@amends/core/model";
import type { DecidedCase } from "../decide/decided-case.js";
import { readable, termText } from "../wording/readable.js";
import { highlighted } from "./highlighted.js";
import { html, type Content, type Html } from "./html.js";
import { folded, section } from "./section.js";

type Ticket = NonNullable<CaseFile["ticket"]>;

/** What came: the message with the telling phrases marked, its thread, what it quoted, and an e-mail's raw source. */
export function messageSection({ arrival, caseFile }: DecidedCase): Html {
  const { ticket, event, classification, language } = caseFile;
  if (!ticket) {
    return section(
      "What happened",
      html`<p class="lead">${readable(event?.kind ?? "")}</p>`,
      event?.data && Object.keys(event.data).length > 0 && html`<p class="quiet">${termText(event.data)}</p>`,
    );
  }
  const came =
    arrival.as === "email" ? arrival.received.message.text : arrival.as === "message" ? arrival.message.text : (ticket.text ?? "");
  return section(
    "What came",
    ticket.subject && html`<p class="subject" dir="auto">${ticket.subject}</p>`,
    earlierMessages(ticket),
    html`<blockquote class="message" dir="auto" lang="${language?.code ?? "und"}">${highlighted(ticket.text ?? "", inText(ticket, classification?.evidence ?? []))}</blockquote>`,
    attachments(ticket),
    takenOff(came, ticket.text ?? ""),
    arrival.as === "email" && folded("The e-mail as it travelled", html`<pre class="source">${arrival.raw}</pre>`),
  );
}

/** The spans that lie in the text; those of the subject say so by other words than stand there. */
function inText(ticket: Ticket, evidence: readonly EvidenceSpan[]): readonly EvidenceSpan[] {
  const text = ticket.text ?? "";
  return evidence.filter(({ phrase, start, end }) => text.slice(start, end).toLowerCase() === phrase.toLowerCase());
}

function earlierMessages({ messages, text }: Ticket): Content {
  const earlier = (messages ?? []).filter((message) => message.text && !(text ?? "").includes(message.text));
  if (earlier.length === 0) return null;
  return html`<ol class="thread">${earlier.map(
    ({ from, at, text: said }) =>
      html`<li class="said-by-${from ?? "customer"}"><span class="quiet">${from ?? "customer"}${at ? html`, <time datetime="${at}">${at.slice(11, 16)} UTC</time>` : ""}</span><span class="said" dir="auto">${said}</span></li>`,
  )}</ol>`;
}

function attachments({ attachments: files }: Ticket): Content {
  if (!files || files.length === 0) return null;
  return html`<p class="quiet">Attached: ${files.map(({ name }) => name ?? "a file").join(", ")}</p>`;
}

/** What intake took off the message: quoted mail, signatures. */
function takenOff(came: string, kept: string): Content {
  const own = kept.trim();
  const flattened = (text: string): string => text.replaceAll(/\s+/g, " ").trim();
  if (own === "" || flattened(came) === flattened(own)) return null;
  const rest = came.startsWith(own) ? came.slice(own.length).trim() : came;
  return folded(
    came.startsWith(own)
      ? "Signature and quoted text, not read as the customer's words"
      : "The message before quoted text and signature were taken off",
    html`<pre class="source" dir="auto">${rest}</pre>`,
  );
}
