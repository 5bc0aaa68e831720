// Runs every example (with --once, for one that would go on serving), writes what it prints to its output.txt, and puts that into README.md where the README shows it: between
// <!-- output of examples/NAME --> and <!-- end of output -->.
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const readme = "README.md";
const shown = /(<!-- output of examples\/([\w-]+) -->\n)[\s\S]*?(<!-- end of output -->)/g;

function write(path, text) {
  if (existsSync(path) && readFileSync(path, "utf8") === text) return;
  writeFileSync(path, text);
  process.stdout.write(`${path}: written\n`);
}

const outputs = new Map();
for (const { name } of readdirSync("examples", { withFileTypes: true }).filter((entry) => entry.isDirectory())) {
  const cwd = join("examples", name);
  const printed = execFileSync(process.execPath, ["--conditions=@amends/source", "--import", "tsx", "index.ts", "--once"], {
    cwd,
    encoding: "utf8",
  });
  outputs.set(name, printed);
  write(join(cwd, "output.txt"), printed);
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
