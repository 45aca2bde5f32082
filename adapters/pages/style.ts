/** How pages look: legible, in the colours a person's system asks for, down to a narrow telephone. */

export const STYLE = `
:root { color-scheme: light dark; --ink: #1d2429; --paper: #fff; --soft: #4c5961; --line: #79858c;
  --link: #0b5c6b; --on-link: #fff; --bad: #a1260d; --good: #1d6b34; --shade: #eef2f3; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e9edef; --paper: #14191c; --soft: #b3bec4; --line: #7d8a91; --link: #7fd3e2;
    --on-link: #0b1a1d; --bad: #ff9d8a; --good: #8ad6a0; --shade: #1f272b; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink);
  font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; }
header { border-bottom: 1px solid var(--line); padding: .5rem 1rem; color: var(--soft); }
header p { margin: 0 auto; max-width: 44rem; }
main { margin: 0 auto; max-width: 46rem; padding: 1rem; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: .5rem 0 1rem; text-wrap: balance; }
h2 { font-size: 1.2rem; margin: 1.75rem 0 .5rem; }
p, ul { margin: .5rem 0; }
li { margin: .25rem 0; }
.muted, .hint { color: var(--soft); }
.hint { display: block; font-size: .95rem; }
.problem { color: var(--bad); font-weight: 600; }
.good { color: var(--good); font-weight: 600; }
span.problem { display: block; }
.field { margin: 1.25rem 0; }
label { display: block; font-weight: 600; }
textarea, select, input[type=file] { width: 100%; max-width: 100%; margin-top: .35rem; padding: .5rem;
  font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--line);
  border-radius: .35rem; min-height: 2.75rem; }
textarea { resize: vertical; }
.buttons { display: flex; flex-wrap: wrap; gap: .75rem; margin: 1.5rem 0; }
button { font: inherit; font-weight: 600; padding: .6rem 1.1rem; min-height: 2.75rem; cursor: pointer;
  color: var(--link); background: var(--paper); border: 2px solid var(--link); border-radius: .35rem; }
button.primary { background: var(--link); color: var(--on-link); }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.scroll { overflow-x: auto; margin: 1rem 0; }
table { border-collapse: collapse; width: 100%; }
caption { text-align: left; font-weight: 600; padding: .25rem 0; }
th, td { text-align: left; vertical-align: top; padding: .4rem .75rem .4rem 0;
  border-bottom: 1px solid var(--line); }
thead th { background: var(--shade); padding-left: .5rem; }
tbody th { font-weight: 600; padding-left: .5rem; }
.wide header p { max-width: 78rem; }
.wide main { max-width: 80rem; }
.wide th, .wide td { border: 1px solid var(--line); padding: .35rem .5rem; overflow-wrap: break-word; hyphens: auto; }
.wide caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); padding: 0; }
.rest { font-weight: 400; }
@media screen { .wide table { min-width: 56rem; } }
nav p { color: var(--soft); margin-bottom: 0; }
nav ul { display: flex; flex-wrap: wrap; gap: .5rem 1.5rem; list-style: none; padding: 0; margin: 0; }
nav a { display: inline-block; padding: .35rem 0; color: var(--link); font-weight: 600; }
@media print {
  :root { color-scheme: light; --ink: #000; --paper: #fff; --soft: #333; --line: #666; --shade: #eee; }
  header, form, nav { display: none; }
  main, .wide main { max-width: none; padding: 0; }
  body { font-size: 10.5pt; }
  h1 { font-size: 16pt; }
  h2 { font-size: 12pt; break-after: avoid; }
  .scroll { overflow: visible; }
  thead { display: table-header-group; }
  tr { break-inside: avoid; }
  .wide { page: across; }
}
@page { margin: 14mm; }
@page across { size: landscape; }
`;
