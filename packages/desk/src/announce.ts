import type { DeskEvents, EventBus } from "@amends/core/events";
import type { CaseFile } from "@amends/core/model";
import { outboundMessages } from "./outbound-messages.js";

/** Tells listeners what a decided case asks for; with `isAnswered` not of its messages, which were told of before. */
export function announce(caseFile: CaseFile, bus: EventBus<DeskEvents>, isAnswered = false): void {
  bus.emit("case_decided", { caseFile });
  if (caseFile.classification?.urgency === "urgent") bus.emit("case_urgent", { caseFile });
  if (caseFile.risk !== undefined && caseFile.risk !== null && "band" in caseFile.risk && caseFile.risk.band === "high")
    bus.emit("risk_high", { caseFile });
  const approval =
    caseFile.remedies !== undefined && caseFile.remedies !== null && "approval" in caseFile.remedies ? caseFile.remedies.approval : null;
  if (approval !== null && approval !== undefined) bus.emit("approval_needed", { caseFile, role: approval.role });
  const messages = outboundMessages(caseFile);
  if (messages.length > 0 && !isAnswered) bus.emit("messages_ready", { caseFile, messages });
}
