export {
  complianceOf,
  complianceOfStream,
  createCompliance,
  judgeCases,
  type ComplianceAccumulator,
} from "./compliance-of.js";
export {
  complianceOptionsSchema,
  resolveComplianceOptions,
  standardComplianceOptions,
  type ComplianceOptions,
} from "./compliance-options.js";
export type {
  ComplianceFigure,
  ComplianceGroup,
  ComplianceLogReport,
  ComplianceReport,
  ComplianceSection,
  ComplianceTarget,
  ComplianceWindow,
  WeightedRate,
} from "./compliance-report.js";
export type { ComplianceCase, ComplianceSettings, LatenessSettings, TeamHours } from "./compliance-settings.js";
export type { JudgedCase, Outcome } from "./judged-case.js";
export {
  createLatenessBaseline,
  latenessBaseline,
  type LatenessBaseline,
  type LatenessBaselineAccumulator,
} from "./lateness-baseline.js";
export { latenessFactors, type LatenessFactor, type LatenessParts } from "./lateness-factor.js";
export { percentageGoal, type PercentageGoal } from "./percentage-goal.js";
export { shapleyNumerators } from "./shapley-values.js";
