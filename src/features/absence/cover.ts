/** Somebody stands in: until a day they get a person's messages and may do what that person may. */

import { actions, answer, chosen, muted, text, type Card, type Form } from "../../card.ts";
import type { Context, EventOf, FormFeature } from "../../feature.ts";
import { isBlank, oneLine } from "../../plain-text.ts";
import type { Outcome } from "../../ports.ts";
import { coverOn, type Cover } from "../../team/availability.ts";
import { reachedAt, type Address, type Person } from "../../team/person.ts";
import { textsFor, type Texts } from "../../texts/index.ts";
import { addDays, localDate, parseLocalDate, type LocalDate } from "../../time/calendar.ts";
import { readEnds, readStretch } from "../../time/stretch.ts";
import { follow, stretch } from "./away.ts";
import { optional, spell, people } from "../../fields/field.ts";
import { formOf } from "../../fields/form.ts";

const FURTHEST_DAYS = 200;
const COVER = { who: people, from: optional(spell), until: spell };

export function coverTyped(context: Context<EventOf<"command">>, typed: string): Outcome {
  return { type: "ask", form: coverForm(context, "", oneLine(typed)) };
}

/** `from|to`, from the card that says somebody is away; "" otherwise. */
export function askCover(context: Context<EventOf<"action">>): Outcome {
  const { dates } = context.texts;
  const [from, to] = context.event.value.split("|").map(parseLocalDate);
  return {
    type: "ask",
    form: coverForm(context, from ? dates.full(from) : "", to ? dates.full(to) : ""),
  };
}

function coverForm({ texts }: Context, from: string, until: string): Form {
  const { absence } = texts;
  return formOf(texts, COVER, {
    form: "absence.cover",
    title: absence.coverTitle,
    submit: absence.coverSend,
    before: [{ type: "note", text: absence.coverNote }],
    ask: {
      who: absence.coverWho,
      from: { label: absence.from, hint: absence.coverFromHint },
      until: { label: absence.to, hint: absence.toHint },
    },
    values: { from, until },
  });
}

export const coverFeature: FormFeature = {
  async submit(context) {
    const { event, texts, person, stores } = context;
    const { absence } = texts;
    const [address] = chosen(event.answers, "who") as Address[];
    const who = address && (await context.meet(address));
    const range = rangeIn(context);
    if (!who?.active) return { type: "invalid", problems: { who: absence.coverNeedsWho } };
    if (who.id === person.id) return { type: "invalid", problems: { who: absence.coverSelf } };
    if ("problem" in range) return { type: "invalid", problems: { until: range.problem } };
    if (isThemselvesAway(who, range))
      return { type: "invalid", problems: { who: absence.coverAway(who.name) } };
    const cover: Cover = { byId: who.id, ...range };
    await stores.people.update(person.id, (current) => ({ ...current, cover }));
    await tellCover(context, who, cover);
    await follow(context);
    const today = localDate(context.now, person.timezone);
    return {
      type: "reply",
      card: {
        title: absence.coverSaved(who.name, stretch(cover, today, texts)),
        body: [
          text(absence.coverBody(who.name)),
          actions({
            label: texts.common.undo,
            action: "absence.uncover",
            value: valueOf(person, cover),
          }),
        ],
      },
    };
  },
};

function rangeIn({
  event,
  texts,
  now,
  person,
}: Context<EventOf<"form">>):
  { readonly start: LocalDate; readonly end: LocalDate } | { readonly problem: string } {
  const { absence } = texts;
  const today = localDate(now, person.timezone);
  const place = { today, timezone: person.timezone, locale: texts.locale };
  const [from, until] = [answer(event.answers, "from"), answer(event.answers, "until")].map(
    oneLine,
  ) as [string, string];
  const last = readStretch(until, place);
  const both = isBlank(from) ? last : readEnds(from, until, place);
  if (last.kind !== "read" || both.kind !== "read") return { problem: absence.needDay };
  const range = isBlank(from) ? { start: today, end: last.range.end } : both.range;
  if (range.end < range.start || range.end < today) return { problem: absence.endsBefore };
  return range.end > addDays(today, FURTHEST_DAYS) ? { problem: absence.tooFar } : range;
}

/** Nobody stands in who is away or covered then. */
const isThemselvesAway = (
  who: Person,
  { start, end }: { readonly start: LocalDate; readonly end: LocalDate },
): boolean =>
  [...(who.away ?? []), ...(who.cover ? [who.cover] : [])].some(
    (range) => range.start <= end && start <= range.end,
  );

const valueOf = ({ id }: Person, { byId, start, end }: Cover): string =>
  `${id}|${byId}|${start}|${end}`;

async function tellCover(
  { outbox, person, now }: Context,
  who: Person,
  cover: Cover,
): Promise<void> {
  const to = reachedAt(who);
  if (!to) return;
  const texts = textsFor(who.locale, who.timezone);
  await outbox.post({
    key: `absence.cover/${valueOf(person, cover)}`,
    kind: "absence.cover",
    to,
    card: askedCard(person, cover, localDate(now, who.timezone), texts),
  });
}

const askedCard = (person: Person, cover: Cover, today: LocalDate, texts: Texts): Card => ({
  title: texts.absence.coverAsked(person.name, stretch(cover, today, texts)),
  body: [
    text(texts.absence.coverAskedBody),
    actions(
      { label: texts.plan.showPlan, action: "plan.show", value: "" },
      {
        label: texts.absence.coverCannot,
        action: "absence.uncover",
        value: valueOf(person, cover),
      },
    ),
    muted(texts.absence.coverAskedWhy),
  ],
});

/** By either of the two: the one who is covered, or the one who stands in and cannot. */
export async function uncover(context: Context<EventOf<"action">>): Promise<Outcome> {
  const { stores, person, texts, event, now } = context;
  const [coveredId = "", byId = "", start = "", end = ""] = event.value.split("|");
  const { absence } = texts;
  if (person.id !== coveredId && person.id !== byId)
    return { type: "reply", card: { title: texts.common.notFoundHere, body: [] } };
  const covered = await stores.people.find(coveredId);
  const isSame = (cover: Cover | undefined): boolean =>
    cover?.byId === byId && cover.start === start && cover.end === end;
  if (!covered || !isSame(covered.cover))
    return { type: "replace", card: { title: absence.coverOver, body: [] } };
  await stores.people.update(coveredId, (current) => {
    const { cover, ...rest } = current;
    return isSame(cover) ? rest : current;
  });
  if (person.id === byId) await tellCovered(context, covered);
  await follow({ ...context, person: covered });
  const isNow = coverOn(covered, localDate(now, covered.timezone)) !== undefined;
  return {
    type: "replace",
    card: {
      title: absence.coverEnded,
      body: isNow ? [text(absence.coverEndedBody)] : [],
    },
  };
}

async function tellCovered({ outbox, person, event }: Context, covered: Person): Promise<void> {
  const to = reachedAt(covered);
  if (!to) return;
  const { absence } = textsFor(covered.locale, covered.timezone);
  await outbox.post({
    key: `absence.cannot/${covered.id}/${event.id}`,
    kind: "absence.cannot",
    manner: "answer",
    to,
    card: {
      title: absence.coverCannotNews(person.name),
      body: [actions({ label: absence.coverAsk, action: "absence.cover", value: "" })],
    },
  });
}
