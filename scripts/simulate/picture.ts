/** Draws the year: messages per person and week, above a band that shows when there was school. */

import { KINDS, type Kind, type Tally, type Week } from "./tally.ts";

const WIDTH = 1120;
const LEFT = 64;
const RIGHT = 24;
const PANEL = 190;
const BAND = 26;
const TOP = 104;
const GAP = 74;

/** Told apart without colour too: each has its own lightness. */
const COLOURS: Readonly<Record<Kind, string>> = {
  weekly: "#1d4e89",
  unasked: "#e07a1f",
  expected: "#9dc3e6",
};
const WORDS: Readonly<Record<Kind, string>> = {
  weekly: "weekly message",
  unasked: "other unasked ones",
  expected: "answers, and what was expected",
};

/** @param about one line below the title: how many schools, which year, which seed. */
export function picture(tally: Tally, about: string): string {
  const panels = [
    { name: "Northern school year", weeks: tally.north },
    { name: "Southern school year", weeks: tally.south },
  ].filter(({ weeks }) => weeks.some(({ shut }) => shut > 0));
  const height = TOP + panels.length * (PANEL + BAND + GAP) + 12;
  const most = Math.max(0.5, ...panels.flatMap(({ weeks }) => weeks.map(total)));
  const scale = Math.ceil(most * 4) / 4;
  const title = `${tally.average.toFixed(2)} unasked messages per person and week, ${String(tally.most)} at most`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-labelledby="title desc" font-family="system-ui, sans-serif" font-size="13" fill="#1c1c1c">`,
    `<title id="title">${escape(title)}</title>`,
    `<desc id="desc">${escape(described(panels, about))}</desc>`,
    `<rect width="${WIDTH}" height="${height}" fill="#ffffff"/>`,
    `<text x="${LEFT}" y="32" font-size="20" font-weight="600">${escape(title)}</text>`,
    `<text x="${LEFT}" y="54" fill="#4a4a4a">${escape(about)}</text>`,
    legend(),
    ...panels.map((panel, n) => drawn(panel, scale, TOP + n * (PANEL + BAND + GAP))),
    "</svg>",
    "",
  ].join("\n");
}

const total = ({ perPerson }: Week): number =>
  KINDS.reduce((sum, kind) => sum + perPerson[kind], 0);

const described = (
  panels: readonly { readonly name: string; readonly weeks: readonly Week[] }[],
  about: string,
): string =>
  [
    `Columns of messages per person for each week. ${about}.`,
    ...panels.map(({ name, weeks }) => {
      const open = weeks.filter(({ shut }) => shut < 0.5).map(total);
      const shut = weeks.filter(({ shut: share }) => share >= 0.9).map(total);
      return `${name}: ${mean(open)} in weeks with school, ${mean(shut)} in weeks without.`;
    }),
  ].join(" ");

const mean = (values: readonly number[]): string =>
  (values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)).toFixed(2);

function legend(): string {
  const entries = [
    ...KINDS.map((kind) => ({ colour: COLOURS[kind], words: WORDS[kind] })),
    { colour: "#8a8a8a", words: "no school" },
    { colour: "#c0392b", words: "tests" },
  ];
  let x = LEFT;
  return entries
    .map(({ colour, words }) => {
      const at = x;
      x += 34 + words.length * 7;
      return `<rect x="${at}" y="68" width="12" height="12" fill="${colour}"/><text x="${at + 18}" y="79">${words}</text>`;
    })
    .join("");
}

function drawn(
  { name, weeks }: { readonly name: string; readonly weeks: readonly Week[] },
  scale: number,
  top: number,
): string {
  const step = (WIDTH - LEFT - RIGHT) / weeks.length;
  const bottom = top + 22 + PANEL;
  const y = (value: number): number => bottom - (value / scale) * PANEL;
  const ticks = Array.from({ length: scale * 4 + 1 }, (_, n) => n / 4);
  return [
    `<text x="${LEFT}" y="${top + 12}" font-weight="600">${name}</text>`,
    ...ticks.map(
      (value) =>
        `<line x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${round(y(value))}" y2="${round(y(value))}" stroke="#e4e4e4"/><text x="${LEFT - 8}" y="${round(y(value) + 4)}" text-anchor="end" fill="#4a4a4a">${value.toFixed(2)}</text>`,
    ),
    ...weeks.map((week, n) => column(week, LEFT + n * step, step, y)),
    ...weeks.map((week, n) => band(week, LEFT + n * step, step, bottom)),
    ...months(weeks, step, bottom),
  ].join("\n");
}

function column(week: Week, x: number, step: number, y: (value: number) => number): string {
  let below = 0;
  return KINDS.map((kind) => {
    const value = week.perPerson[kind];
    const from = below;
    below += value;
    if (value === 0) return "";
    const hint = `${week.start}: ${value.toFixed(2)} ${WORDS[kind]}`;
    return `<rect x="${round(x + 1)}" y="${round(y(below))}" width="${round(step - 2)}" height="${round(y(from) - y(below))}" fill="${COLOURS[kind]}"><title>${hint}</title></rect>`;
  }).join("");
}

/** The darker, the more schools were shut. */
const band = ({ shut, tests }: Week, x: number, step: number, bottom: number): string =>
  [
    `<rect x="${round(x)}" y="${bottom + 4}" width="${round(step)}" height="${BAND - 12}" fill="#8a8a8a" fill-opacity="${shut.toFixed(2)}"/>`,
    tests === 0
      ? ""
      : `<rect x="${round(x)}" y="${bottom + BAND - 7}" width="${round(step)}" height="5" fill="#c0392b" fill-opacity="${tests.toFixed(2)}"/>`,
  ].join("");

function months(weeks: readonly Week[], step: number, bottom: number): readonly string[] {
  return weeks.flatMap(({ start }, n) => {
    const isFirst = start.slice(0, 7) !== weeks[n - 1]?.start.slice(0, 7);
    if (!isFirst) return [];
    const name = new Date(start).toLocaleDateString("en", { month: "short", timeZone: "UTC" });
    const label = name === "Jan" ? `${name} ${start.slice(0, 4)}` : name;
    return [
      `<text x="${round(LEFT + n * step)}" y="${bottom + BAND + 14}" fill="#4a4a4a">${label}</text>`,
    ];
  });
}

const round = (value: number): string => value.toFixed(1);

const escape = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
