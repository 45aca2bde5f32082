/** Topics for the next check-in: proposed by any partner, shown in the channel, taken back by their proposer. */

import {
  checkInFor,
  notFound,
  notPartner,
  partnershipFor,
  partnershipsMeant,
  shortId,
} from "../../access.ts";
import { actions, answer, text, type Card, type Form } from "../../card.ts";
import { dropTopic, type CheckIn } from "../../check-in/check-in.ts";
import type { Context, EventOf, Services } from "../../feature.ts";
import type { Partnership } from "../../team/partnership.ts";
import { isBlank, lengthOf, oneLine } from "../../plain-text.ts";
import type { Outcome } from "../../ports.ts";
import type { Texts } from "../../texts/index.ts";
import { reviseShared } from "../../telling/share.ts";
import { agendaOf } from "./agenda.ts";
import { announcementCard } from "./cards.ts";
import { nextCheckIn, placeOf, whenOf, type Place } from "../../here/meeting.ts";
import { announcementKey } from "./keys.ts";
import { MENDED_IN_FORM, givenBackCard, lengthNotes } from "../too-long.ts";
import type { Topic } from "../../check-in/topic.ts";
import { line, pick, optional } from "../../fields/field.ts";
import { formOf } from "../../fields/form.ts";
import { readForm } from "../../fields/read.ts";

const TOPIC = { title: line(200) };
const TOPIC_AT = { partnership: optional(pick), ...TOPIC };

/** The announcement of the next meeting, if it was made, with its topics as they are now. */
export async function refreshAnnouncement(services: Services, place: Place): Promise<void> {
  const next = await nextCheckIn(services, place);
  if (!next) return;
  const agenda = await agendaOf(services, place);
  await reviseShared(services, place, announcementKey(next), (texts) =>
    announcementCard(next, agenda, place, texts),
  );
}

/** `/liaison topic …`; asks when there is no text, when it is too long, or which school is meant. */
export async function addByCommand(
  context: Context<EventOf<"command">>,
  rest: string,
): Promise<Outcome> {
  const meant = (await partnershipsMeant(context)).map(({ partnership }) => partnership);
  const [only] = meant;
  if (!only) return notPartner(context);
  const title = oneLine(rest);
  if (lengthOf(title) > MENDED_IN_FORM)
    return { type: "reply", card: tooLongCard(rest, only, context.texts) };
  if (meant.length > 1 || isBlank(title) || lengthOf(title) > TOPIC.title.max)
    return { type: "ask", form: await topicForm(context, meant, title) };
  return await added(context, only, title, context.event.id);
}

/** The form with a sentence as the topic. */
export async function askWith(
  context: Context<EventOf<"action">>,
  sentence: string,
): Promise<Outcome> {
  const meant = (await partnershipsMeant(context)).map(({ partnership }) => partnership);
  return meant.length > 0
    ? { type: "ask", form: await topicForm(context, meant, oneLine(sentence)) }
    : notPartner(context);
}

const tooLongCard = (typed: string, { id }: Partnership, texts: Texts): Card =>
  givenBackCard(
    typed,
    TOPIC.title.max,
    { label: texts.checkIn.addTopic, action: "topic.add", value: id, style: "primary" },
    texts,
  );

/** The button, which comes with a check-in or a partnership. */
export async function askTopic(context: Context<EventOf<"action">>): Promise<Outcome> {
  const { value } = context.event;
  const found = (await checkInFor(context, value)) ?? (await partnershipFor(context, value));
  if (!found) return notFound(context, value);
  return { type: "ask", form: await topicForm(context, [found.partnership], "") };
}

async function topicForm(
  { stores, texts }: Context,
  meant: readonly Partnership[],
  title: string,
): Promise<Form> {
  const { checkIn: say } = texts;
  const schools = await stores.schools.findAll(meant.map(({ schoolId }) => schoolId));
  const options = meant.map(({ id, schoolId }) => ({
    value: id,
    label: schools.find((school) => school.id === schoolId)?.name ?? schoolId,
  }));
  const [first] = meant;
  const hint = say.formTopicHint;
  return formOf(texts, TOPIC_AT, {
    form: "topic",
    title: say.formTopic,
    submit: say.formTopicSend,
    context: first?.id ?? "",
    before: lengthNotes(title, TOPIC.title.max, texts),
    ask: {
      ...(meant.length > 1 ? { partnership: { label: say.formTopicSchool, options } } : {}),
      title: { label: say.formTopicTitle, hint, room: MENDED_IN_FORM },
    },
    values: { partnership: first?.id, title },
  });
}

export async function addByForm(context: Context<EventOf<"form">>): Promise<Outcome> {
  const { event } = context;
  const id = answer(event.answers, "partnership") || event.context;
  const found = await partnershipFor(context, id);
  if (!found) return notFound(context, id);
  const read = readForm(TOPIC, context);
  if (read.type === "invalid") return read;
  return await added(context, found.partnership, read.values.title, event.instance);
}

async function added(
  context: Context,
  partnership: Partnership,
  title: string,
  origin: string,
): Promise<Outcome> {
  const { stores, person, texts } = context;
  const place = await placeOf(context, partnership);
  const topic = await stores.topics.create({
    partnershipId: partnership.id,
    proposedById: person.id,
    title,
    status: "queued",
    linkedItemIds: [],
    checkInId: null,
    origin,
    proposedOn: place.today,
  });
  await refreshAnnouncement(context, place);
  return {
    type: "reply",
    card: addedCard(topic, await nextCheckIn(context, place), place, texts),
  };
}

function addedCard(
  topic: Topic,
  next: CheckIn | undefined,
  { partnership, school, today }: Place,
  texts: Texts,
): Card {
  const { checkIn: say } = texts;
  return {
    title: next
      ? say.topicAdded(topic.id, whenOf(next, today, texts))
      : say.topicAddedNoDate(topic.id),
    body: [
      text(topic.title),
      ...(next || partnership.series ? [] : [text(say.topicNoSeries)]),
      actions(
        ...(next || partnership.series
          ? []
          : [
              {
                label: say.setUp,
                action: "check_in.set_up",
                value: partnership.id,
                about: school.name,
                style: "primary" as const,
              },
            ]),
        {
          label: say.remove,
          action: "topic.remove",
          value: topic.id,
          about: `${topic.id} ${topic.title}`,
        },
      ),
    ],
  };
}

/** By its proposer, while it waits. A second press finds it gone and says the same. */
export async function removeTopic(context: Context<EventOf<"action">>): Promise<Outcome> {
  const { stores, person, texts, event } = context;
  const { checkIn: say } = texts;
  const id = shortId("t", event.value);
  const topic = await stores.topics.find(id);
  const mine = topic && (await partnershipFor(context, topic.partnershipId));
  if (!mine) return notFound(context, id);
  const says = (title: string): Card => ({ title, body: [text(topic.title)] });
  if (topic.proposedById !== person.id) return { type: "reply", card: says(say.topicNotYours(id)) };
  const dropped = await stores.topics.update(id, dropTopic);
  if (dropped?.status !== "dropped") return { type: "reply", card: says(say.topicOver(id)) };
  await refreshAnnouncement(context, await placeOf(context, mine.partnership));
  return { type: "reply", card: says(say.topicRemoved(id)) };
}
