import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { partsOf, readCommandLine, usage } from "./command-line.js";
import { benchmarksPage, type Section } from "./report/benchmarks-page.js";
import { describeMachine } from "./report/machine.js";
import { measureMemoryHere } from "./rules/measure-memory.js";
import { subjects } from "./subjects.js";
import { answerDeadlines } from "./time/ends-in-time.js";

const pageFile = "docs/benchmarks.md";
const secondsSince = (started: number) => ((performance.now() - started) / 1000).toFixed(0);

async function benchmark(args: readonly string[]): Promise<void> {
  const command = readCommandLine(args);
  if (command.help) return void process.stdout.write(usage);
  const unknown = command.only.filter((name) => !subjects.some((subject) => name === subject.name || name.startsWith(`${subject.name}/`)));
  if (unknown.length > 0)
    throw new Error(`there is no subject ${unknown.join(", ")}; there are ${subjects.map(({ name }) => name).join(", ")}`);
  const started = performance.now();
  const report = (line: string) => void process.stderr.write(`${secondsSince(started).padStart(4)} s  ${line}\n`);
  const written: Section[] = [];
  for (const subject of subjects) if (partsOf(command, subject.name) !== undefined) subject.prepare?.();
  for (const subject of subjects) {
    const parts = partsOf(command, subject.name);
    if (parts === undefined) continue;
    const text = await subject.run({ quick: command.quick, parts, engines: command.engines, report });
    process.stdout.write(`\n${subject.title}\n\n${text}\n`);
    const whole = !command.quick && parts.length === 0 && command.engines.length === 0;
    if (whole) written.push({ title: subject.title, text: `Measured on ${describeMachine()}.\n\n${text}` });
  }
  if (written.length > 0) {
    const before = existsSync(pageFile) ? readFileSync(pageFile, "utf8") : "";
    writeFileSync(
      pageFile,
      benchmarksPage(
        before,
        written,
        subjects.map(({ title }) => title),
      ),
    );
  }
  report(written.length > 0 ? `done; ${pageFile} is written` : "done; nothing is written");
}

const [first, ...rest] = process.argv.slice(2);
if (first === "memory-of") await measureMemoryHere(rest);
else if (first === "deadlines-of") answerDeadlines(rest);
else {
  try {
    await benchmark(process.argv.slice(2));
  } catch (error) {
    process.stderr.write(`bench: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}
