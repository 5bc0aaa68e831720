import { slaStatus, nextAlarm, evaluateSla, forecastBreaches } from "@amends/sla";
import { erlangC, erlangA, agentsNeeded, expectedWait, routeTicket } from "@amends/routing";
import { compileCalendar, parseInstant, formatInstant } from "@amends/core/time";
const t=(n:string,f:()=>unknown)=>{const s=Date.now();try{console.log(n, JSON.stringify(f(),(_,v)=>typeof v==="number"&&!Number.isFinite(v)?String(v):v), Date.now()-s+"ms")}catch(e){console.log(n,"THROWS",(e as Error).name,(e as any).code,(e as Error).message.slice(0,300),Date.now()-s+"ms")}};
const cust={country:"DE",zone:"Europe/Berlin"};
// A paused masks overdue
t("A", ()=>{const c={now:"2026-03-03T15:00:00Z",ticket:{channel:"email",createdAt:"2026-03-03T09:00:00Z",status:"waiting_customer",statusChanges:[{at:"2026-03-03T14:30:00Z",status:"waiting_customer"}],messages:[{at:"2026-03-03T09:00:00Z",from:"customer",text:"x"}]},customer:cust} as any;const s=evaluateSla(c);return [s.firstResponse?.state,s.firstResponse?.dueAt,s.answerDueAt,nextAlarm(c)]});
// B future answer
t("B", ()=>{const c={ticket:{channel:"email",createdAt:"2026-03-03T09:00:00Z",messages:[{at:"2026-03-03T09:00:00Z",from:"customer",text:"x"},{at:"2026-03-03T12:30:00Z",from:"agent",text:"y"}]},customer:cust} as any;const s=slaStatus(c,Date.UTC(2026,2,3,10));return s.clocks});
t("B2", ()=>{const c={ticket:{channel:"email",createdAt:"2026-03-03T09:00:00Z",resolvedAt:"2026-03-03T12:40:00Z",messages:[{at:"2026-03-03T09:00:00Z",from:"customer",text:"x"}]},customer:cust} as any;const s=slaStatus(c,Date.UTC(2026,2,3,10));return s.clocks.map(x=>[x.clock,x.state,x.usedSeconds])});
// C planned pause
t("C", ()=>{const c={ticket:{channel:"email",createdAt:"2026-03-03T09:00:00Z",pauses:[{from:"2026-03-03T09:10:00Z",to:"2026-03-03T12:00:00Z",reason:"snoozed"}]},customer:cust} as any;return [nextAlarm(c,Date.UTC(2026,2,3,10)),nextAlarm(c,Date.UTC(2026,2,3,12,0,1)), evaluateSla({...c,now:"2026-03-03T10:00:00Z"}).firstResponse]});
// D shift-only calendar
t("D", ()=>{const c={now:"2026-03-03T12:00:00Z",ticket:{channel:"email",createdAt:"2026-03-03T09:00:00Z"},customer:cust,calendars:{default:{zone:"Europe/Berlin",hours:{},shifts:{"2026-03-03":[["09:00","20:00"]]}}}} as any;return evaluateSla(c)});
t("D2", ()=>{const c={now:"2026-03-03T12:00:00Z",ticket:{channel:"email",createdAt:"2026-03-03T09:00:00Z"},customer:cust,calendars:{default:{zone:"Europe/Berlin",hours:{},shifts:{"2026-03-03":[["09:00","20:00"]],"2026-03-20":[["09:00","20:00"]]}}}} as any;return evaluateSla(c).firstResponse?.dueAt});
t("F", ()=>{const cal=compileCalendar({zone:"UTC",hours:{},shifts:{"2026-03-01":[["09:00","10:00"]]}} as any);return forecastBreaches({now:Date.UTC(2026,2,3,9),cases:[{id:"a",dueAt:null}],agents:[{id:"x",calendar:cal},{id:"y"}],handleSeconds:60})});
// erlang
t("E1", ()=>erlangC({calls:0,periodSeconds:3600,handleSeconds:180,agents:0,targetSeconds:20}));
t("E1b", ()=>erlangA({calls:0,periodSeconds:3600,handleSeconds:180,agents:0,targetSeconds:20,patienceSeconds:60}));
t("E2", ()=>erlangC({calls:9.999999e6,periodSeconds:1,handleSeconds:1,agents:10_000_000,targetSeconds:20}));
t("E3", ()=>erlangC({calls:1e-300,periodSeconds:1e300,handleSeconds:1e-300,agents:1,targetSeconds:1e300}));
t("E4", ()=>agentsNeeded({calls:1e7,periodSeconds:1,handleSeconds:1,targetSeconds:0,serviceLevel:0.9999999999999999}));
t("E5", ()=>agentsNeeded({calls:100,periodSeconds:3600,handleSeconds:180,targetSeconds:20,serviceLevel:0.8,patienceSeconds:0}));
t("E6", ()=>agentsNeeded({calls:100,periodSeconds:3600,handleSeconds:180,targetSeconds:20,serviceLevel:0.8,patienceSeconds:60,maximumAbandonment:0}));
t("E7", ()=>erlangA({calls:1e7,periodSeconds:1,handleSeconds:1,agents:1,targetSeconds:20,patienceSeconds:1e6}));
t("E8", ()=>erlangA({calls:1e6,periodSeconds:1,handleSeconds:1,agents:999999,targetSeconds:20,patienceSeconds:1e6}));
t("E9", ()=>expectedWait({position:100000,agents:1,handleSeconds:1e5,patienceSeconds:1e-4,confidence:0.999999}));
t("E10", ()=>expectedWait({position:100000,agents:10_000_000,handleSeconds:1e-5,confidence:0.9999999999999999}));
