/** The goal sheet, drawn for one side: the partner's goals stand first and on the left. */

import {
  actions,
  heading,
  item as row,
  muted,
  text,
  type Block,
  type Button,
  type Card,
} from "../../card.ts";
import { isOpen, type Goal, type Horizon } from "../../goal/goal.ts";
import { shorten } from "../../plain-text.ts";
import { nameOf, type MyPlace } from "../../here/here.ts";
import type { Understanding } from "../../protocol/understanding.ts";
import { otherSide } from "../../team/partnership.ts";
import type { Side } from "../../team/person.ts";
import type { Texts } from "../../texts/index.ts";

/** Goals of each side and horizon on one page. */
const LINES = 4;
const HORIZONS: readonly Horizon[] = ["short", "long"];
const TITLE_BESIDE = 100;
const WORDS_BESIDE = 200;

export function sheetCard(place: MyPlace, texts: Texts, asked: number): Card {
  const { sheet, common } = texts;
  const [theirs, own] = [goalsOf(place, otherSide(place.side)), goalsOf(place, place.side)];
  const all = HORIZONS.flatMap((horizon) => [theirs(horizon), own(horizon)]);
  const longest = Math.max(...all.map(({ length }) => length));
  const pages = Math.max(1, Math.ceil(longest / LINES));
  const page = Math.min(Math.max(1, asked), pages);
  const here = <T>(all: readonly T[]): readonly T[] => all.slice((page - 1) * LINES, page * LINES);
  const shown = (of: typeof own): readonly Goal[] =>
    HORIZONS.flatMap((horizon) => here(of(horizon)));
  const isNobodyThere = place.facts.people[otherSide(place.side)] === 0;
  const title = sheet.title(place.school.name);
  const range = common.page((page - 1) * LINES + 1, Math.min(longest, page * LINES), longest);
  return {
    title: pages > 1 ? texts.labelled(title, range) : title,
    body: [
      ...(isNobodyThere ? [text(sheet.noPartner)] : []),
      ...HORIZONS.flatMap((horizon): readonly Block[] => [
        heading(texts.goals.horizons[horizon]),
        {
          type: "columns",
          left: {
            title: sheet.theirs[otherSide(place.side)],
            lines: lines(here(theirs(horizon)), theirs(horizon), horizon, place, texts),
          },
          right: {
            title: sheet.yours[place.side],
            lines: lines(here(own(horizon)), own(horizon), horizon, place, texts),
          },
        },
      ]),
      ...toAnswer(place, texts),
      ...toSayBack(shown(theirs).filter(isOpen), place, texts),
      ...ownRows(shown(own).filter(isOpen), place, texts),
      ...noteBlocks([...shown(theirs), ...shown(own)], place, texts),
      actions(...buttons(place, texts, page, pages)),
    ],
  };
}

/** Of a side, by horizon: open ones first, each part by due date. */
const goalsOf =
  ({ goals }: MyPlace, side: Side) =>
  (horizon: Horizon): readonly Goal[] =>
    goals
      .filter((goal) => goal.department === side && goal.horizon === horizon)
      .sort((a, b) => Number(!isOpen(a)) - Number(!isOpen(b)));

function lines(
  shown: readonly Goal[],
  all: readonly Goal[],
  horizon: Horizon,
  { today }: MyPlace,
  { sheet, goals, common, dates, labelled }: Texts,
): readonly string[] {
  if (all.length === 0) return [sheet.needs[horizon]];
  if (shown.length === 0) return [sheet.noMore];
  return shown.map((goal) => {
    const due = goal.due ? goals.dueShort(dates.day(goal.due, today)) : common.noDate;
    const state = goal.status === "done" ? [goals.statuses.done] : [];
    const named = labelled(goal.id, shorten(goal.title, TITLE_BESIDE));
    return [named, due, ...state].join(" · ");
  });
}

/** What the partner said back of my side's goals, with the two answers to it. */
function toAnswer(place: MyPlace, texts: Texts): readonly Block[] {
  const { sheet } = texts;
  const asked = place.cycle.understandings.filter(
    ({ goalId, status }) =>
      status === "asked" &&
      place.goals.some(({ id, department }) => id === goalId && department === place.side),
  );
  return asked.flatMap((each) => [
    text(sheet.askTitle(nameOf(place, each.byId), each.goalId)),
    { type: "text" as const, text: each.words, tone: "quote" as const },
    actions(...answerButtons(each, place, texts)),
  ]);
}

/** The two answers to what somebody said back. */
export const answerButtons = (
  { id, goalId }: Understanding,
  { partnership }: Pick<MyPlace, "partnership">,
  { sheet }: Texts,
): readonly Button[] => {
  const value = `${partnership.id}|${id}`;
  return [
    { label: sheet.right, action: "sheet.right", value, about: goalId, style: "primary" },
    { label: sheet.not, action: "sheet.not_quite", value, about: goalId, asks: true },
  ];
};

function toSayBack(shown: readonly Goal[], place: MyPlace, texts: Texts): readonly Block[] {
  const { sheet } = texts;
  if (shown.length === 0) return [];
  return [
    heading(sheet.understand),
    muted(sheet.understandHint),
    ...shown.map((goal) => {
      const said = place.cycle.understandings.filter(({ goalId }) => goalId === goal.id).at(-1);
      return row(
        texts.labelled(goal.id, shorten(goal.title, TITLE_BESIDE)),
        said && understandingLine(said, texts),
        {
          label: said ? sheet.sayAgain : sheet.sayBack,
          action: "sheet.restate",
          value: `${place.partnership.id}|${goal.id}`,
          about: goal.id,
          asks: true,
        },
      );
    }),
  ];
}

function understandingLine({ status, words, note }: Understanding, { sheet }: Texts): string {
  const short = shorten(words, WORDS_BESIDE);
  switch (status) {
    case "asked":
      return sheet.asked(short);
    case "understood":
      return sheet.understood(short);
    case "not_quite":
      return note ? sheet.notQuite(shorten(note, WORDS_BESIDE)) : sheet.notQuiteBare;
  }
}

function ownRows(shown: readonly Goal[], place: MyPlace, texts: Texts): readonly Block[] {
  if (shown.length === 0) return [];
  const { sheet } = texts;
  return [
    heading(sheet.prompts),
    muted(sheet.promptsHint),
    ...shown.map((goal) =>
      row(texts.labelled(goal.id, shorten(goal.title, TITLE_BESIDE)), undefined, {
        label: sheet.prompts,
        action: "sheet.prompts",
        value: `${place.partnership.id}|${goal.id}`,
        about: goal.id,
        asks: true,
      }),
    ),
  ];
}

function noteBlocks(
  shown: readonly Goal[],
  { cycle }: MyPlace,
  { sheet }: Texts,
): readonly Block[] {
  const kept = cycle.notes.filter(({ goalId }) => shown.some(({ id }) => id === goalId));
  const said = kept.flatMap(({ goalId, leftOut, beliefs }) => [
    ...(leftOut ? [text(sheet.leftOutLine(goalId, leftOut))] : []),
    ...(beliefs ? [text(sheet.beliefsLine(goalId, beliefs))] : []),
  ]);
  return said.length > 0 ? [heading(sheet.notesTitle), ...said] : [];
}

function buttons(
  { partnership, cycle, school }: MyPlace,
  { sheet, common, protocol }: Texts,
  page: number,
  pages: number,
): readonly Button[] {
  const turn = (label: string, to: number): Button => ({
    label,
    action: "sheet.turn",
    value: `${partnership.id}|${to}`,
  });
  const isBefore = ["invited", "goal_sheet_scheduled"].includes(cycle.state);
  return [
    { label: sheet.addGoal, action: "goal.new", value: "", style: "primary", asks: true },
    ...(isBefore
      ? [
          {
            label: protocol.finish,
            action: "protocol.finish",
            value: partnership.id,
            about: school.name,
          },
        ]
      : []),
    ...(page > 1 ? [turn(common.previous, page - 1)] : []),
    ...(page < pages ? [turn(common.next, page + 1)] : []),
  ];
}
