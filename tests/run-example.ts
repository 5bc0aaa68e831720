import { transform } from "esbuild";
import ts from "typescript";
import { parse } from "./read-workspace.js";

/** What an example shows: a value, and the value its comment promises. `line` counts from 1 inside the example. */
export interface Shown {
  readonly line: number;
  readonly expression: string;
  readonly actual: unknown;
  readonly promised: unknown;
}

type Load = (specifier: string) => Promise<unknown>;
type LoadNames = (specifier: string, names: readonly string[]) => Promise<unknown>;
type Show = (index: number, actual: unknown) => Promise<void>;
type Run = (load?: LoadNames, show?: Show) => Promise<unknown>;

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

interface Promised {
  readonly line: number;
  readonly expression: string;
  readonly literal: string;
}

const AsyncFunction = Object.getPrototypeOf(async () => undefined).constructor as new (...code: string[]) => Run;
const arrow = /\/\/ ?=> ?/;

/** `import { a as b } from "x"` → `const { a: b } = await load("x")`: the example becomes the body of an async function. */
function withoutImport(statement: ts.ImportDeclaration): string {
  const specifier = statement.moduleSpecifier.getText();
  const clause = statement.importClause;
  if (clause?.phaseModifier === ts.SyntaxKind.TypeKeyword) return "";
  const bindings = clause?.namedBindings;
  if (bindings !== undefined && ts.isNamespaceImport(bindings)) return `const ${bindings.name.text} = await load(${specifier}, []);`;
  const named = (bindings?.elements ?? [])
    .filter(({ isTypeOnly }) => !isTypeOnly)
    .map(({ name, propertyName }) => ({ imported: (propertyName ?? name).text, local: name.text }));
  const all = clause?.name === undefined ? named : [{ imported: "default", local: clause.name.text }, ...named];
  const pattern = all.map(({ imported, local }) => `${imported}: ${local}`).join(", ");
  return `const { ${pattern} } = await load(${specifier}, ${JSON.stringify(all.map(({ imported }) => imported))});`;
}

/** The literal of the `// =>` comment behind a statement, which may go on in comment lines below it. */
function promiseBehind(code: string, end: number): { literal: string; end: number } | undefined {
  const first = /^[ \t]*(\/\/ ?=> ?.*)(?:\n|$)/.exec(code.slice(end));
  if (first === null) return undefined;
  const lines = [(first[1] ?? "").replace(arrow, "")];
  let stop = end + first[0].length;
  while (!isComplete(lines.join("\n"))) {
    const next = /^[ \t]*\/\/(?! ?=>)(.*)(?:\n|$)/.exec(code.slice(stop));
    if (next === null) break;
    lines.push(next[1] ?? "");
    stop += next[0].length;
  }
  return { literal: lines.join("\n").trim(), end: stop };
}

function isComplete(literal: string): boolean {
  return ts.transpileModule(`(${literal});`, { reportDiagnostics: true }).diagnostics?.length === 0;
}

/** The value a statement shows: an expression, or the one variable it declares. */
function shownBy(statement: ts.Statement): { value: string; before: string } | undefined {
  if (ts.isExpressionStatement(statement)) return { value: statement.expression.getText(), before: "" };
  const declared = ts.isVariableStatement(statement) ? statement.declarationList.declarations : [];
  const [only] = declared;
  return declared.length === 1 && only !== undefined && ts.isIdentifier(only.name)
    ? { value: only.name.text, before: `${statement.getText()}\n` }
    : undefined;
}

/** Compiles and runs an example, and returns each value that a `// => literal` comment promises. */
export async function runExample(code: string, load: Load): Promise<Shown[]> {
  const tree = parse("example.ts", code);
  const edits: Edit[] = [];
  const promises: Promised[] = [];
  for (const statement of tree.statements) {
    if (ts.isImportDeclaration(statement)) edits.push({ start: statement.getStart(), end: statement.end, text: withoutImport(statement) });
    const promise = promiseBehind(code, statement.end);
    const shown = promise === undefined ? undefined : shownBy(statement);
    if (promise === undefined || shown === undefined) continue;
    const text = `${shown.before}await show(${promises.length}, (${shown.value}));\n`;
    edits.push({ start: statement.getStart(), end: promise.end, text });
    const line = tree.getLineAndCharacterOfPosition(statement.getStart()).line + 1;
    promises.push({ line, expression: shown.value, literal: promise.literal });
  }
  const arrows = code.split("\n").filter((line) => arrow.test(line)).length;
  if (arrows !== promises.length)
    throw new Error(`${arrows - promises.length} of ${arrows} "// =>" comments don't follow a statement of their own`);

  const body = edits.toReversed().reduce((text, edit) => text.slice(0, edit.start) + edit.text + text.slice(edit.end), code);
  const { code: compiled } = await transform(`${body}\nexport {};`, { loader: "ts", format: "esm", target: "es2022" });
  const actual = new Map<number, unknown>();
  const loadNames: LoadNames = async (specifier, names) => {
    const module = await load(specifier);
    const missing = names.filter((name) => !(typeof module === "object" && module !== null && name in module));
    if (missing.length > 0) throw new Error(`"${specifier}" exports no ${missing.join(", ")}`);
    return module;
  };
  await new AsyncFunction("load", "show", compiled.replace(/export\s*\{\s*\};?/, ""))(loadNames, async (index, value) => {
    actual.set(index, await value);
  });
  return Promise.all(
    promises.map(async ({ line, expression, literal }, index) => ({
      line,
      expression,
      actual: actual.get(index),
      promised: await valueOf(literal),
    })),
  );
}

async function valueOf(literal: string): Promise<unknown> {
  try {
    return await new AsyncFunction(`return (${literal}\n);`)();
  } catch (cause) {
    throw new Error(`"// => ${literal}" is not a literal`, { cause });
  }
}
