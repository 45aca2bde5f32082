/** None of the times on offer suits: why not, and other ones that follow from it. */

import { notFound } from "../../access.ts";
import { one, optional } from "../../fields/field.ts";
import { formOf } from "../../fields/form.ts";
import { readForm } from "../../fields/read.ts";
import { whenOf } from "../../here/meeting.ts";
import { REFUSALS, turnDown, type MeetingSearch } from "../../meetings/search.ts";
import { slotsToOffer } from "../../meetings/slots.ts";
import type { Outcome } from "../../ports.ts";
import { retell } from "../../telling/tell.ts";
import { partnersOf } from "../../team/partnership.ts";
import { redraw } from "./redraw.ts";
import { asItStands, WORDS, type Pressed, type Submitted } from "./pick.ts";
import { watch } from "./renew.ts";
import { roundFor, roundValue, settingFor } from "./round.ts";
import { askedKey } from "./settle.ts";

const NONE = { why: one(...REFUSALS), words: optional(WORDS) };

export async function askNone(context: Pressed): Promise<Outcome> {
  const { event, texts } = context;
  const found = await roundFor(context, event.value);
  if (!found) return notFound(context, event.value.split("|")[0] ?? "");
  const { round, isCurrent } = found;
  const { meetings: say } = texts;
  if (!isCurrent || round.search.status !== "open") return asItStands(round, texts, say.over);
  const shown = round.search.slots.map((slot) => whenOf(slot, round.place.today, texts));
  const form = formOf(texts, NONE, {
    form: "meeting.none",
    title: say.noneTitle,
    submit: say.noneSend,
    // The times that were on offer: a repeated submission turns down no others.
    context: roundValue(round.search, ...round.search.slots.map((s) => `${s.date} ${s.start}`)),
    before: [{ type: "note", text: shown.join("\n") }],
    ask: {
      why: { label: say.noneWhy, options: say.reasons },
      words: { label: say.noneWords, hint: say.noneHint },
    },
    values: { why: "days" },
  });
  return { type: "ask", form };
}

export async function submitNone(context: Submitted): Promise<Outcome> {
  const { event, texts, person, stores } = context;
  const found = await roundFor(context, event.context);
  if (!found) return notFound(context, event.context.split("|")[0] ?? "");
  const { round, isCurrent } = found;
  const { meetings: say } = texts;
  const { search, place } = round;
  const read = readForm(NONE, context);
  if (read.type === "invalid") return read;
  const { words, why } = read.values;
  const [, , ...offered] = event.context.split("|");
  const isSame = (current: MeetingSearch): boolean =>
    current.status === "open" &&
    current.turn === search.turn &&
    current.slots.map(({ date, start }) => `${date} ${start}`).join() === offered.join();
  if (!isCurrent || !isSame(search)) return asItStands(round, texts, say.noneDone);
  const refused = { byId: person.id, side: round.side, why, words };
  const tried = turnDown(search, refused, []);
  const slots = slotsToOffer(search.kind, await settingFor(context, place, tried));
  const after =
    (await stores.searches.update(search.id, (current) =>
      isSame(current) ? turnDown(current, refused, slots) : current,
    )) ?? tried;
  const now = { ...round, search: after };
  await redraw(context, now);
  await watch(context, now);
  // What still waits to be asked is not asked any more; what was asked has no buttons left.
  for (const slot of search.slots)
    await retell(context, partnersOf(place.partnership), askedKey(round, slot), (texts) => ({
      title: texts.meetings.askedNoMore,
      body: [],
    }));
  return asItStands(now, texts, slots.length > 0 ? say.noneDone : say.noneLeft);
}
