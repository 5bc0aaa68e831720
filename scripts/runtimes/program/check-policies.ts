import { planRefund } from "@amends/compensation";
import { calculateDuty } from "@amends/compensation/duties";
import type { CaseFile } from "@amends/core/model";
import { parsePolicy, type Policy } from "@amends/core/rules";
import type { AnyStage } from "@amends/core/stage";
import type { ZoneProvider } from "@amends/core/time";
import { createDesk, standardStages, type Desk } from "@amends/desk";
import {
  buildPolicy,
  checkFiles,
  explainCase,
  findMissingTests,
  formatDecisions,
  formatSource,
  lintPolicies,
  reportJson,
  runPolicyTests,
  type Calculations,
  type RunCase,
} from "@amends/rule-tools";
import type { Answer } from "./answer.js";
import type { ProgramInput } from "./program-input.js";

const stages = standardStages as unknown as readonly AnyStage[];
const linted = /standard-(targets|offers|tone|risk-score|stage)\.policy\.json$/;

const calculations = { refund: planRefund, duty: calculateDuty } as unknown as Calculations;

/** What the tools say of the standard policies: findings, test results with coverage, built modules, and why a case came out so. */
export function checkPolicies({ policies, tests, cases }: ProgramInput, zones: ZoneProvider): Answer[] {
  const some = policies.filter(({ path }) => linted.test(path));
  const run = runPolicyTests({ policies, tests, stages, calculations, context: { zones }, runCase: deskOf(zones) });
  const explained = explainCase(firstCase(cases), {
    stages,
    runCase: (caseFile, watched) => createDesk({ zones, stages: watched }).runStages(caseFile),
  });
  const broken = policies.slice(0, 5).map(({ path, text }) => ({ path, text: text.replace('"rules"', '"rule"') }));
  return [
    { name: "rule-tools/check", value: checkFiles({ policies, tests, stages }) },
    { name: "rule-tools/check broken files", value: checkFiles({ policies: broken, tests: [], stages }) },
    { name: "rule-tools/tests", value: { summary: run.summary, findings: run.findings, results: run.results } },
    { name: "rule-tools/report", value: reportJson(run, {}) },
    ...some.map((file) => ({ name: `rule-tools/lint/${file.path}`, value: lintPolicies([file], { stages }) })),
    ...some.map((file) => ({ name: `rule-tools/build/${file.path}`, value: builtCode(file.text) })),
    { name: "rule-tools/missing tests", value: findMissingTests(run, { policies: some, stages }) },
    { name: "rule-tools/format", value: policies.slice(0, 5).map((file) => formatSource(file)) },
    { name: "rule-tools/explain", value: explained },
    { name: "rule-tools/explain as text", value: formatDecisions(explained.decisions) },
  ];
}

/** Takes a test's case through a desk; the list of policies stays the same all through a run. */
function deskOf(zones: ZoneProvider): RunCase {
  let desk: { readonly policies: readonly Policy[] | undefined; readonly desk: Desk } | undefined;
  return (caseFile, { policies, ...more }) => {
    if (desk === undefined || desk.policies !== policies) desk = { policies, desk: createDesk({ zones, policies: policies ?? [] }) };
    return desk.desk.runStages(caseFile, { ...more, keep: true });
  };
}

function builtCode(text: string): string {
  const policy = parsePolicy(text);
  const stage = stages.find(({ name }) => name === policy.stage);
  return buildPolicy(policy, stage === undefined ? {} : { stage, stageImport: { exported: "stage", from: "./stage.js" } }).code;
}

function firstCase(cases: ProgramInput["cases"]): CaseFile {
  const given = cases.find((each) => "caseFile" in each);
  if (given === undefined || !("caseFile" in given)) throw new Error("the program was given no whole case");
  return given.caseFile;
}
