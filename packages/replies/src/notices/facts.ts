import { booleanFact, latest, textFact, wordFact, type FactCatalogue, type FactSources } from "@amends/core/facts";
import { shipmentStatuses, type CaseFile, type ShipmentStatus } from "@amends/core/model";
import { ownNoticeTemplate } from "./notice-templates.js";

/** Where the parcel stands and why: what the event reports, else the latest of the shipment. */
function state({ event, shipment }: CaseFile): { readonly status?: ShipmentStatus; readonly reason?: string } {
  const told = event?.kind === "tracking_updated" ? event.data : undefined;
  const status = shipmentStatuses.find((word) => word === told?.["status"]);
  const last = latest(shipment);
  const reason = status === undefined ? last?.reason : told?.["reason"];
  const known = status ?? last?.status;
  return {
    ...(known === undefined ? {} : { status: known }),
    ...(typeof reason === "string" && reason !== "" ? { reason } : {}),
  };
}

/** Who can do something about a payment that failed. */
const failureActors = ["buyer", "issuer", "seller", "gateway"] as const;

/** What an event on a failed payment explains of it: a notice's key that is one, and who can act. */
function explainedFailure({ event }: CaseFile) {
  if (event?.kind !== "payment_failed") return undefined;
  const { buyer, actor: who } = event.data ?? {};
  const key = typeof buyer === "object" && buyer !== null && "template" in buyer ? buyer.template : undefined;
  const template = typeof key === "string" && key.startsWith("payment_") && ownNoticeTemplate.test(key) ? key : undefined;
  const actor = failureActors.find((word) => word === who);
  return { ...(template === undefined ? {} : { template }), ...(actor === undefined ? {} : { actor }) };
}

function isAmong(value: string | undefined, name: string, { parameter }: FactSources): boolean {
  const list = parameter(name);
  return value !== undefined && Array.isArray(list) && list.includes(value);
}

/** What the policies of notices read beyond the facts of every case. */
export const noticeFacts = {
  "parcel.status": wordFact(shipmentStatuses, {
    description: "Where the parcel stands: what the event reports, else the latest event of the shipment.",
    example: "customs",
    derive: (caseFile) => state(caseFile).status,
  }),
  "parcel.reason": textFact({
    description: "Why it stands there.",
    example: "inspection",
    derive: (caseFile) => state(caseFile).reason,
  }),
  "parcel.heldAtCustoms": booleanFact({
    description: "Whether customs holds it back: in customs or held, for one of the reasons of customs.",
    example: true,
    derive: (caseFile, sources) => {
      const { status, reason } = state(caseFile);
      return status === undefined ? undefined : isAmong(status, "heldStatuses", sources) && isAmong(reason, "customsHoldReasons", sources);
    },
  }),
  "parcel.addressWrong": booleanFact({
    description: "Whether its address keeps it from being delivered.",
    example: false,
    derive: (caseFile, sources) => {
      const { status, reason } = state(caseFile);
      return status === undefined
        ? undefined
        : isAmong(status, "undeliverableStatuses", sources) && isAmong(reason, "addressReasons", sources);
    },
  }),
  "parcel.underWay": booleanFact({
    description: "Whether it was shipped and can still arrive.",
    example: true,
    derive: (caseFile, sources) => {
      const { shipment } = caseFile;
      const { status } = state(caseFile);
      if (!shipment) return undefined;
      return Boolean(shipment.shippedAt) && !shipment.deliveredAt && !isAmong(status, "terminalStatuses", sources);
    },
  }),
  "payment.buyerTemplate": textFact({
    description: "The key of the notice that tells the buyer why the payment failed, as the event names it.",
    example: "payment_not_covered",
    derive: (caseFile) => explainedFailure(caseFile)?.template,
  }),
  "payment.actor": wordFact(failureActors, {
    description: "Who can do something about the failed payment, as the event names them; the issuer is the buyer's bank or wallet.",
    example: "buyer",
    derive: (caseFile) => explainedFailure(caseFile)?.actor,
  }),
  "reply.tellsOfParcel": booleanFact({
    description: "Whether a reply of this case already speaks of the parcel and its delay.",
    example: false,
    derive: ({ reply }, { parameter }) => {
      const situations = parameter("parcelSituations");
      const situation = (reply?.template ?? "").replace(/_v\d+$/, "");
      return Array.isArray(situations) && situations.includes(situation);
    },
  }),
  "reply.owed": booleanFact({
    description: "Whether a message came in and no reply to it goes out yet.",
    example: false,
    derive: ({ ticket, reply }) => (ticket ?? null) !== null && (reply ?? null) === null,
  }),
} satisfies FactCatalogue;
