import ts from "typescript";
import { lineOf } from "./find-imports.js";

/** A use of the outside world, as `Date.now`, `new Date()`, `fetch`; with its line. */
export interface Impurity {
  readonly what: string;
  readonly line: number;
}

const evaluators = new Set(["eval", "Function"]);
const members = new Set(["Date.now", "Math.random"]);
const outside = new Set(
  (
    "performance process fetch XMLHttpRequest WebSocket crypto require Buffer navigator window localStorage Deno Bun " +
    "setTimeout setInterval setImmediate requestAnimationFrame"
  ).split(" "),
);

/** Names a file declares itself, which therefore aren't the globals of that name. */
function declaredNames(tree: ts.SourceFile): Set<string> {
  const names = new Set<string>();
  const visit = (node: ts.Node): void => {
    const name = ts.isImportSpecifier(node) || ts.isBindingElement(node) || isDeclaration(node) ? node.name : undefined;
    if (name !== undefined && ts.isIdentifier(name)) names.add(name.text);
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return names;
}

function isDeclaration(node: ts.Node): node is ts.VariableDeclaration | ts.ParameterDeclaration | ts.FunctionDeclaration {
  return ts.isVariableDeclaration(node) || ts.isParameter(node) || ts.isFunctionDeclaration(node);
}

/** Whether an identifier stands for a value, not for a property's name or a type. */
function isReference(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (ts.isTypeReferenceNode(parent) || ts.isTypeQueryNode(parent) || ts.isQualifiedName(parent)) return false;
  if (ts.isShorthandPropertyAssignment(parent)) return true;
  return !("name" in parent && parent.name === node) && !("propertyName" in parent && parent.propertyName === node);
}

function findNames(tree: ts.SourceFile, name: (node: ts.Node) => string | undefined): Impurity[] {
  const found: Impurity[] = [];
  const visit = (node: ts.Node): void => {
    const what = name(node);
    if (what !== undefined) found.push({ what, line: lineOf(tree, node) });
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

function memberName(node: ts.Node): string | undefined {
  if (ts.isPropertyAccessExpression(node)) return `${node.expression.getText()}.${node.name.text}`;
  if (!ts.isElementAccessExpression(node) || !ts.isStringLiteralLike(node.argumentExpression)) return undefined;
  return `${node.expression.getText()}.${node.argumentExpression.text}`;
}

/** Clocks, randomness, timers, network and host objects that a file uses. Comments, types and own names don't count. */
export function impuritiesOf(tree: ts.SourceFile): Impurity[] {
  const own = declaredNames(tree);
  return findNames(tree, (node) => {
    const isDate =
      (ts.isNewExpression(node) || ts.isCallExpression(node)) && ts.isIdentifier(node.expression) && node.expression.text === "Date";
    if (isDate && ts.isCallExpression(node)) return "Date()";
    if (isDate && (node.arguments?.length ?? 0) === 0) return "new Date()";
    const member = memberName(node)?.replace(/^globalThis\./, "");
    if (member !== undefined && (members.has(member) || (/^globalThis\b/.test(node.getText()) && outside.has(member)))) return member;
    if (ts.isObjectBindingPattern(node) && takesFrom(node, "Date", "now")) return "Date.now";
    if (ts.isObjectBindingPattern(node) && takesFrom(node, "Math", "random")) return "Math.random";
    return ts.isIdentifier(node) && outside.has(node.text) && !own.has(node.text) && isReference(node) ? node.text : undefined;
  });
}

/** `const { now } = Date`. */
function takesFrom(pattern: ts.ObjectBindingPattern, object: string, member: string): boolean {
  const { parent } = pattern;
  const from = ts.isVariableDeclaration(parent) ? parent.initializer?.getText() : undefined;
  return from === object && pattern.elements.some(({ name, propertyName }) => (propertyName ?? name).getText() === member);
}

/** `eval`, `Function` as a value and `x.constructor("…")`: text run as code. */
export function evaluationsOf(tree: ts.SourceFile): Impurity[] {
  return findNames(tree, (node) => {
    if (!ts.isIdentifier(node) || !evaluators.has(node.text) || !isReference(node)) return undefined;
    const { parent } = node;
    const called = (ts.isCallExpression(parent) || ts.isNewExpression(parent)) && parent.expression === node;
    return called || node.text === "eval" ? `${ts.isNewExpression(parent) ? "new " : ""}${node.text}` : undefined;
  });
}
