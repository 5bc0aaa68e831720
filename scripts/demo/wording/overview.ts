import type { Remedies, Risk } from "@amends/core/model";
import type { DecidedCase } from "../decide/decided-case.js";
import { localMoment } from "./local-moment.js";
import { readable, readableTerms, termText } from "./readable.js";

/** A case in the few words that a table row or the top of a page has room for. */
export interface Overview {
  readonly id: string;
  readonly title: string;
  readonly arrivedAt: string;
  readonly sender: string;
  readonly country: string;
  readonly language: string;
  readonly cameBy: string;
  readonly issue: string;
  readonly mood: string;
  readonly risk: string;
  readonly answerBy: string;
  readonly rule: string;
  readonly who: string;
  readonly team: string;
  readonly offer: string;
}

const none = "–";

/** The overview of one decided case. */
export function overviewOf({ arrival, caseFile }: DecidedCase): Overview {
  const { ticket, event, customer, classification, sla, assignment } = caseFile;
  const due = sla?.firstResponse;
  const zone = customer?.zone ?? "UTC";
  const solved = ticket?.status === "done";
  const sender = customer?.name ?? (arrival.as === "case" || arrival.as === "message" ? undefined : arrival.received.message.from.name);
  return {
    id: arrival.id,
    title: arrival.title,
    arrivedAt: arrival.at.slice(11, 16),
    sender: sender ?? "unknown",
    country: customer?.country ?? none,
    language: caseFile.language?.code ?? (ticket ? "und" : none),
    cameBy: ticket ? channelText(ticket.channel ?? "unknown", ticket.marketplace) : `event · ${readable(event?.kind ?? "")}`,
    issue: classification ? readable(classification.issueType) : none,
    mood: classification ? classification.sentiment : none,
    risk: bandOf(caseFile.risk),
    answerBy: due ? answerBy(sla?.answerDueAt === undefined ? due.dueAt : sla.answerDueAt, zone) : none,
    rule: due ? due.rule.slice(due.rule.lastIndexOf("/") + 1) : none,
    who: assignment
      ? [
          assignment.agent ??
            (assignment.handler === "bot" ? "bot" : solved ? "closed" : `queue${assignment.team ? ` of ${assignment.team}` : ""}`),
          assignment.tier,
        ].join(" ")
      : none,
    team: assignment?.team ?? (assignment?.handler === "bot" ? "bot" : ""),
    offer: offerOf(caseFile.remedies, caseFile.notices?.map(({ kind }) => kind) ?? [], ticket !== undefined && ticket !== null),
  };
}

/** The deadline on the customer's clock; nothing is owed where somebody answered already. */
function answerBy(dueAt: string | null, zone: string): string {
  if (dueAt === null) return "answered";
  const { short, offset } = localMoment(dueAt, zone);
  return `${short} ${shortOffset(offset)}`;
}

/** The risk band; "not decided" where facts lack. */
export function bandOf(risk: Risk | { readonly undecided: true; readonly missing: readonly string[] } | null | undefined): string {
  if (risk === undefined || risk === null) return none;
  return "undecided" in risk ? "not decided" : risk.band;
}

/** The remedies in one line; for an event, the notices it sends. */
function offerOf(
  remedies: Remedies | { readonly undecided: true } | null | undefined,
  notices: readonly string[],
  hasTicket: boolean,
): string {
  if (!hasTicket) return notices.length === 0 ? "nothing to tell" : `notice: ${notices.map(readable).join(", ")}`;
  if (remedies === undefined || remedies === null) return none;
  if ("undecided" in remedies) return "not decided";
  const choices = remedies.choices.map(({ remedy, gives }) => {
    const percent = gives["refundPercent"] ?? gives["couponPercent"] ?? gives["percent"];
    return percent === undefined ? readable(remedy) : `${readable(remedy)} ${termText(percent)}%`;
  });
  return choices.length === 0
    ? Object.keys(remedies.alwaysAdd).length === 0
      ? "none needed"
      : readableTerms(remedies.alwaysAdd)
    : choices.join(" / ");
}

function channelText(channel: string, marketplace: string | null | undefined): string {
  if (!marketplace || channel === "phone") return readable(channel);
  return channel === "marketplace_message" ? `${readable(marketplace)} message` : `${readable(channel)} · ${readable(marketplace)}`;
}

function shortOffset(offset: string): string {
  return offset.slice(3).replace(/:00$/, "");
}
