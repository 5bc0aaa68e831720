import { readdirSync, readFileSync } from "node:fs";
import ts from "typescript";
import { lineOf } from "./find-imports.js";
import { filesBelow, type SourceFile } from "./read-workspace.js";

/** A piece of TypeScript shown to readers. `line` is where the example starts in the file. */
export interface Example {
  readonly path: string;
  readonly line: number;
  readonly code: string;
}

const fence = /^```(?:ts|typescript)\b[^\n]*\n([\s\S]*?)^```/gm;

/** The text of a doc comment without its frame. */
function commentText(raw: string): string {
  return raw
    .replace(/^\/\*\*?/, "")
    .replace(/\*\/$/, "")
    .split("\n")
    .map((line) => line.replace(/^\s*\*( |$)/, ""))
    .join("\n");
}

/** The parts of a comment from an `@example` to the next tag. A line inside a fence is never a tag. */
function exampleParts(comment: string): string[] {
  const parts: string[][] = [];
  let open = false;
  let fenced = false;
  for (const line of comment.split("\n")) {
    if (line.startsWith("```")) fenced = !fenced;
    const tag = fenced ? undefined : /^@([a-zA-Z]+)(.*)$/.exec(line);
    if (tag) {
      open = tag[1] === "example";
      if (open) parts.push([]);
    } else if (open) parts.at(-1)?.push(line);
  }
  return parts.map((lines) => lines.join("\n"));
}

function codeOf(part: string): string {
  const fenced = [...part.matchAll(fence)].map(([, code]) => code ?? "");
  return fenced.length > 0 ? fenced.join("\n") : part;
}

/** Every `@example` in the doc comments of a file. */
export function docExamples({ path, tree, text }: Pick<SourceFile, "path" | "tree" | "text">): Example[] {
  const found = new Map<number, Example[]>();
  const visit = (node: ts.Node): void => {
    for (const comment of ts.getJSDocCommentsAndTags(node)) {
      if (!ts.isJSDoc(comment) || found.has(comment.pos)) continue;
      const parts = exampleParts(commentText(text.slice(comment.pos, comment.end)));
      found.set(
        comment.pos,
        parts.map((part) => ({ path, line: lineOf(tree, comment), code: codeOf(part) })),
      );
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return [...found.values()].flat();
}

/** The fenced blocks of a Markdown text that are marked ` ```ts run `. */
export function markdownExamples(path: string, text: string): Example[] {
  return [...text.matchAll(/^```(?:ts|typescript) run\b[^\n]*\n([\s\S]*?)^```/gm)].map((match) => ({
    path,
    line: text.slice(0, match.index).split("\n").length,
    code: match[1] ?? "",
  }));
}

/** The Markdown files whose examples run. */
export function guideExamples(): Example[] {
  const ofPackages = readdirSync("packages").map((folder) => `packages/${folder}/README.md`);
  const paths = [
    ...filesBelow("docs/guide"),
    ...filesBelow("docs/adapters"),
    "docs/classification.md",
    "README.md",
    "README.zh-CN.md",
    ...ofPackages,
  ].filter((path) => path.endsWith(".md"));
  return paths.flatMap((path) => {
    const text = readIfThere(path);
    return text === undefined ? [] : markdownExamples(path, text);
  });
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}
