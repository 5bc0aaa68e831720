import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { formatSource } from "@amends/rule-tools";
import { expect, it } from "vitest";

it("the canonical form of policies and tests is one that biome, with this repository's settings, leaves as it is", () => {
  const folder = mkdtempSync(join(tmpdir(), "amends-format-"));
  try {
    const { formatter } = JSON.parse(readFileSync("biome.json", "utf8")) as { formatter: object };
    writeFileSync(join(folder, "biome.json"), `${JSON.stringify({ root: true, formatter }, null, 2)}\n`);
    const wide = { value: [{ 東京: "遅延".repeat(33) }, [1, 2], Array.from({ length: 90 }, (_, index) => index * 1234.5), [], {}, [[{}]]] };
    writeFileSync(join(folder, "wide.json"), textOf("wide.json", JSON.stringify(wide)));
    for (const name of ["core", "sla", "compensation", "routing", "replies"]) {
      for (const file of readdirSync(`packages/${name}/policies`)) {
        const path = join(folder, `${name}-${file}`);
        writeFileSync(path, textOf(path, readFileSync(`packages/${name}/policies/${file}`, "utf8")));
      }
    }
    const biome = join(process.cwd(), "node_modules/@biomejs/biome/bin/biome");
    const { status, stdout, stderr } = spawnSync(process.execPath, [biome, "format", "--colors=off", "."], {
      cwd: folder,
      encoding: "utf8",
    });
    expect(`${stdout}${stderr}`).toMatch(/Checked \d{2,} files/);
    expect(status).toBe(0);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

it("the standard policies and their tests stand in the form that amends fmt writes", () => {
  const paths = ["core", "sla", "compensation", "routing", "replies"].flatMap((name) =>
    readdirSync(`packages/${name}/policies`).map((file) => `packages/${name}/policies/${file}`),
  );
  const others = ["amends.config.json", ...paths].filter((path) => textOf(path, readFileSync(path, "utf8")) !== readFileSync(path, "utf8"));
  expect(others).toEqual([]);
});

function textOf(path: string, text: string): string {
  const formatted = formatSource({ path, text });
  return "text" in formatted ? formatted.text : "";
}
