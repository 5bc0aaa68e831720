import { refuseMisfits } from "../errors/testing/refuse-misfits.js";
import * as facts from "./index.js";

const sources = { now: 0 } as never;

refuseMisfits([
  ["daysInTransit", "caseFile", "object", (caseFile) => facts.daysInTransit(caseFile, 0)],
  ["transitRatio", "caseFile", "object", (caseFile) => facts.transitRatio(caseFile, 0)],
  ["readFact", "name", "text", (name) => facts.readFact(name, {}, facts.caseFacts, sources, undefined)],
  ["readFact", "caseFile", "object", (caseFile) => facts.readFact("id", caseFile, facts.caseFacts, sources, undefined)],
  ["readFact", "catalogue", "object", (catalogue) => facts.readFact("id", {}, catalogue, sources, undefined)],
  ["readFact", "sources", "object", (given) => facts.readFact("id", {}, facts.caseFacts, given, undefined)],
  ["numberFact", "options", "object", (options) => facts.numberFact(options)],
  ["booleanFact", "options", "object", (options) => facts.booleanFact(options)],
  ["textFact", "options", "object", (options) => facts.textFact(options)],
  ["listFact", "options", "object", (options) => facts.listFact(options)],
  ["moneyFact", "options", "object", (options) => facts.moneyFact(options)],
  ["wordFact", "words", "list", (words) => facts.wordFact(words, { description: "The band.", example: "low" as never })],
  ["wordFact", "options", "object", (options) => facts.wordFact(["low"], options)],
]);
