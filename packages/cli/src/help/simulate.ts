/** What `amends simulate --help` prints. */
export const simulateHelp = `amends simulate: run arrivals through a roster and policies

Usage: amends simulate FILE --roster FILE [options]

FILE holds tickets as NDJSON (one a line) or a JSON array; "-" is standard input. A ticket is
  {"at": "2026-03-02T09:15:00Z", "channel": "chat", "language": "de", "issueType": "logistics_tracking", "zone": "Europe/Berlin"}
where all but "at" may be left out, and "handleSeconds" says how long it took. A log of case events does as well. Or FILE is an object
of rates, of which each seed makes other tickets:
  {"kinds": [{"name": "chat", "language": "de", "zone": "Europe/Berlin", "handleSeconds": 300, "patienceSeconds": 600}],
   "from": "2026-03-02T00:00:00Z", "calls": {"chat": [12, 9, 8, …]}}

Every ticket goes to the best free agent who may take it, or waits until one is free or its customer gives up; who becomes free takes
what is due first. Deadlines come from SLA policies, who may take what from routing policies. Agents work by their calendars in their
own zones. Printed are the share in time, waits, and how busy agents are, by hour and by zone.

  --roster FILE      agents, a JSON array; "capacity" is how many tickets one works on at once
  --calendars FILE   calendars by name, a JSON object; without "default", who names none is always at work
  --policies PATH    a policy file, or a folder of *.policy.json; may be repeated. As in amends run
  --target SECONDS   every first answer is due so long after the arrival, whatever the policies say
  --handle SECONDS   the mean handle time where a ticket doesn't say it (default: 360)
  --patience SECONDS the mean patience where a ticket doesn't say it (default: nobody gives up)
  --forecast HOURS   simulate so many hours behind the history, as forecast from it; two full weeks at least
  --compare PATH     a roster or policies (a folder, or a *.policy.json) in place of the others: both meet the same tickets
  --repetitions N    how often both run (default: 20)
  --seed N           a whole number; the same seed gives the same output (default: 1)
  --zone ZONE        the zone of the hours (default: UTC)
  --warm-up HOURS    don't measure tickets of the first hours
  --slowdown SHARE   how much longer a ticket takes for each other one that is open, 0 to 1 (default: 1, attention is divided)
  --html FILE        write one page with charts, which needs nothing from elsewhere
  --json             the figures as one JSON object
  --help             this text

Examples:
  amends simulate tickets.ndjson --roster roster.json --calendars calendars.json
  amends simulate week.json --roster roster.json --compare roster-with-lisbon.json --html simulation.html
  amends simulate tickets.ndjson --roster roster.json --forecast 168 --policies policies/ --json | jq .result.totals.sla

Exit codes: 0 simulated, 2 bad usage or a file that can't be read.
`;
