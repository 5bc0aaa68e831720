import type { InboundMessage } from "../contracts/marketplace.js";
import type { CaseFile, StageKey } from "../model/case-file.js";
import type { OutboundMessage } from "../model/outbound-message.js";

/** What a desk tells its listeners. */
export interface DeskEvents {
  /** A message arrived, before it was read. */
  message_received: { readonly message: InboundMessage };
  /** One stage added its key. */
  stage_decided: { readonly caseFile: CaseFile; readonly stage: StageKey };
  /** Every stage is done. */
  case_decided: { readonly caseFile: CaseFile };
  /** The case wants somebody at once. */
  case_urgent: { readonly caseFile: CaseFile };
  /** The claim-risk score is in the high band. */
  risk_high: { readonly caseFile: CaseFile };
  /** A remedy waits for somebody's approval. */
  approval_needed: { readonly caseFile: CaseFile; readonly role: string };
  /** Messages to send or to offer to the agent. */
  messages_ready: { readonly caseFile: CaseFile; readonly messages: readonly OutboundMessage[] };
  /** Something outside failed and the case went on without it. */
  adapter_failed: { readonly caseFile: CaseFile; readonly adapter: string; readonly error: unknown };
  /** A listener threw; decisions never notice. */
  listener_failed: { readonly event: string; readonly error: unknown };
}
