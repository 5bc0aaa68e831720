import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { bundleProgram } from "./bundle-program.js";
import { runCommand } from "./run-command.js";
import { RuntimeMissingError, type Runtime } from "./runtime.js";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
const policy = "default-src 'none'; script-src 'self'; connect-src 'self'";
const page = '<!doctype html><meta charset="utf-8"><title>program</title><script type="module" src="/program.js"></script>';

interface PageAnswers {
  readonly lines: readonly string[];
  readonly evaluations: readonly string[];
  readonly failure?: string;
}

/** Chromium without a window: a page whose Content-Security-Policy allows scripts of its own origin and no evaluation of strings. */
export const browserRuntime: Runtime = {
  id: "browser",
  title: "Chromium",
  async run(project) {
    const chromium = findChromium();
    const version = (await runCommand(chromium, ["--version"], project)).stdout.trim().replace(/^\D+/, "").split(" ")[0] ?? "unknown";
    const program = await readFile(await bundleProgram(project, "in-page"));
    const { lines, evaluations, failure } = await openPage(chromium, program);
    if (failure !== undefined) throw new Error(failure);
    return { version, lines, evaluations };
  },
};

function findChromium(): string {
  const named = process.env["CHROME_PATH"];
  if (named !== undefined && !existsSync(named)) throw new RuntimeMissingError(`CHROME_PATH names ${named}, which isn't there`);
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  const found = named ?? names.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path));
  if (found === undefined) throw new RuntimeMissingError("no Chromium was found on PATH; CHROME_PATH can name one");
  return found;
}

async function openPage(chromium: string, program: Uint8Array): Promise<PageAnswers> {
  const profile = await mkdtemp(join(tmpdir(), "amends-browser-"));
  const { server, answers } = serve(program);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as { port: number };
  const flags = ["--headless=new", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", `--user-data-dir=${profile}`];
  // Chromium's sandbox doesn't start as root; the page is this project's own.
  const child = spawn(chromium, [...flags, ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []), `http://127.0.0.1:${port}/`], {
    stdio: "ignore",
  });
  const ended = new Promise<void>((resolve) => child.on("close", () => resolve()));
  const failed = new Promise<never>((_, reject) => {
    child.on("error", reject);
    child.on("close", () => reject(new Error("Chromium ended before the page answered")));
    setTimeout(() => reject(new Error("the page gave no answer within five minutes")), 300_000).unref();
  });
  try {
    return await Promise.race([answers, failed]);
  } finally {
    child.kill();
    await ended;
    server.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

function serve(program: Uint8Array): { readonly server: Server; readonly answers: Promise<PageAnswers> } {
  let answer: (answers: PageAnswers) => void;
  const answers = new Promise<PageAnswers>((resolve) => {
    answer = resolve;
  });
  const server = createServer((request, response) => {
    if (request.url === "/answers") {
      const chunks: Buffer[] = [];
      request.on("data", (chunk: Buffer) => chunks.push(chunk));
      request.on("end", () => {
        response.end();
        answer(JSON.parse(Buffer.concat(chunks).toString("utf8")) as PageAnswers);
      });
      return;
    }
    const isPage = request.url === "/";
    if (!isPage && request.url !== "/program.js") {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, {
      "Content-Type": isPage ? "text/html; charset=utf-8" : "text/javascript; charset=utf-8",
      ...(isPage ? { "Content-Security-Policy": policy } : {}),
    });
    response.end(isPage ? page : program);
  });
  return { server, answers };
}
