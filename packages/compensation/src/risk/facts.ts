import { booleanFact, claimCount, numberFact, type FactCatalogue, type FactSources } from "@amends/core/facts";
import { shrinkTowards } from "@amends/core/statistics";
import { claimedIssue, claimedIssueFact } from "../facts/claimed-issue.js";
import { countSince } from "./count-since.js";
import { peersShare } from "../facts/peers-share.js";

/** A number that the policies must hold; a fact whose number nobody set stays absent. */
function numberOf(sources: FactSources, parameter: string): number | undefined {
  const value = sources.parameter(parameter);
  return typeof value === "number" ? value : undefined;
}

/** What the risk policies read beyond the facts of the case. Windows, thresholds and shrinkage are parameters of the policies. */
export const riskFacts = {
  "claim.issue": claimedIssueFact,
  "customer.claimCount": numberFact({
    description: "Claims on record, or complaints where there are more.",
    example: 2,
    unit: "claims",
    derive: ({ customer }) => claimCount(customer),
  }),
  "customer.claimRate": numberFact({
    description: "Claims over orders; with few orders, drawn towards the share of an ordinary customer.",
    example: 0.25,
    unit: "share",
    derive: ({ customer }, sources) => {
      const claims = claimCount(customer);
      const orders = customer?.orders ?? undefined;
      const [below, extraClaims, extraOrders] = ["shrinkageBelowOrders", "shrinkageClaims", "shrinkageOrders"].map((name) =>
        numberOf(sources, name),
      );
      if (claims === undefined || orders === undefined || below === undefined || extraClaims === undefined || extraOrders === undefined)
        return undefined;
      const divisor = orders < below ? orders + extraOrders : orders;
      return divisor <= 0 ? undefined : (orders < below ? claims + extraClaims : claims) / divisor;
    },
  }),
  "customer.recentNotReceivedClaims": numberFact({
    description: "Earlier claims that a parcel never came, within the policy's window.",
    example: 2,
    unit: "claims",
    derive: ({ customer }, sources) => {
      const days = numberOf(sources, "notReceivedWindowDays");
      const claims = customer?.claims?.filter(({ issueType }) => issueType === "logistics_not_received");
      return days === undefined || claims === undefined ? undefined : countSince(claims, sources.now, days);
    },
  }),
  "customer.recentRefunds": numberFact({
    description: "Refunds within the policy's window.",
    example: 1,
    unit: "refunds",
    derive: ({ customer }, sources) => {
      const days = numberOf(sources, "refundWindowDays");
      const refunds = customer?.refunds ?? undefined;
      return days === undefined || refunds === undefined ? undefined : countSince(refunds, sources.now, days);
    },
  }),
  "peers.share": numberFact({
    description: "The share of similar orders that have the same problem; of few similar orders, drawn towards an ordinary share.",
    example: 0.12,
    unit: "share",
    derive: (caseFile, sources) => {
      const share = peersShare.derive?.(caseFile, sources);
      const [similar, same] = [caseFile.peers?.similarOrders ?? 0, caseFile.peers?.withSameIssue ?? 0];
      const [below, ordinary, weight] = ["peerShrinkageBelowOrders", "peerOrdinaryShare", "peerShrinkageOrders"].map((name) =>
        numberOf(sources, name),
      );
      if (share === undefined || below === undefined || ordinary === undefined || weight === undefined) return share;
      if (similar >= below) return share;
      // Never below what as many events are among the fewest that count in full: one more without any can't raise the share.
      return Math.max(
        shrinkTowards({ events: same, trials: similar }, { events: ordinary * weight, trials: weight }),
        same / Math.ceil(below),
      );
    },
  }),
  "claim.requiredPhotoMissing": booleanFact({
    description: "Whether a photo would show the problem and too few came; absent where nobody counted.",
    example: true,
    derive: (caseFile, sources) => {
      const issues = sources.parameter("photoIssues");
      const issue = claimedIssue(caseFile);
      const needed = numberOf(sources, "requiredPhotos");
      if (!Array.isArray(issues) || issue === undefined || needed === undefined) return undefined;
      if (!issues.includes(issue)) return false;
      const photos = caseFile.claim?.photos ?? undefined;
      return photos === undefined ? undefined : photos < needed;
    },
  }),
  "shipment.laneLossAboveAverage": booleanFact({
    description: "Whether the parcel's way loses more parcels than an ordinary one.",
    example: false,
    derive: ({ shipment }, sources) => {
      const [rate, average] = [shipment?.laneLossRate ?? undefined, numberOf(sources, "averageLossRate")];
      return rate === undefined || average === undefined ? undefined : rate > average;
    },
  }),
} satisfies FactCatalogue;
