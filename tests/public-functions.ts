import { posix } from "node:path";
import ts from "typescript";
import type { SourceFile, WorkspacePackage } from "./read-workspace.js";

/** A function that a subpath exports. `name` is "packages/core/src/money/allocate.ts allocate". */
interface PublicFunction {
  readonly name: string;
  readonly hasExample: boolean;
}

/** The statement that declares a function of this name, as a declaration or as a constant that holds one. */
function functionNamed(file: SourceFile, name: string): ts.Statement | undefined {
  return file.tree.statements.find((statement) => {
    if (ts.isFunctionDeclaration(statement)) return statement.name?.text === name;
    if (!ts.isVariableStatement(statement)) return false;
    return statement.declarationList.declarations.some(
      (declaration) =>
        declaration.name.getText() === name && declaration.initializer !== undefined && ts.isFunctionLike(declaration.initializer),
    );
  });
}

function reExports(file: SourceFile): { exported: string; local: string; from: string }[] {
  return file.tree.statements.flatMap((statement) => {
    if (!ts.isExportDeclaration(statement) || statement.isTypeOnly || statement.exportClause === undefined) return [];
    const { exportClause, moduleSpecifier } = statement;
    if (!ts.isNamedExports(exportClause) || moduleSpecifier === undefined || !ts.isStringLiteral(moduleSpecifier)) return [];
    return exportClause.elements
      .filter(({ isTypeOnly }) => !isTypeOnly)
      .map(({ name, propertyName }) => ({ exported: name.text, local: (propertyName ?? name).text, from: moduleSpecifier.text }));
  });
}

/** Every function the subpaths of `exports` re-export from a file of their package, once for each subpath. */
export function publicFunctions(packages: readonly WorkspacePackage[]): PublicFunction[] {
  return packages.flatMap(({ folder, manifest, sources }) => {
    const files = new Map(sources.map((file) => [file.path, file]));
    const find = (index: SourceFile, local: string, from: string): ts.Statement | undefined => {
      const file = files.get(posix.join(posix.dirname(index.path), from).replace(/\.js$/, ".ts"));
      if (file === undefined) return undefined;
      const statement = functionNamed(file, local);
      if (statement !== undefined) return statement;
      const next = reExports(file).find(({ exported }) => exported === local);
      return next === undefined ? undefined : find(file, next.local, next.from);
    };
    return Object.values(manifest.exports).flatMap((target) => {
      const source = typeof target === "string" ? undefined : target["@amends/source"];
      const index = source === undefined ? undefined : files.get(posix.join("packages", folder, source));
      if (index === undefined) return [];
      return reExports(index).flatMap(({ local, from }) => {
        const found = find(index, local, from);
        if (found === undefined) return [];
        return [
          {
            name: `${found.getSourceFile().fileName} ${local}`,
            hasExample: ts.getJSDocTags(found).some(({ tagName }) => tagName.text === "example"),
          },
        ];
      });
    });
  });
}
