import { createRequire } from "node:module"; const require = createRequire("/tmp/peers/x.js"); const { RRule } = require("rrule");
import fc from "fast-check"; import ICAL from "ical.js";
import { readDateRule } from "./src/holidays/icalendar/read-date-rule.js";
import { recurringDates } from "./src/holidays/icalendar/recurring-dates.js";
const pick = <T,>(...x: T[]) => fc.constantFrom(...x); const opt = (a: fc.Arbitrary<string>) => fc.option(a, { nil: "" });
const list = (a: fc.Arbitrary<unknown>, max=3) => fc.uniqueArray(a, { minLength: 1, maxLength: max }).map((x) => x.join(","));
const rule = pick("YEARLY","MONTHLY","WEEKLY","DAILY").chain((f) => fc.tuple(
  fc.constant(`FREQ=${f}`), opt(fc.integer({min:1,max:4}).map(n=>`INTERVAL=${n}`)), opt(fc.oneof(fc.integer({min:1,max:40}).map(n=>`COUNT=${n}`), pick("UNTIL=20260601","UNTIL=20280229"))), opt(pick("WKST=SU","WKST=MO","WKST=TH")),
  opt(list(fc.integer({min:1,max:12})).map(x=>`BYMONTH=${x}`)),
  f==="WEEKLY"||f==="DAILY"? fc.constant(""): opt(list(fc.oneof(fc.integer({min:1,max:31}),fc.integer({min:-31,max:-1}))).map(x=>`BYMONTHDAY=${x}`)),
  f==="YEARLY"? opt(list(fc.oneof(fc.integer({min:1,max:366}),fc.integer({min:-366,max:-1}))).map(x=>`BYYEARDAY=${x}`)): fc.constant(""),
  opt(list(fc.tuple((f==="YEARLY"||f==="MONTHLY")?opt(pick("1","2","4","5","-1","-2")):fc.constant(""), pick("MO","TU","WE","TH","FR","SA","SU")).map(x=>x.join(""))).map(x=>`BYDAY=${x}`)),
  opt(list(pick(1,2,-1,-2,3),2).map(x=>`BYSETPOS=${x}`)),
).map(p=>p.filter(Boolean).join(";")));
const start = fc.integer({min:18000,max:20500}).map(d=>new Date(d*864e5).toISOString().slice(0,10));
let n=0, bad=0;
for (const [r, d] of fc.sample(fc.tuple(rule,start), { numRuns: Number(process.argv[2] ?? 600), seed: 5 })) {
  if (r.includes("BYSETPOS") && !/BY(DAY|MONTH|MONTHDAY|YEARDAY)=/.test(r)) continue;
  const parsed = readDateRule(ICAL.Recur.fromString(r).toJSON()); if (typeof parsed==="string") { console.log(r, parsed); continue; }
  const own = recurringDates(parsed, d, {from:"2025-01-01",to:"2028-12-31"}, {days:1e9})!;
  const p = RRule.parseString(r); if (!p.until) p.until=new Date("2029-01-01T00:00:00Z"); if (p.count) delete p.until;
  const lib = new RRule({...p, dtstart:new Date(d+"T00:00:00Z")});
  const t=performance.now(); const all = lib.between(new Date("2025-01-01T00:00:00Z"), new Date("2028-12-31T00:00:00Z"), true).map((x:Date)=>x.toISOString().slice(0,10)); if (performance.now()-t>2000) console.log("slow", r);
  n++; if (JSON.stringify(all)!==JSON.stringify(own)) { bad++; if (bad<15) console.log(d, r, "\n own", own.slice(0,6).join(" "), own.length, "\n lib", all.slice(0,6).join(" "), all.length); }
}
console.log(n, bad);
