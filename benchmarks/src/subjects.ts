import type { BenchmarkSubject } from "./benchmark-subject.js";
import { batchSubject } from "./batch/batch-subject.js";
import { classificationSubject } from "./classification/classification-subject.js";
import { cliSubject } from "./cli/cli-subject.js";
import { remediesSubject } from "./remedies/remedies-subject.js";
import { rulesSubject } from "./rules/rules-subject.js";
import { simulationSubject } from "./simulation/simulation-subject.js";
import { timeSubject } from "./time/time-subject.js";

/** All subjects, in the order of the page. */
export const subjects: readonly BenchmarkSubject[] = [
  rulesSubject,
  timeSubject,
  classificationSubject,
  remediesSubject,
  batchSubject,
  simulationSubject,
  cliSubject,
];
