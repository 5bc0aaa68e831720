import type { BenchmarkSubject } from "./benchmark-subject.js";
import { classificationSubject } from "./classification/classification-subject.js";
import { cliSubject } from "./cli/cli-subject.js";
import { rulesSubject } from "./rules/rules-subject.js";
import { timeSubject } from "./time/time-subject.js";

/** All subjects, in the order of the page. */
export const subjects: readonly BenchmarkSubject[] = [rulesSubject, timeSubject, classificationSubject, cliSubject];
