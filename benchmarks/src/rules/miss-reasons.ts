import type { Target } from "./targets.js";

/** Why figures fall short of what is aimed at, in the order in which they are told. */
const texts = {
  readingFacts:
    "**compileRules, few rules**: half of the time goes into reading the facts that rules name, once each: some 12 ns a fact through a name in a variable, where code generated for known names takes about one; another quarter into looking up what words the rules know. For the first match a code generator besides reads no more than the rules before the match ask for. The built module has neither cost. Going through a ticket's own keys (`for … in`) would read up to two fifths faster, but five times slower where a key was deleted from the object.",
  interpreter:
    "**compileRules, beside the generated switch**: the index is a program that an interpreter runs, for a library may not generate code; at 1,000 rules reading the facts takes as long as all that the switch does, and the processor foresees the outcome of a test less well where all tests share one place in the code. The built module is the way out. At 10,000 rules the interpreter is ahead, for its program stays in the processor's caches.",
  interpreterFirst:
    "**compileRules, first match, beside the generated switch**: what holds for finding all weighs more where there is less to do. Both pass over rules behind one that was found; the switch asks for a fact only where it comes to it, and with 1,000 keyed or nested rules is mostly done before the index has read all of them.",
  firstByPrecedence:
    "**First match, beside json-logic-engine**: it asks rules in the order of precedence and stops at the first that fires, in generated code that reads only what it comes across. About one nested rule in 25 fires on a ticket, so it is mostly done after some two dozen of them, however many follow. An index is built for the opposite: it reads all facts that rules name, then goes by facts and not by precedence, so that nothing can be passed over before something was found, and afterwards every branch that holds an earlier rule is still gone into. Where few rules fire, as with keyed ones, it is ahead; looking at the first rules by themselves before the index is not done.",
  policyDecision:
    "**compilePolicy, beside compileRules**: it asks the same index, and then puts the decision together: which of all facts that rules read are absent, one look each, some 0.3 µs for 24 facts; and each rule that fired with its policy, version, name and priority, some 0.2 µs a rule. With some 70 rules firing of 10,000 that is more than finding them.",
  policyFindsAll:
    "**compilePolicy, first match**: a decision lists the rules that lost (`lost`) beside the one that won, so every rule that fires is found and quoted, as for find all, and the facts that are absent are listed: with 10,000 nested rules some 400 fire, and one wins. `compileRules` and the built module answer the first alone.",
  builtReading:
    "**The built module, some 100 rules**: it reads every fact before it decides, 24 here, to fail as json-rules-engine does on a fact that is a promise, and hands them on to its functions; the switch reads only what it comes across.",
  builtFirst:
    "**The built module, first match, from 1,000 rules on**: it reads all facts first, and inside a group of rules it goes on to the end after one has fired, for it passes over groups and functions only, while the switch leaves a list at the first rule that fires. It too goes by facts and not by precedence.",
  builtSize:
    "**The built module at 10,000 rules**: its code outgrows the processor's caches, where the interpreter's program still fits; and what it found it sorts into the order of precedence, which for the 70 or so rules that fire takes some microseconds, where the index keeps a bit for each rule and reads them in order.",
  indexCost:
    "**compileRules, build**: every condition is checked, taken apart and sorted into a tree by the facts that tell most rules apart, before the tree becomes a program.",
  policyCost:
    "**compilePolicy, build and heap**: before the index is built, the policy is checked against its schema and copied, its rules are made plain (parameters, words, dates) and weighed by how specific they are; beside the index it keeps the policy as it was checked, the plain rules that explanations go through, and what decisions quote of each rule.",
  builtCost:
    "**The built module, build and heap**: getting ready counts checking the policy, writing the module, bundling and loading it, which an application does once, when it is built. In memory are the code and its source text, and for each rule what decisions quote and a function of its own, which is asked where a fact is no plain data.",
  explaining:
    "**Explaining**: nearly all of the time goes into saying of every rule that missed how near it came, which grows with the rules; searching what would have made the nearest fire comes on top and grows less.",
} as const;

export type MissReason = keyof typeof texts;

/** What stands in the way of the targets that are missed, each told once; nothing where all are met. */
export function missNotes(targets: readonly Target[]): string | undefined {
  const reasons = new Set(targets.flatMap(({ figures }) => figures.flatMap(({ met, reasons: own }) => (met ? [] : own))));
  const told = Object.entries(texts).flatMap(([reason, text]) => (reasons.has(reason as MissReason) ? [`- ${text}`] : []));
  return told.length === 0 ? undefined : ["What stands in the way where a target is missed:", "", ...told].join("\n");
}
