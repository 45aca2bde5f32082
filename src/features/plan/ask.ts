/** The answers that need a word: what is in the way, the day to be reminded again. */

import { notFound } from "../../access.ts";
import { isOpenItem, quietAfter, untilIn, type ActionItem } from "../../plan/action-item.ts";
import { answer, type Answers, type Form, type Input } from "../../card.ts";
import type { LocalDate } from "../../time/calendar.ts";
import type { Context, EventOf, FormFeature } from "../../feature.ts";
import { readDue, type TypedDue } from "../../goal/goal-draft.ts";
import { readItemPress } from "../../cards/item-lines.ts";
import { LOCALES } from "../../team/person.ts";
import { isBlank, oneLine } from "../../plain-text.ts";
import type { Outcome } from "../../ports.ts";
import type { Texts } from "../../texts/index.ts";
import { readNote } from "../../cards/due-words.ts";
import { findMyItem, type FoundItem } from "./found.ts";
import { answerMine, shown } from "./press.ts";
import { line, dayAhead, optional } from "../../fields/field.ts";
import { formOf, typedIn } from "../../fields/form.ts";
import { readForm } from "../../fields/read.ts";

const BLOCKED = { reason: line(200), until: optional(dayAhead) };
const SNOOZE = { until: dayAhead };

export type Pressed = Context<EventOf<"action">>;
export type Submitted = Context<EventOf<"form">>;

/** Opens a form about an item that is still open and theirs. */
export async function ask(
  context: Pressed,
  form: (found: FoundItem) => Form | Promise<Form>,
): Promise<Outcome> {
  const { value } = context.event;
  const { id } = readItemPress(value);
  const found = await findMyItem(context, id);
  if (!found) return notFound(context, id);
  if (!isOpenItem(found.item))
    return await shown(context, value, found, context.texts.plan.alreadyClosed);
  return { type: "ask", form: await form(found) };
}

export const askBlocked = async (context: Pressed): Promise<Outcome> =>
  await ask(context, (found) =>
    blockedForm(context, found, { reason: found.item.blockedReason ?? "", until: "" }),
  );

export const askSnooze = async (context: Pressed): Promise<Outcome> =>
  await ask(context, (found) => snoozeForm(context, found, ""));

export type Asking = Context<EventOf<"action">> | Context<EventOf<"change">> | Submitted;
export const valueOf = ({ event }: Asking): string =>
  event.type === "action" ? event.value : event.context;

export const itemNote = ({ id, title }: ActionItem): Input => ({
  type: "note",
  title: id,
  text: title,
});

type Typed = Readonly<Record<keyof typeof BLOCKED, string>>;

function blockedForm(context: Asking, found: FoundItem, { reason, until }: Typed): Form {
  const { plan, dates } = context.texts;
  const quiet = quietUntil({ reason, until }, found, context.texts);
  return formOf(context.texts, BLOCKED, {
    form: "item.blocked",
    title: plan.formBlocked,
    context: valueOf(context),
    before: [itemNote(found.item)],
    ask: {
      reason: { label: plan.formReason, hint: plan.formReasonHint, live: true },
      until: { label: plan.formUntil, hint: plan.formUntilHint, live: true },
    },
    values: { reason, until },
    after: quiet ? [{ type: "note", text: plan.formQuiet(dates.full(quiet)), reading: true }] : [],
  });
}

/** The day from which it may be mentioned again, from the date field or the reason's own words. */
function quietUntil(
  { reason, until }: Typed,
  { today, school }: FoundItem,
  texts: Texts,
): LocalDate | null {
  const place = { today, timezone: school.timezone, locale: texts.locale };
  const isTyped = !isBlank(until);
  const words = isTyped ? until : untilIn(oneLine(reason));
  const [read] = (isTyped ? [texts.locale] : [texts.locale, ...LOCALES])
    .map((locale) => readDue(words, { ...place, locale }))
    .filter((each): each is TypedDue & { kind: "read" } => each.kind === "read");
  return read && read.date >= today ? quietAfter(read.date) : null;
}

function snoozeForm(context: Asking, { item, school, today }: FoundItem, until: string): Form {
  const { texts } = context;
  const { plan } = texts;
  const place = { today, timezone: school.timezone, locale: texts.locale };
  return formOf(texts, SNOOZE, {
    form: "item.snooze",
    title: plan.formSnooze,
    submit: plan.snooze,
    context: valueOf(context),
    before: [itemNote(item)],
    ask: { until: { label: plan.formSnoozeDate, hint: plan.formDueHint, live: true } },
    values: { until },
    after: readNote(readDue(until, place), texts),
  });
}

/** What was typed about an item, checked, and turned into its answer. */
export function itemForm(
  draw: (context: Asking, found: FoundItem, answers: Answers) => Form | Promise<Form>,
  submit: (context: Submitted, found: FoundItem) => Promise<Outcome>,
): FormFeature {
  return {
    async change(context) {
      const { id } = readItemPress(context.event.context);
      const found = await findMyItem(context, id);
      return found && (await draw(context, found, context.event.answers));
    },
    async submit(context) {
      const { id } = readItemPress(context.event.context);
      const found = await findMyItem(context, id);
      return found ? await submit(context, found) : notFound(context, id);
    },
  };
}

export const blockedFeature: FormFeature = itemForm(
  (context, found, answers) => blockedForm(context, found, typedIn(BLOCKED, answers)),
  async (context, found) => {
    const { event, texts } = context;
    const read = readForm(BLOCKED, context, {
      timezone: found.school.timezone,
      missing: { reason: texts.plan.writeReason },
    });
    if (read.type === "invalid") return read;
    const date = quietUntil(typedIn(BLOCKED, event.answers), found, texts);
    return await answerMine(context, event.context, () => ({
      answer: { type: "blocked", reason: read.values.reason, quietUntil: date },
      sentence: texts.plan.nowBlocked,
    }));
  },
);

export const snoozeFeature: FormFeature = itemForm(
  (context, found, answers) => snoozeForm(context, found, answer(answers, "until")),
  async (context, { today, school }) => {
    const { event, texts } = context;
    const { later } = texts.plan;
    const read = readForm(SNOOZE, context, {
      timezone: school.timezone,
      missing: { until: later },
    });
    if (read.type === "invalid") return read;
    const { until } = read.values;
    if (until <= today) return { type: "invalid", problems: { until: later } };
    return await answerMine(context, event.context, () => ({
      answer: { type: "snoozed", until },
      sentence: texts.plan.nowSnoozed(texts.dates.day(until, today)),
    }));
  },
);
