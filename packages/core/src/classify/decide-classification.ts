import type { Classification, EvidenceSpan } from "../model/classification.js";
import type { IssueType } from "../model/words.js";
import { highPriorityReasons, signals as signalWords } from "../model/words.js";
import type { Evaluation } from "../stage/evaluation.js";
import type { PolicySet } from "../stage/policy-set.js";
import type { classificationDecisions, classificationEvents } from "./events.js";
import { companions, issueFamily } from "./issue-families.js";
import { rankCandidates } from "./rank-candidates.js";
import type { RankedIssue } from "./rank-issues.js";
import type { TicketReading } from "./read-ticket.js";

type Events = typeof classificationEvents;
type Decisions = typeof classificationDecisions;

/** Asks the policies one decision after the other; each sees what the earlier ones decided as `classification.…`. */
export function decideClassification(
  reading: TicketReading,
  evaluation: Evaluation<Events, Decisions>,
  policySet: PolicySet<Events, Decisions>,
): Classification {
  const issueType = evaluation.decide("issueType").events[0]?.params.issueType ?? "other";
  evaluation.setFact("classification.issueType", issueType);
  const sentiment = evaluation.decide("sentiment").events[0]?.params.sentiment ?? "neutral";
  evaluation.setFact("classification.sentiment", sentiment);
  const intensity = Math.min(100, Math.max(0, evaluation.decide("intensity").total ?? 0)) / 100;
  evaluation.setFact("classification.intensity", intensity);
  const isComplaint = evaluation.decide("complaint").events.length > 0;
  evaluation.setFact("classification.isComplaint", isComplaint);
  const signals = inOrder(
    signalWords,
    evaluation.decide("signals").events.map(({ params }) => params.signal),
  );
  evaluation.setFact("classification.signals", signals);
  const stage = evaluation.decide("stage").events[0]?.params.stage ?? "after_sales";
  evaluation.setFact("classification.stage", stage);
  const reasonsInOrder = inOrder(
    highPriorityReasons,
    evaluation.decide("flags").events.map(({ params }) => params.reason),
  );
  const highPriority = reasonsInOrder.length > 0;
  evaluation.setFact("classification.highPriorityReasons", reasonsInOrder);
  evaluation.setFact("classification.highPriority", highPriority);
  const urgency = evaluation.decide("urgency").events[0]?.params.urgency ?? "normal";
  evaluation.setFact("classification.urgency", urgency);
  const complexity = evaluation.decide("complexity").events[0]?.params.complexity ?? "medium";
  evaluation.setFact("classification.complexity", complexity);
  const given = evaluation.decide("labels").events;
  const labels = given.length === 0 ? noLabels : [...new Set(given.map(({ params }) => params.label))].sort();
  if (labels.length > 0) evaluation.setFact("classification.labels", labels);
  const candidates = reading.model.score === 0 ? reading.ranked : rankCandidates(reading, numberOf(policySet, "percentPerPoint") ?? 0);
  const alternatives = alternativesTo(issueType, candidates, numberOf(policySet, "alternativesShown"));
  const margin = marginOf(issueType, candidates);
  evaluation.setFact("classification.margin", margin);
  const askHuman = evaluation.decide("review").events.length > 0;
  const { policies, rules, missing } = evaluation.provenance();
  const classification = {
    stage,
    issueType,
    sentiment,
    intensity,
    urgency,
    complexity,
    isComplaint,
    highPriority,
    highPriorityReasons: reasonsInOrder,
    signals,
    extracted: reading.extracted,
    evidence: evidenceOf(issueType, reading),
    alternatives,
    margin,
    askHuman,
    policies,
    rules,
    missing,
  };
  return labels.length === 0 ? classification : withLabels(classification, labels);
}

/** The other kinds of issue, the best first. */
function alternativesTo(
  issueType: IssueType,
  candidates: readonly RankedIssue[],
  most: number | undefined,
): Classification["alternatives"] {
  const alternatives: Classification["alternatives"][number][] = [];
  for (let at = 0; at < candidates.length; at += 1) {
    const other = candidates[at] as RankedIssue;
    if (other.issueType === issueType || other.issueType === "other") continue;
    alternatives.push({ issueType: other.issueType, score: other.score });
  }
  return alternatives.length === 0 ? alternatives : alternatives.slice(0, most);
}

/** Labels stand before what tells where the answer comes from. */
function withLabels({ policies, rules, missing, ...decided }: Classification, labels: readonly string[]): Classification {
  return { ...decided, labels: [...labels], policies, rules, missing };
}

const noLabels: readonly string[] = [];

/** The words of a list that were said, in the order of the list. */
function inOrder<Word>(words: readonly Word[], said: readonly Word[]): Word[] {
  return said.length === 0 ? [] : words.filter((word) => said.includes(word));
}

function numberOf(policySet: PolicySet<Events, Decisions>, parameter: string): number | undefined {
  const given = policySet.parameter(parameter);
  return typeof given === "number" ? given : undefined;
}

/**
 * How far the decided kind of issue stands before the best other kind; below 0 where a rule chose one with fewer points. The remedy
 * wanted for a fault and the tone it is told in are no rivals of it.
 */
function marginOf(issueType: IssueType, candidates: readonly RankedIssue[]): number {
  const family = issueFamily(issueType);
  const hasCompanions = companions.has(family);
  let own: number | undefined;
  let rival: number | undefined;
  for (let at = 0; at < candidates.length && (own === undefined || rival === undefined); at += 1) {
    const other = candidates[at] as RankedIssue;
    const of = issueFamily(other.issueType);
    if (of === family) own ??= other.score;
    else if (other.issueType !== "other" && (hasCompanions || !companions.has(of))) rival ??= other.score;
  }
  return Math.round(((own ?? 0) - (rival ?? 0)) * decimals) / decimals;
}

const decimals = 10;

/** The phrases found, with the days of waiting where the parcel is late. */
function evidenceOf(issueType: IssueType, { evidence, waitNamed }: TicketReading): EvidenceSpan[] {
  return issueType !== "logistics_delay" || waitNamed === null ? evidence.slice() : withWait(waitNamed, evidence);
}

function withWait(wait: EvidenceSpan, evidence: readonly EvidenceSpan[]): EvidenceSpan[] {
  const isSame = (span: EvidenceSpan): boolean =>
    span.label === wait.label && span.start <= wait.start && span.end >= wait.end && span.in === wait.in;
  if (evidence.some(isSame)) return evidence.slice();
  const next = wait.in === "subject" ? -1 : evidence.findIndex(({ start, in: place }) => place === "subject" || start >= wait.start);
  const at = next < 0 ? evidence.length : next;
  return [...evidence.slice(0, at), wait, ...evidence.slice(at)];
}
