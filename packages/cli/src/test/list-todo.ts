import type { TestFileRun } from "@amends/rule-tools";

/** The tests still to do and those to review, a line each. */
export function listTodo(runs: readonly TestFileRun[]): string {
  const open = runs.flatMap(({ results }) => results).filter(({ todo, review }) => todo !== undefined || review !== undefined);
  const lines = open.map(({ file, line, column, policy, name, todo, holds, review }) => {
    const what =
      todo === undefined ? `to review: ${review ?? ""}` : `to do: ${todo}${holds === true ? ' (it holds by now: remove "todo")' : ""}`;
    return `${file}:${line}:${column} ${policy}: ${name}: ${what}`.replace(/[\r\n]+/g, " ");
  });
  const counts = `${open.filter(({ todo }) => todo !== undefined).length} to do, ${open.filter(({ todo }) => todo === undefined).length} to review`;
  return [...lines, counts, ""].join("\n");
}
