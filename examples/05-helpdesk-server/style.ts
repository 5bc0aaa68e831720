export const style = `
:root { color-scheme: light dark; --ink: #1c2430; --quiet: #586374; --line: #d8dee8; --paper: #fff; --ground: #f4f6f9; --accent: #1f5fbf; --bad: #a3211b; --warm: #8a5200; --good: #1d6b3a; }
@media (prefers-color-scheme: dark) { :root { --ink: #e7ecf3; --quiet: #a3afc0; --line: #323c4a; --paper: #1a212b; --ground: #11161d; --accent: #8ab4f8; --bad: #ff9d94; --warm: #f3c069; --good: #86d9a3; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }
header { display: flex; justify-content: space-between; padding: .8rem 1.5rem; background: var(--paper); border-bottom: 1px solid var(--line); }
header a { color: inherit; font-weight: 700; text-decoration: none; }
header span, .quiet { color: var(--quiet); }
main { max-width: 76rem; margin: 0 auto; padding: 1.5rem; }
a { color: var(--accent); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.skip { position: absolute; left: -99rem; }
.skip:focus { left: 1rem; top: 1rem; background: var(--paper); padding: .5rem; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: .5rem 0 .3rem; }
h2 { font-size: 1rem; margin: 0 0 .6rem; }
h3 { font-size: 1rem; margin: 1.2rem 0 .4rem; }
p { margin: .4rem 0; }
section { background: var(--paper); border: 1px solid var(--line); border-radius: .6rem; padding: 1rem 1.2rem; }
.columns { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 24rem), 1fr)); gap: 1rem; margin: 1rem 0; }
blockquote { margin: 1rem 0; padding: .6rem 1.2rem; border-left: 4px solid var(--accent); background: var(--paper); white-space: pre-wrap; overflow-wrap: anywhere; }
.lead { font-size: 1.25rem; font-weight: 600; }
.lead::first-letter { text-transform: uppercase; }
.lead .quiet { display: block; font-size: .9rem; font-weight: 400; }
td .quiet { display: block; font-size: .85rem; }
table { border-collapse: collapse; width: 100%; }
main > .scroll { background: var(--paper); border: 1px solid var(--line); border-radius: .6rem; overflow-x: auto; }
th, td { text-align: left; vertical-align: top; padding: .55rem .8rem; border-bottom: 1px solid var(--line); }
section th, section td { padding-left: 0; }
tbody tr:last-child > * { border-bottom: 0; }
thead th { font-size: .85rem; color: var(--quiet); font-weight: 600; }
tbody th { font-weight: 600; }
.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
section .number { padding-right: 0; }
.tag { display: inline-block; padding: 0 .55em; border: 1px solid currentcolor; border-radius: 1em; font-size: .85rem; color: var(--quiet); white-space: nowrap; }
.tag.angry, .tag.high, .tag.urgent { color: var(--bad); }
.tag.disappointed, .tag.negative, .tag.review { color: var(--warm); }
.tag.positive, .tag.low { color: var(--good); }
meter { width: 8rem; vertical-align: middle; }
summary { cursor: pointer; color: var(--accent); }
ol, ul { margin: .3rem 0; padding-left: 1.3rem; }
.letter { white-space: pre-wrap; overflow-wrap: anywhere; max-width: 46rem; }
.review { color: var(--warm); }
.problem { color: var(--bad); }
form { margin-top: 1.2rem; padding-top: 1rem; border-top: 1px solid var(--line); }
select, button { font: inherit; padding: .35rem .7rem; border: 1px solid var(--quiet); border-radius: .4rem; background: var(--paper); color: inherit; }
button { background: var(--accent); border-color: var(--accent); color: var(--paper); cursor: pointer; }
`;
