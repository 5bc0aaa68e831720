import type ts from "typescript";
import { lineOf } from "./find-imports.js";
import type { SourceFile } from "./read-workspace.js";

/** A complaint with its place. */
export const at = ({ path }: SourceFile, line: number, what: string) => `${path}:${line} ${what}`;

/** What is wrong with the imports of files, each with its place. */
export const eachImport = (
  of: readonly SourceFile[],
  judge: (file: SourceFile, specifier: string, dynamic: boolean) => string | false | undefined,
) =>
  of.flatMap((file) =>
    file.imports.flatMap(({ specifier, line, dynamic }) => {
      const complaint = judge(file, specifier, dynamic);
      return typeof complaint === "string" ? [at(file, line, complaint)] : [];
    }),
  );

/** What is wrong with the statements of files, each with its place. */
export const eachStatement = (
  of: readonly SourceFile[],
  judge: (statement: ts.Statement, file: SourceFile) => string | false | undefined,
) =>
  of.flatMap((file) =>
    file.tree.statements.flatMap((statement) => {
      const complaint = judge(statement, file);
      return typeof complaint === "string" ? [at(file, lineOf(file.tree, statement), complaint)] : [];
    }),
  );
