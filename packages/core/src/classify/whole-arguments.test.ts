import { refuseMisfits } from "../errors/testing/refuse-misfits.js";
import * as evaluate from "./evaluate/index.js";
import * as classify from "./index.js";
import { lexiconFindings } from "./lexicon-check/index.js";
import { fitSharpness, trainModel } from "./model/index.js";

const ticket = { text: "Where is my parcel?" };
const judged = { issueType: [], sentiment: [] };

refuseMisfits([
  ["createClassificationStage", "options", "settings", (options) => classify.createClassificationStage(options)],
  ["classifyTicket", "options", "settings", (options) => classify.classifyTicket(ticket, options)],
  ["fitSharpness", "held", "list", (held) => fitSharpness(held)],
  ["fitSharpness", "options", "settings", (options) => fitSharpness([], options)],
  ["trainModel", "messages", "list", (messages) => trainModel(messages)],
  ["trainModel", "options", "settings", (options) => trainModel([], options)],
  ["answerByCharacters", "messages", "list", (messages) => evaluate.answerByCharacters(messages)],
  ["answerByMajority", "messages", "list", (messages) => evaluate.answerByMajority(messages)],
  ["answerByModel", "model", "object", (model) => evaluate.answerByModel(model)],
  ["answerByModel", "options", "settings", (options) => evaluate.answerByModel({ predict: () => ({}) } as never, options)],
  ["answerByRules", "options", "settings", (options) => evaluate.answerByRules(options)],
  ["checkExamples", "messages", "list", (messages) => evaluate.checkExamples(messages)],
  ["crossValidate", "folds", "list", (folds) => evaluate.crossValidate(folds, () => () => ({}))],
  ["crossValidate", "train", "function", (train) => evaluate.crossValidate([], train)],
  ["evaluateAnswers", "judged", "list", (given) => evaluate.evaluateAnswers(given)],
  ["evaluateAnswers", "options", "settings", (options) => evaluate.evaluateAnswers([], options)],
  ["evaluateMessages", "messages", "object", (messages) => evaluate.evaluateMessages(messages)],
  ["evaluateMessages", "options", "settings", (options) => evaluate.evaluateMessages(judged, options)],
  ["judgeMessages", "messages", "list", (messages) => evaluate.judgeMessages(messages, () => ({}))],
  ["judgeMessages", "answering", "function", (answering) => evaluate.judgeMessages([], answering)],
  ["splitMessages", "messages", "list", (messages) => evaluate.splitMessages(messages)],
  ["splitMessages", "options", "settings", (options) => evaluate.splitMessages([], options)],
  ["usefulPhrases", "messages", "list", (messages) => evaluate.usefulPhrases(messages, 3)],
  ["worstConfusions", "pairs", "list", (pairs) => evaluate.worstConfusions(pairs, 3)],
  ["lexiconFindings", "lexicon", "object", (lexicon) => lexiconFindings(lexicon, {})],
  ["lexiconFindings", "standard", "object", (standard) => lexiconFindings({ language: "en" } as never, standard)],
]);
