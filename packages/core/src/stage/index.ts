export { auditCase, type AuditSources } from "./audit-case.js";
export { contextFor, createContext, type Context } from "./context.js";
export { defineStage, type StageParts } from "./define-stage.js";
export { Evaluation, type DecideOptions } from "./evaluation.js";
export { factsOfStage, type FactsOfStage } from "./facts-of-stage.js";
export { pipeline, withKey, type InOrder, type StageOrder } from "./pipeline.js";
export { compilePolicySet, type PolicySet, type PolicySetOptions } from "./policy-set.js";
export type { AnyStage, CaseKey, DecisionEvents, StageDefinition } from "./stage-definition.js";
export type { EventOf, EventSchemas } from "../rules/policy-vocabulary.js";
