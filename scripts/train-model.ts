// Trains the classification model that ships, from datasets/tickets and datasets/reviews, and writes
// packages/core/src/classify/model/weights. The same data give the same bytes:
// npx tsx --conditions=@amends/source scripts/train-model.ts [--quick] [LANGUAGE…]
//   --quick  keeps the sharpness of the weights that are there, and prints no figures
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { createModel, type ModelWeights, trainModel } from "@amends/core/classify/model";
import { fitSharpness } from "./train-model/fit-sharpness.js";
import { type Example, readExamples } from "./train-model/read-examples.js";
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

/** Holds each author's messages out in turn: what is measured is how a model reads people it has never read. */
function crossValidated(): Pick<ModelWeights, "sharpness" | "feelingSharpness"> {
  const authors = [...new Set(examples.map(({ author }) => author))].filter((author) => author !== "other").sort();
  const held = authors.flatMap((author) => {
    const test = examples.filter((example) => example.author === author);
    const kept = examples.filter((example) => example.author !== author);
    if (test.length === 0 || kept.length === 0) return [];
    write(`without ${author}`);
    return [{ test, weights: trainModel(kept, identity) }];
  });
  const fitted = fitSharpness(held);
  const judged = held.flatMap(({ test, weights }) => {
    const model = createModel({ ...weights, ...fitted });
    return test.map((example): readonly [Example, ReturnType<typeof model.predict>, ReturnType<NonNullable<typeof model.predictTone>>] => [
      example,
      model.predict(example.text, example.language),
      model.predictTone?.(example.text, example.language) ?? { anger: 0, praise: 0 },
    ]);
  });
  for (const line of reportFigures(judged)) write(line);
  return fitted;
}

function sharpnessThere(): Pick<ModelWeights, "sharpness" | "feelingSharpness"> {
  const { sharpness, feelingSharpness } = JSON.parse(readFileSync(`${folder}shared.json`, "utf8")) as ModelWeights;
  return { sharpness, feelingSharpness };
}

function writeWeights({ grams, ...shared }: ModelWeights): void {
  writeFileSync(`${folder}shared.json`, `${JSON.stringify(shared)}\n`);
  for (const [language, rows] of Object.entries(grams)) writeFileSync(`${folder}${language}.json`, `${JSON.stringify(rows)}\n`);
}
