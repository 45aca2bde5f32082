/** One record on a card, with what may be done with it. */

import { notFound } from "../access.ts";
import {
  actions,
  facts,
  heading,
  item,
  muted,
  quotes,
  type Block,
  type Button,
  type Card,
} from "../card.ts";
import type { Context, EventOf } from "../feature.ts";
import { shorten } from "../plain-text.ts";
import type { Outcome } from "../ports.ts";
import type { Texts } from "../texts/index.ts";
import { localDate } from "../time/calendar.ts";
import { named, seenBy, type Part, type Seen } from "./part.ts";
import { titleOf, type KeptRecord } from "./record.ts";
import { may, type Standing } from "./rights.ts";
import { fieldWords, namesOf, type Names } from "./words.ts";

/** A title beside a button, in code points. */
export const BESIDE = 60;

export async function show(part: Part, context: Context<EventOf<"action">>): Promise<Outcome> {
  const seen = await seenBy(part, context, context.event.value);
  if (!seen) return notFound(context, context.event.value);
  return { type: "reply", card: await recordCard(part, context, seen) };
}

/** @param said a title of its own, such as that it was kept. */
export async function recordCard(
  part: Part,
  context: Pick<Context, "stores" | "texts" | "person">,
  seen: Seen,
  said?: string,
): Promise<Card> {
  const { texts } = context;
  const { record } = seen;
  const title = titleOf(part.kind, record);
  if (record.deleted)
    return {
      title: texts.records.removed,
      body: [
        ...quotes(title),
        muted(texts.records.removedBody),
        actions(buttonTo(part, "restore", texts.records.restore, record.id, title)),
      ],
    };
  const names = await namesOf(context, [record]);
  return {
    title: said ?? title,
    body: [
      ...(said === undefined ? [] : quotes(title)),
      ...bodyOf(part, seen, texts, names),
      muted(foot(seen, texts)),
      ...pressButtons(part, seen, texts),
    ],
  };
}

/** Several that one form made, each with the way to it. */
export const manyCard = (part: Part, texts: Texts, all: readonly Seen[], title: string): Card => ({
  title,
  body: [
    ...all.map(({ record }) => {
      const line = lineOf(part, record);
      return item(line, record.id, buttonTo(part, "show", texts.records.show, record.id, line));
    }),
    actions({
      label: texts.records.back,
      action: named(part, "list"),
      value: "",
      about: part.say(texts).title,
    }),
  ],
});

/** What tells it from the others of its form. */
function lineOf({ kind }: Part, record: KeptRecord): string {
  const value = kind.each ? record.values[kind.each.field] : undefined;
  return typeof value === "string" ? value : titleOf(kind, record);
}

/** Short ones side by side, long texts below them; what was left out is not there. */
function bodyOf(part: Part, { record }: Seen, texts: Texts, names: Names): readonly Block[] {
  const { kind } = part;
  const say = part.say(texts);
  const filled = Object.entries(kind.fields).flatMap(([id, { type }]) => {
    const value = fieldWords(kind, id, record, say, texts, names);
    return id === kind.title || value === ""
      ? []
      : [{ label: say.fields[id] ?? id, value, isLong: type === "lines" }];
  });
  const state = say.states[record.state];
  const short = [
    ...filled.filter(({ isLong }) => !isLong),
    ...(state ? [{ label: texts.records.state, value: state }] : []),
  ];
  return [
    ...(short.length > 0 ? [facts(...short.map(({ label, value }) => ({ label, value })))] : []),
    ...filled
      .filter(({ isLong }) => isLong)
      .flatMap(({ label, value }) => [heading(label), ...quotes(value)]),
  ];
}

function foot({ record, writer }: Seen, texts: Texts): string {
  const { records, dates } = texts;
  const day = (at: Date): string => dates.full(localDate(at, writer?.timezone ?? "UTC"));
  return records.by(record.id, writer?.name ?? records.nobody, day(record.createdAt));
}

function pressButtons(part: Part, seen: Seen, texts: Texts): readonly Block[] {
  const { kind, handlers } = part;
  const { record, standing, writer, mayChange } = seen;
  const { records } = texts;
  const say = part.say(texts);
  const title = titleOf(kind, record);
  const presses = pressesFor(part, record, standing, writer?.active === true).map((to) =>
    pressButton(part, record, to, texts),
  );
  const changes = mayChange
    ? [
        buttonTo(part, "edit", records.change, record.id, title),
        buttonTo(part, "remove", records.remove, record.id, title),
      ]
    : [];
  const [first, ...others] = presses;
  return [
    actions(
      ...(first ? [{ ...first, style: "primary" as const }, ...others] : []),
      ...(handlers.more?.(seen, texts) ?? []),
      ...changes,
      { label: records.back, action: named(part, "list"), value: "", about: say.title },
    ),
  ];
}

/** The states that this person may press it to. */
export const pressesFor = (
  { kind }: Part,
  record: KeptRecord,
  standing: Standing,
  isWriterHere = true,
): readonly string[] =>
  Object.entries(kind.states?.[record.state] ?? {}).flatMap(([to, who]) =>
    who && may(kind, who, record, standing, isWriterHere) ? [to] : [],
  );

/** To another state; one that asks for something first opens a form. */
export const pressButton = (part: Part, record: KeptRecord, to: string, texts: Texts): Button =>
  buttonTo(
    part,
    asksFor(part, to) ? "ask" : "to",
    part.say(texts).press[to] ?? to,
    `${record.id}|${to}`,
    titleOf(part.kind, record),
  );

const asksFor = ({ kind }: Part, to: string): boolean => (kind.asks?.[to] ?? []).length > 0;

export const buttonTo = (
  part: Part,
  what: string,
  label: string,
  value: string,
  title: string,
): Button => ({ label, action: named(part, what), value, about: shorten(title, BESIDE) });
