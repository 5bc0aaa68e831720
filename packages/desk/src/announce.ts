import type { DeskEvents, EventBus } from "@amends/core/events";
import type { CaseFile } from "@amends/core/model";
import { outboundMessages } from "./outbound-messages.js";

/** Tells listeners what a decided case asks for; with `isAnswered` not of its messages, which were told of before. */
export function announce(caseFile: CaseFile, bus: EventBus<DeskEvents>, isAnswered = false): void {
  bus.emit("case_decided", { caseFile });
  if (caseFile.classification?.urgency === "urgent") bus.emit("case_urgent", { caseFile });
  if (caseFile.risk !== undefined && caseFile.risk !== null && "band" in caseFile.risk && caseFile.risk.band === "high")
    bus.emit("risk_high", { caseFile });
  for (const role of rolesToApprove(caseFile)) bus.emit("approval_needed", { caseFile, role });
  const messages = outboundMessages(caseFile);
  if (messages.length > 0 && !isAnswered) bus.emit("messages_ready", { caseFile, messages });
}

/** Every role whose approval the offer needs, once each. */
function rolesToApprove({ remedies }: CaseFile): ReadonlySet<string> {
  if (remedies === undefined || remedies === null || "undecided" in remedies) return new Set();
  const { approval, approvals = approval === null ? [] : [approval] } = remedies;
  return new Set(approvals.map(({ role }) => role));
}
