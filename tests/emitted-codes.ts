import ts from "typescript";
import type { SourceFile } from "./read-workspace.js";

/** A code that a source file gives a finding or an error, and the file. */
export interface EmittedCode {
  readonly code: string;
  readonly path: string;
}

/** What else is called `code` in findings' own files: issues of zod that a policy's schema adds. */
const ofOthers = new Set(["custom"]);

/** The codes that sources put into findings and errors: every text that a `code` with a `message` beside it, or a constructor, can be. */
export function emittedCodes(sources: readonly Pick<SourceFile, "path" | "tree">[]): EmittedCode[] {
  return sources.flatMap(({ path, tree }) => {
    const constants = textConstants(tree);
    const found: EmittedCode[] = [];
    const visit = (node: ts.Node): void => {
      if (ts.isObjectLiteralExpression(node)) {
        const code = member(node, "code");
        if (code !== undefined && (member(node, "message") !== undefined || spreads(node) || member(node, "summary") !== undefined))
          for (const text of textsOf(code, constants))
            if (/^[a-z][a-z_-]+$/.test(text) && !ofOthers.has(text)) found.push({ code: text, path });
      }
      ts.forEachChild(node, visit);
    };
    visit(tree);
    return found;
  });
}

function spreads(node: ts.ObjectLiteralExpression): boolean {
  return node.properties.some((property) => ts.isSpreadAssignment(property));
}

function member(node: ts.ObjectLiteralExpression, name: string): ts.Expression | undefined {
  for (const property of node.properties) {
    if (ts.isPropertyAssignment(property) && property.name.getText() === name) return property.initializer;
    if (ts.isShorthandPropertyAssignment(property) && property.name.text === name) return property.name;
  }
  return undefined;
}

function textConstants(tree: ts.Node): ReadonlyMap<string, string> {
  const constants = new Map<string, string>();
  const visit = (node: ts.Node): void => {
    if (
      ts.isVariableDeclaration(node) &&
      ts.isIdentifier(node.name) &&
      node.initializer !== undefined &&
      ts.isStringLiteral(node.initializer)
    )
      constants.set(node.name.text, node.initializer.text);
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return constants;
}

/** The texts that an expression can be, as far as it says them itself. */
function textsOf(expression: ts.Expression, constants: ReadonlyMap<string, string>): string[] {
  if (ts.isStringLiteralLike(expression)) return [expression.text];
  if (ts.isConditionalExpression(expression))
    return [...textsOf(expression.whenTrue, constants), ...textsOf(expression.whenFalse, constants)];
  if (ts.isIdentifier(expression)) return [constants.get(expression.text)].filter((text) => text !== undefined);
  return [];
}
