/** The answers that need a word: what is in the way, the day to be reminded again. */

import { notFound } from "../../access.ts";
import { isOpenItem, quietAfter, untilIn, type ActionItem } from "../../plan/action-item.ts";
import { answer, type Answers, type Form, type Input } from "../../card.ts";
import type { LocalDate } from "../../time/calendar.ts";
import type { Context, EventOf, FormFeature } from "../../feature.ts";
import { readDue, type TypedDue } from "../../goal/goal-draft.ts";
import { readItemPress } from "../../cards/item-lines.ts";
import { LOCALES } from "../../team/person.ts";
import { isBlank, lengthOf, oneLine } from "../../plain-text.ts";
import type { Outcome } from "../../ports.ts";
import type { Texts } from "../../texts/index.ts";
import { dueSentence, readNote } from "../../cards/due-words.ts";
import { findMyItem, type FoundItem } from "./found.ts";
import { answerMine, shown } from "./press.ts";

/** In code points. */
export const PLAN_LIMIT = 300;
const REASON_LIMIT = 200;

export type Pressed = Context<EventOf<"action">>;
export type Submitted = Context<EventOf<"form">>;
type Problems = Readonly<Record<string, string>>;

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

interface Typed {
  readonly reason: string;
  readonly until: string;
}

function blockedForm(context: Asking, found: FoundItem, { reason, until }: Typed): Form {
  const { plan, common, dates } = context.texts;
  const quiet = quietUntil({ reason, until }, found, context.texts);
  return {
    form: "item.blocked",
    title: plan.formBlocked,
    submit: common.save,
    cancel: common.cancel,
    context: valueOf(context),
    inputs: [
      itemNote(found.item),
      {
        type: "text",
        id: "reason",
        label: plan.formReason,
        hint: plan.formReasonHint,
        value: reason,
        maxLength: REASON_LIMIT,
        live: true,
      },
      {
        type: "text",
        id: "until",
        label: plan.formUntil,
        hint: plan.formUntilHint,
        value: until,
        optional: true,
        live: true,
      },
      ...(quiet.date
        ? [
            {
              type: "note" as const,
              text: plan.formQuiet(dates.full(quiet.date)),
              reading: true as const,
            },
          ]
        : []),
    ],
  };
}

/** The day from which it may be mentioned again, from the date field or the reason's own words. */
function quietUntil(
  { reason, until }: Typed,
  { today, school }: FoundItem,
  texts: Texts,
): { readonly date: LocalDate | null; readonly problem: string } {
  const place = { today, timezone: school.timezone, locale: texts.locale };
  if (!isBlank(until)) {
    const read = readDue(until, place);
    const problem = dueSentence(read, { today, start: today }, texts);
    return { date: !problem && read.kind === "read" ? quietAfter(read.date) : null, problem };
  }
  const words = untilIn(oneLine(reason));
  const [read] = [texts.locale, ...LOCALES]
    .map((locale) => readDue(words, { ...place, locale }))
    .filter((each): each is TypedDue & { kind: "read" } => each.kind === "read");
  return { date: read && read.date >= today ? quietAfter(read.date) : null, problem: "" };
}

function snoozeForm(context: Asking, { item, school, today }: FoundItem, until: string): Form {
  const { texts } = context;
  const { plan, common } = texts;
  const place = { today, timezone: school.timezone, locale: texts.locale };
  return {
    form: "item.snooze",
    title: plan.formSnooze,
    submit: plan.snooze,
    cancel: common.cancel,
    context: valueOf(context),
    inputs: [
      itemNote(item),
      {
        type: "text",
        id: "until",
        label: plan.formSnoozeDate,
        hint: plan.formDueHint,
        value: until,
        live: true,
      },
      ...readNote(readDue(until, place), texts),
    ],
  };
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

export const invalid = (problems: Problems): Outcome => ({ type: "invalid", problems });

export const blockedFeature: FormFeature = itemForm(
  (context, found, answers) => blockedForm(context, found, typedReason(answers)),
  async (context, found) => {
    const { event, texts } = context;
    const typed = typedReason(event.answers);
    const reason = oneLine(typed.reason);
    const length = lengthOf(reason);
    const { date, problem } = quietUntil(typed, found, texts);
    if (isBlank(reason)) return invalid({ reason: texts.plan.writeReason });
    if (length > REASON_LIMIT) return invalid({ reason: texts.plan.tooLong(length, REASON_LIMIT) });
    if (problem) return invalid({ until: problem });
    return await answerMine(context, event.context, () => ({
      answer: { type: "blocked", reason, quietUntil: date },
      sentence: texts.plan.nowBlocked,
    }));
  },
);

const typedReason = (answers: Answers): Typed => ({
  reason: answer(answers, "reason"),
  until: answer(answers, "until"),
});

export const snoozeFeature: FormFeature = itemForm(
  (context, found, answers) => snoozeForm(context, found, answer(answers, "until")),
  async (context, { today, school }) => {
    const { event, texts } = context;
    const place = { today, timezone: school.timezone, locale: texts.locale };
    const until = readDue(answer(event.answers, "until"), place);
    const problem = dueSentence(until, { today, start: today }, texts, { mayBeEmpty: false });
    if (problem || until.kind !== "read") return invalid({ until: problem || texts.plan.later });
    if (until.date <= today) return invalid({ until: texts.plan.later });
    return await answerMine(context, event.context, () => ({
      answer: { type: "snoozed", until: until.date },
      sentence: texts.plan.nowSnoozed(texts.dates.day(until.date, today)),
    }));
  },
);
