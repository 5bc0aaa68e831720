import ts from "typescript";

/** One import, re-export, `import()` or `import("…")` type of a module. */
export interface Import {
  readonly specifier: string;
  readonly line: number;
  readonly dynamic: boolean;
}

const textOf = (node: ts.Node | undefined) => (node !== undefined && ts.isStringLiteralLike(node) ? node.text : undefined);

function specifierOf(node: ts.Node): string | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return textOf(node.moduleSpecifier);
  if (ts.isImportTypeNode(node)) return ts.isLiteralTypeNode(node.argument) ? textOf(node.argument.literal) : undefined;
  if (!ts.isCallExpression(node)) return undefined;
  const required = ts.isIdentifier(node.expression) && node.expression.text === "require";
  return required || node.expression.kind === ts.SyntaxKind.ImportKeyword ? textOf(node.arguments[0]) : undefined;
}

/** Every module a file reaches for, in the order of the text. */
export function importsOf(tree: ts.SourceFile): Import[] {
  const found: Import[] = [];
  const visit = (node: ts.Node): void => {
    const specifier = specifierOf(node);
    if (specifier !== undefined) found.push({ specifier, line: lineOf(tree, node), dynamic: ts.isCallExpression(node) });
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

/** The line of a node, from 1. */
export function lineOf(tree: ts.SourceFile, node: ts.Node): number {
  return tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1;
}
