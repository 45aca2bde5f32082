/** Titles that were not understood: people say what they are. */

import { answer, type Form } from "../../card.ts";
import type { Context, EventOf } from "../../feature.ts";
import { shorten } from "../../plain-text.ts";
import type { Outcome } from "../../ports.ts";
import type { CalendarChange } from "../../school-calendar/change.ts";
import { isEntryKind, type EntryKind } from "../../school-calendar/entry.ts";
import { decided } from "../../school-calendar/propose.ts";
import { decisionKey, type Undecided } from "../../school-calendar/reading.ts";
import type { Texts } from "../../texts/index.ts";
import { changeFor, previewCard, previewOf } from "./preview.ts";
import { notYours } from "./show.ts";
import { kindOptions, rangeWords } from "./words.ts";
import type { LocalDate } from "../../time/calendar.ts";

/** As many as a form in a chat can hold. */
const ASKED = 10;
const LABEL = 60;
const LEFT_OUT = "leave out";

export async function askDecision(context: Context<EventOf<"action">>): Promise<Outcome> {
  const found = await changeFor(context, context.event.value);
  if (!found) return notYours(context);
  const { calendar: say } = context.texts;
  if (found.change.status !== "proposed" || found.change.undecided.length === 0)
    return { type: "reply", card: { title: say.notAnyMore, body: [] } };
  return { type: "ask", form: decisionForm(found.change, found.place.today, context.texts) };
}

function decisionForm({ id, undecided }: CalendarChange, today: LocalDate, texts: Texts): Form {
  const { calendar: say, common } = texts;
  const more = undecided.length - ASKED;
  return {
    form: "calendar.decide",
    title: say.decideTitle,
    submit: say.look,
    cancel: common.cancel,
    context: id,
    inputs: [
      ...undecided.slice(0, ASKED).map((one, n) => ({
        type: "choice" as const,
        id: `what${String(n)}`,
        label: undecidedWords(one, today, texts),
        value: LEFT_OUT,
        options: decisionOptions(texts),
      })),
      ...(more > 0 ? [{ type: "note" as const, text: say.decideMore(more) }] : []),
    ],
  };
}

export const decisionOptions = (texts: Texts) => [
  { label: texts.calendar.leaveOut, value: LEFT_OUT },
  ...kindOptions(texts),
];

/** "Wildcat Day: Fri 5 March and 3 more". */
export function undecidedWords(
  { title, ranges }: Undecided,
  today: LocalDate,
  texts: Texts,
): string {
  const [first, ...others] = ranges;
  const when = first ? rangeWords(first, today, texts) : "";
  const more = others.length > 0 ? ` ${texts.calendar.andMore(others.length)}` : "";
  return texts.labelled(shorten(title, LABEL), `${when}${more}`);
}

export async function submitDecision(context: Context<EventOf<"form">>): Promise<Outcome> {
  const { event, stores, texts } = context;
  const found = await changeFor(context, event.context);
  if (!found) return notYours(context);
  const answers = decisionsIn(found.change, (n) => answer(event.answers, `what${String(n)}`));
  const change = await stores.calendarChanges.update(found.change.id, (current) =>
    current.status === "proposed" ? decided(current, answers) : current,
  );
  if (!change) return notYours(context);
  return {
    type: "replace",
    card: previewCard(await previewOf(context, found.place, change), texts),
  };
}

/** What was chosen for each undecided title, by its place in the list. */
export function decisionsIn(
  { undecided }: CalendarChange,
  chosen: (n: number) => string,
): Readonly<Record<string, EntryKind | "">> {
  const decisions: Record<string, EntryKind | ""> = {};
  for (const [n, { title }] of undecided.entries()) {
    const kind = chosen(n);
    if (isEntryKind(kind)) decisions[decisionKey(title)] = kind;
    else if (kind === LEFT_OUT) decisions[decisionKey(title)] = "";
  }
  return decisions;
}
