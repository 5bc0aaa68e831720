// Trains the classification model that ships, from datasets/tickets and datasets/reviews, and writes
// packages/core/src/classify/model/weights. The same data give the same bytes:
// npx tsx --conditions=@amends/source scripts/train-model.ts [--quick] [LANGUAGE…]
//   --quick  keeps the sharpness of the weights that are there, and prints no figures
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { answerByModel, judgeMessages } from "@amends/core/classify/evaluate";
import { createModel, fitSharpness, type ModelWeights, type Sharpness, trainModel } from "@amends/core/classify/model";
import { type Example, messageOf, readExamples } from "./train-model/read-examples.js";
import { reportFigures } from "./train-model/report-figures.js";

const folder = fileURLToPath(new URL("../packages/core/src/classify/model/weights/", import.meta.url));
const quick = process.argv.includes("--quick");
const languages = process.argv.slice(2).filter((argument) => !argument.startsWith("--"));
const write = (line: string): boolean => process.stdout.write(`${line}\n`);

const examples = readExamples(languages);
if (examples.length === 0) {
  process.stderr.write("there is nothing to train on in datasets/tickets\n");
  process.exit(2);
}
write(`${examples.length} messages`);

const identity = { name: "amends/standard", version: "1" };
const certainty = quick ? sharpnessThere() : crossValidated();
writeWeights(trainModel(examples, { ...identity, ...certainty }));

/** Holds two kinds of author out at a time: what is measured is how a model reads people it has never read. */
function crossValidated(): Sharpness {
  const authors = [...new Set(examples.map(({ author }) => author))].filter((author) => author !== "other").sort();
  const held = authors.flatMap((_, place) => {
    const out = place % 2 === 0 ? authors.slice(place, place + 2) : [];
    const kept = examples.filter(({ author }) => !out.includes(author));
    if (out.length === 0 || kept.length === 0) return [];
    write(`without ${out.join(" and ")}`);
    const weights = trainModel(kept, identity);
    return out.map((author) => ({ author, test: examples.filter((example) => example.author === author), weights }));
  });
  const fitted = fitSharpness(held);
  const judged = held.map(({ author, test, weights }) => {
    const answering = answerByModel(createModel({ ...weights, ...fitted }));
    const judge = (own: readonly Example[]) => judgeMessages(own.map(messageOf), answering);
    return {
      author,
      tickets: judge(test.filter(({ issueType }) => issueType !== undefined)),
      reviews: judge(test.filter(({ issueType, sentiment }) => issueType === undefined && sentiment !== "neutral")),
    };
  });
  for (const line of reportFigures(judged)) write(line);
  return fitted;
}

function sharpnessThere(): Sharpness {
  const { sharpness, feelingSharpness } = JSON.parse(readFileSync(`${folder}shared.json`, "utf8")) as ModelWeights;
  return { sharpness, feelingSharpness };
}

function writeWeights({ grams, ...shared }: ModelWeights): void {
  writeFileSync(`${folder}shared.json`, `${JSON.stringify(shared)}\n`);
  for (const [language, rows] of Object.entries(grams)) writeFileSync(`${folder}${language}.json`, `${JSON.stringify(rows)}\n`);
}
