/** The next check-in, its topics and what can be done with it, for one partner. */

import { notFound, notPartner, partnershipFor, partnershipsMeant } from "../../access.ts";
import type { Context, EventOf } from "../../feature.ts";
import type { HomeLine } from "../../finding/declared.ts";
import type { Partnership } from "../../team/partnership.ts";
import type { Outcome } from "../../ports.ts";
import { choiceCard, nameOf } from "./cards.ts";
import { nextCheckIn, placeOf } from "../../here/meeting.ts";
import { openSeries } from "./series.ts";
import { overview } from "./show.ts";

/** `/liaison checkin`: the form when there is none yet, else the next one. */
export async function showByCommand(context: Context<EventOf<"command">>): Promise<Outcome> {
  const meant = (await partnershipsMeant(context)).map(({ partnership }) => partnership);
  const [only] = meant;
  if (!only) return notPartner(context);
  if (meant.length > 1) return await choose(context, meant);
  return only.series ? await overview(context, only) : await openSeries(context, only);
}

/** `/liaison topics`: the same, also where no meeting was set up. */
export async function showTopics(context: Context<EventOf<"command">>): Promise<Outcome> {
  const meant = (await partnershipsMeant(context)).map(({ partnership }) => partnership);
  const [only] = meant;
  if (!only) return notPartner(context);
  return meant.length > 1 ? await choose(context, meant) : await overview(context, only);
}

export async function showOne(context: Context<EventOf<"action">>): Promise<Outcome> {
  const found = await partnershipFor(context, context.event.value);
  if (!found) return notFound(context, context.event.value);
  return await overview(context, found.partnership);
}

async function choose(context: Context, meant: readonly Partnership[]): Promise<Outcome> {
  const lines = await Promise.all(
    meant.map(async (partnership) => {
      const place = await placeOf(context, partnership);
      return { place, next: await nextCheckIn(context, place) };
    }),
  );
  return { type: "reply", card: choiceCard(lines, context.texts) };
}

const MOST_AT_HOME = 3;

/** One line for each partnership, with its one obvious button. */
export async function homeLines(context: Context<EventOf<"home">>): Promise<readonly HomeLine[]> {
  const { stores, person, texts } = context;
  const { checkIn: say } = texts;
  const partnerships = await stores.partnerships.ofPartner(person.id);
  return await Promise.all(
    partnerships.slice(0, MOST_AT_HOME).map(async (partnership) => {
      const place = await placeOf(context, partnership);
      const next = await nextCheckIn(context, place);
      const about = place.school.name;
      if (!next)
        return {
          title: say.homeNone(about),
          detail: say.noneBody,
          button: {
            label: say.setUp,
            action: "check_in.set_up",
            value: partnership.id,
            about,
          },
        };
      const { total } = await stores.topics.queued(partnership.id, { skip: 0, limit: 1 });
      const name = nameOf(next, place.today, texts);
      const detail = `${about} · ${total === 0 ? say.noTopics : say.topicCount(total)}`;
      return {
        title: name,
        detail,
        button: { label: say.addTopic, action: "topic.add", value: next.id, about: name },
      };
    }),
  );
}
