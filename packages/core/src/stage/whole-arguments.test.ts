import { refuseMisfits } from "../errors/testing/refuse-misfits.js";
import { parseCaseFile } from "../model/parse-case-file.js";
import * as stage from "./index.js";
import { bandPolicy, scorePolicy, stageThat } from "./testing/sample-stage.js";

const sample = stageThat();
const caseFile = { now: "2026-03-03T15:00:00Z" };

refuseMisfits([
  ["parseCaseFile", "options", "settings", (options) => parseCaseFile(caseFile, options)],
  ["auditCase", "caseFile", "object", (given) => stage.auditCase(given, { policies: [], data: {} })],
  ["auditCase", "sources", "object", (sources) => stage.auditCase(caseFile, sources)],
  ["compilePolicySet", "vocabulary", "object", (vocabulary) => stage.compilePolicySet(vocabulary, [scorePolicy])],
  ["compilePolicySet", "policies", "list", (policies) => stage.compilePolicySet(sample, policies)],
  ["compilePolicySet", "options", "settings", (options) => stage.compilePolicySet(sample, [bandPolicy], options)],
  ["createContext", "context", "object", (context) => stage.createContext(context)],
  ["contextFor", "caseFile", "object", (given) => stage.contextFor(given)],
  ["contextFor", "context", "settings", (context) => stage.contextFor(caseFile, context)],
  ["defineStage", "parts", "object", (parts) => stage.defineStage(parts)],
  ["factsOfStage", "own", "object", (own) => stage.factsOfStage(own)],
  ["a stage's run", "caseFile", "object", (given) => sample.run(given)],
  ["a stage's run", "policySet", "policies", (policySet) => sample.run(caseFile, policySet)],
  ["a stage's run", "context", "settings", (context) => sample.run(caseFile, undefined, context)],
]);
