// Runs every example (with --once, for one that would go on serving), shows what it prints, writes that to its output.txt, and puts it into README.md where the README shows it: between
// <!-- output of examples/NAME --> and <!-- end of output -->.
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const readme = "README.md";
const shown = /(<!-- output of examples\/([\w-]+) -->\n)[\s\S]*?(<!-- end of output -->)/g;

function write(path, text) {
  const isCurrent = existsSync(path) && readFileSync(path, "utf8") === text;
  if (!isCurrent) writeFileSync(path, text);
  process.stdout.write(`${path}: ${isCurrent ? "up to date" : "written"}\n`);
}

const outputs = new Map();
for (const { name } of readdirSync("examples", { withFileTypes: true }).filter((entry) => entry.isDirectory())) {
  const cwd = join("examples", name);
  process.stdout.write(`examples/${name}\n`);
  const printed = execFileSync(process.execPath, ["--conditions=@amends/source", "--import", "tsx", "index.ts", "--once"], {
    cwd,
    encoding: "utf8",
  });
  process.stdout.write(`${printed.trimEnd().replace(/^(?=.)/gm, "  ")}\n`);
  outputs.set(name, printed);
  write(`examples/${name}/output.txt`, printed);
  process.stdout.write("\n");
}

const text = readFileSync(readme, "utf8");
if (text.search(shown) < 0) throw new Error(`${readme} has no place for the output of an example`);
write(
  readme,
  text.replace(shown, (_, begin, name, end) => {
    const printed = outputs.get(name);
    if (printed === undefined) throw new Error(`${readme} shows the output of examples/${name}, which isn't there`);
    return `${begin}\`\`\`text\n${printed.trimEnd()}\n\`\`\`\n${end}`;
  }),
);
