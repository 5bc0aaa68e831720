import type { CaseClaim, CaseQueue } from "@amends/core/contracts";
import { argumentChecks } from "../check-arguments.js";
import { adapter, type Run } from "./postgres-client.js";

const checks = argumentChecks(adapter);
const columns =
  "case_id, agent, since::double precision as since, until::double precision as until, fence::double precision as fence, about::text as about";
const inForceAt = (now: string) => `agent is not null and (until is null or until > ${now}::bigint)`;
const stands = "(held.agent is not null and (held.until is null or held.until > excluded.since))";
const isOthers = `(${stands} and held.agent <> excluded.agent)`;

/** Whoever finds the case held writes back what stands there: that is how the same statement tells who holds it. */
const claimStatement = `insert into amends_claims as held (case_id, agent, since, until, fence, about)
  values ($1, $2, $3, $4, 1, $5::jsonb)
  on conflict (case_id) do update set
    agent = case when ${isOthers} then held.agent else excluded.agent end,
    since = case when ${stands} then held.since else excluded.since end,
    until = case when ${isOthers} then held.until else excluded.until end,
    fence = held.fence + case when ${stands} then 0 else 1 end,
    about = case when ${isOthers} then held.about else excluded.about end
  returning ${columns}`;

const atWorkStatement = `select ${columns} from amends_claims
  where ${inForceAt("$1")} and ($3::text is null or agent <> $3::text)
    and about ?| array(select jsonb_array_elements_text($2::jsonb))
  order by since, case_id collate "C"`;

function claimOf(row: Readonly<Record<string, unknown>>): CaseClaim {
  const until = row["until"];
  return {
    caseId: String(row["case_id"]),
    agent: String(row["agent"]),
    since: Number(row["since"]),
    until: until === null ? null : Number(until),
    fence: Number(row["fence"]),
    about: JSON.parse(String(row["about"])) as readonly string[],
  };
}

/** A queue on the table of claims. */
export function postgresQueue(run: Run): CaseQueue {
  const atWorkOn = async (about: readonly string[], now: number, except?: string) =>
    about.length === 0 ? [] : (await run("atWorkOn", atWorkStatement, [now, JSON.stringify(about), except ?? null])).map(claimOf);
  return {
    specVersion: "1",
    name: adapter,
    claim: async (caseId, agent, options) => {
      checks.claim(caseId, agent, options);
      const { now, until = null, about = [] } = options;
      const [row = {}] = await run("claim", claimStatement, [caseId, agent, now, until, JSON.stringify(about)]);
      const claim = claimOf(row);
      // The claim stands before others are looked for, so of two at the same time at least one sees the other.
      return claim.agent === agent
        ? { claimed: true, claim, others: await atWorkOn(about, now, agent) }
        : { claimed: false, heldBy: claim };
    },
    release: async (caseId, agent) => {
      checks.text("caseId", caseId);
      checks.text("agent", agent);
      const statement = "update amends_claims set agent = null where case_id = $1 and agent = $2 returning case_id";
      return (await run("release", statement, [caseId, agent])).length === 1;
    },
    holder: async (caseId, { now }) => {
      checks.text("caseId", caseId);
      checks.instant("now", now);
      const [row] = await run("holder", `select ${columns} from amends_claims where case_id = $1 and ${inForceAt("$2")}`, [caseId, now]);
      return row === undefined ? undefined : claimOf(row);
    },
    heldBy: async (agent, { now }) => {
      checks.text("agent", agent);
      checks.instant("now", now);
      const statement = `select ${columns} from amends_claims where agent = $1 and ${inForceAt("$2")} order by since, case_id collate "C"`;
      return (await run("heldBy", statement, [agent, now])).map(claimOf);
    },
    atWorkOn: async (about, { now, except }) => {
      checks.text("about", ...about);
      checks.instant("now", now);
      return atWorkOn(about, now, except);
    },
    bindMessage: async (messageId, caseId) => {
      checks.text("messageId", messageId);
      checks.text("caseId", caseId);
      const bind = "insert into amends_messages (message_id, case_id) values ($1, $2) on conflict do nothing returning case_id";
      if ((await run("bindMessage", bind, [messageId, caseId])).length === 1) return { caseId, first: true };
      // Nothing removes a binding, so the one that was faster is there.
      const [row] = await run("bindMessage", "select case_id from amends_messages where message_id = $1", [messageId]);
      return { caseId: String(row?.["case_id"]), first: false };
    },
  };
}
