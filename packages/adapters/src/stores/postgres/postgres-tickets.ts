import type { TicketStore } from "@amends/core/contracts";
import type { CaseFile } from "@amends/core/model";
import { argumentChecks } from "../check-arguments.js";
import { adapter, type Run } from "./postgres-client.js";

const checks = argumentChecks(adapter);

/** Cases by id, as JSON. */
export function postgresTickets(run: Run): TicketStore {
  return {
    specVersion: "1",
    name: adapter,
    load: async (id) => {
      checks.text("id", id);
      const [row] = await run("load", "select document::text as document from amends_cases where id = $1", [id]);
      return row === undefined ? undefined : (JSON.parse(String(row["document"])) as CaseFile);
    },
    save: async (caseFile) => {
      checks.text("id", caseFile.id);
      const document = JSON.stringify(checks.json("case", caseFile));
      await run(
        "save",
        "insert into amends_cases (id, document) values ($1, $2) on conflict (id) do update set document = excluded.document",
        [caseFile.id, document],
      );
    },
    claim: async (id, agent) => {
      checks.text("id", id);
      checks.text("agent", agent);
      // Without a clock nobody can tell whether a claim has ended: only a released one is free.
      const taken = await run(
        "claim",
        `insert into amends_claims as held (case_id, agent, since, until, fence, about) values ($1, $2, 0, null, 1, '[]')
        on conflict (case_id) do update
        set agent = excluded.agent, since = excluded.since, until = null, fence = held.fence + 1, about = excluded.about
        where held.agent is null
        returning case_id`,
        [id, agent],
      );
      return taken.length === 1;
    },
  };
}
