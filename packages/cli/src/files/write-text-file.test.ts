import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { writeTextFile } from "./write-text-file.js";

const folder = mkdtempSync(join(tmpdir(), "amends-write-"));

describe("writeTextFile", () => {
  it("makes the folders that a file stands in", async () => {
    const path = join(folder, "a", "b", "c.txt");
    await writeTextFile(path, "text");
    await writeTextFile(path, "other");
    expect(readFileSync(path, "utf8")).toBe("other");
  });

  it("says why a file can't be written", async () => {
    writeFileSync(join(folder, "file"), "");
    mkdirSync(join(folder, "folder"));
    await expect(writeTextFile(join(folder, "folder"), "")).rejects.toThrow("folder can't be written: it is a folder (EISDIR).");
    await expect(writeTextFile(join(folder, "file", "x"), "")).rejects.toThrow("x can't be written: part of its path is no folder");
    await expect(writeTextFile(join(folder, "file", "x", "y"), "")).rejects.toThrow("y can't be written: part of its path is no folder");
  });

  // Where a folder can't be made at all, Linux answers as if the folder above were missing.
  it.runIf(process.platform === "linux")("comes to an end where no folder can be made", async () => {
    await expect(writeTextFile("/proc/amends/none/x.txt", "")).rejects.toThrow("x.txt can't be written: ");
  });
});
