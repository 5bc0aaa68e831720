/** Does something while the process's own time zone is another: libraries that know no zones compute in that one. */
export async function inProcessZone<Answer>(zone: string, work: () => Answer | Promise<Answer>): Promise<Answer> {
  const before = process.env["TZ"];
  process.env["TZ"] = zone;
  try {
    return await work();
  } finally {
    if (before === undefined) delete process.env["TZ"];
    else process.env["TZ"] = before;
  }
}
