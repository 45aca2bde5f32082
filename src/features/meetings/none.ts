/** None of the times on offer suits: why not, and other ones that follow from it. */

import { notFound } from "../../access.ts";
import { answer } from "../../card.ts";
import { whenOf } from "../../here/meeting.ts";
import { REFUSALS, turnDown, type MeetingSearch } from "../../meetings/search.ts";
import { slotsToOffer } from "../../meetings/slots.ts";
import { lengthOf, oneLine } from "../../plain-text.ts";
import type { Outcome } from "../../ports.ts";
import { retell } from "../../telling/tell.ts";
import { partnersOf } from "../../team/partnership.ts";
import { roundCard } from "./cards.ts";
import { redraw } from "./look.ts";
import { asItStands, WORDS_LIMIT, type Pressed, type Submitted } from "./pick.ts";
import { roundFor, roundValue, settingFor } from "./round.ts";
import { askedKey } from "./settle.ts";

export async function askNone(context: Pressed): Promise<Outcome> {
  const { event, texts } = context;
  const found = await roundFor(context, event.value);
  if (!found) return notFound(context, event.value.split("|")[0] ?? "");
  const { round, isCurrent } = found;
  const { meetings: say, common } = texts;
  if (!isCurrent || round.search.status !== "open") return asItStands(round, texts, say.over);
  const shown = round.search.slots.map((slot) => whenOf(slot, round.place.today, texts));
  return {
    type: "ask",
    form: {
      form: "meeting.none",
      title: say.noneTitle,
      submit: say.noneSend,
      cancel: common.cancel,
      // The times that were on offer: a repeated submission turns down no others.
      context: roundValue(round.search, ...round.search.slots.map((s) => `${s.date} ${s.start}`)),
      inputs: [
        { type: "note", text: shown.join("\n") },
        {
          type: "choice",
          id: "why",
          label: say.noneWhy,
          value: "days",
          options: REFUSALS.map((value) => ({ label: say.reasons[value], value })),
          open: true,
        },
        {
          type: "text",
          id: "words",
          label: say.noneWords,
          hint: say.noneHint,
          optional: true,
          maxLength: WORDS_LIMIT,
        },
      ],
    },
  };
}

export async function submitNone(context: Submitted): Promise<Outcome> {
  const { event, texts, person, stores } = context;
  const found = await roundFor(context, event.context);
  if (!found) return notFound(context, event.context.split("|")[0] ?? "");
  const { round, isCurrent } = found;
  const { meetings: say, common } = texts;
  const { search, place } = round;
  const words = oneLine(answer(event.answers, "words"));
  if (lengthOf(words) > WORDS_LIMIT)
    return { type: "invalid", problems: { words: common.tooLong(WORDS_LIMIT) } };
  const why = REFUSALS.find((each) => each === answer(event.answers, "why")) ?? "other";
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
  for (const slot of search.slots)
    await retell(context, partnersOf(place.partnership), askedKey(round, slot), (theirs) =>
      roundCard(now, theirs),
    );
  return asItStands(now, texts, slots.length > 0 ? say.noneDone : say.noneLeft);
}
