/** A supervisor's question gets an answer of the partners: one, to whoever asked and to nobody else. */

import { notFound } from "../../access.ts";
import {
  actions,
  item as row,
  muted,
  quote,
  text,
  type Block,
  type Button,
  type Card,
} from "../../card.ts";
import type { Context, EventOf, Services } from "../../feature.ts";
import { lines } from "../../fields/field.ts";
import { formOf } from "../../fields/form.ts";
import { readForm } from "../../fields/read.ts";
import { shorten } from "../../plain-text.ts";
import type { Outcome } from "../../ports.ts";
import { nameOf, placeFor, type MyPlace, type Place } from "../../here/here.ts";
import {
  answerQuestion,
  mayRead,
  type PlanShare,
  type Reaction,
} from "../../protocol/plan-share.ts";
import { retell, tellPeople } from "../../telling/tell.ts";
import { partnersOf } from "../../team/partnership.ts";
import type { Person } from "../../team/person.ts";
import type { Texts } from "../../texts/index.ts";
import { whatOf } from "./snapshot.ts";

const ANSWER = { answer: lines(1000) };
const BESIDE = 120;

export const questionKey = (shareId: string, reactionId: string): string =>
  `plan.reaction/${shareId}/${reactionId}`;

/** The question as the partners read it, with the way to answer it, or with the answer. */
export function questionCard(
  texts: Texts,
  share: PlanShare,
  { id: reactionId, words, answer: given }: Reaction,
  { reader, answeredBy }: { readonly reader: string; readonly answeredBy?: string },
): Card {
  const { sharing } = texts;
  return {
    title: sharing.questionNews(reader, whatOf(texts, share)),
    body: [
      quote(words),
      ...(given
        ? [text(sharing.answeredBy(answeredBy ?? "")), quote(given.words)]
        : [actions(answerButton(sharing, share.id, reactionId, reader))]),
      muted(sharing.newsWhy),
    ],
  };
}

const answerButton = (
  { answer: label }: Texts["sharing"],
  shareId: string,
  reactionId: string,
  reader: string,
): Button => ({
  label,
  action: "sharing.answer",
  value: `${shareId}|${reactionId}`,
  about: reader,
  style: "primary",
  asks: true,
});

interface Asked {
  readonly place: MyPlace;
  readonly share: PlanShare;
  readonly question: Reaction;
}

/** `share|question`, for one of the partners it was put to. */
async function askedOf(context: Context, value: string): Promise<Asked | undefined> {
  const [shareId = "", reactionId = ""] = value.split("|");
  const share = await context.stores.planShares.find(shareId);
  const place = share && (await placeFor(context, share.partnershipId));
  const question = share?.reactions.find(
    ({ id, kind }) => id === reactionId && kind === "question",
  );
  return share && place && question && { place, share, question };
}

export async function askAnswer(context: Context<EventOf<"action">>): Promise<Outcome> {
  const { event, texts, stores } = context;
  const asked = await askedOf(context, event.value);
  if (!asked) return notFound(context, event.value);
  const { share, question } = asked;
  const reader = (await stores.people.find(question.readerId))?.name ?? "";
  if (question.answer)
    return { type: "reply", card: await answeredCard(context, asked, texts, reader) };
  const { sharing } = texts;
  const form = formOf(texts, ANSWER, {
    form: "sharing.answer",
    title: sharing.answerForm,
    submit: sharing.answer,
    context: `${share.id}|${question.id}`,
    before: [{ type: "note", title: sharing.questionOf(reader), text: question.words }],
    ask: { answer: { label: sharing.answerLabel, hint: sharing.answerHint } },
  });
  return { type: "ask", form };
}

async function answeredCard(
  { stores }: Pick<Services, "stores">,
  { share, question }: Pick<Asked, "share" | "question">,
  texts: Texts,
  reader: string,
): Promise<Card> {
  const by = question.answer && (await stores.people.find(question.answer.byId));
  return questionCard(texts, share, question, { reader, ...(by ? { answeredBy: by.name } : {}) });
}

export async function sendAnswer(context: Context<EventOf<"form">>): Promise<Outcome> {
  const { stores, event, person, texts, now } = context;
  const asked = await askedOf(context, event.context);
  if (!asked) return notFound(context, event.context);
  const { sharing } = texts;
  const read = readForm(ANSWER, context, { missing: { answer: sharing.writeAnswer } });
  if (read.type === "invalid") return read;
  const words = read.values.answer;
  const share = await stores.planShares.update(asked.share.id, (current) =>
    answerQuestion(current, asked.question.id, { words, byId: person.id, at: now }),
  );
  const question = share?.reactions.find(({ id }) => id === asked.question.id);
  if (!share || !question?.answer) return notFound(context, event.context);
  const reader = await stores.people.find(question.readerId);
  const isMine = question.answer.byId === person.id && question.answer.words === words;
  const { partnership } = asked.place;
  if (reader && mayRead(share, partnership, reader.id))
    await tellReader(context, share, question, reader);
  const by = await stores.people.find(question.answer.byId);
  await retell(context, partnersOf(partnership), questionKey(share.id, question.id), (theirs) =>
    questionCard(theirs, share, question, {
      reader: reader?.name ?? "",
      answeredBy: by?.name ?? "",
    }),
  );
  return isMine
    ? {
        type: "reply",
        card: { title: sharing.answerSent(reader?.name ?? ""), body: [quote(words)] },
      }
    : {
        type: "reply",
        card: await answeredCard(context, { share, question }, texts, reader?.name ?? ""),
      };
}

async function tellReader(
  services: Pick<Services, "stores" | "outbox">,
  share: PlanShare,
  { id, words, answer: given }: Reaction,
  reader: Person,
): Promise<void> {
  if (!given) return;
  const by = await services.stores.people.find(given.byId);
  await tellPeople(
    services,
    [reader.id],
    { key: `plan.answered/${share.id}/${id}`, kind: "plan.answered", manner: "answer" },
    (theirs) => ({
      title: theirs.sharing.answerNews(by?.name ?? "", whatOf(theirs, share)),
      body: [quote(words), text(given.words), muted(theirs.sharing.answerWhy)],
    }),
  );
}

const LISTED = 8;

/** Questions of readers to the partners, the latest first; those without an answer can get one. */
export async function questionRows(
  { stores, texts }: Pick<Context, "stores" | "texts">,
  place: Pick<Place, "partnership">,
): Promise<readonly Block[]> {
  const { sharing } = texts;
  const shares = await stores.planShares.ofPartnership(place.partnership.id);
  const asked = shares
    .flatMap((share) => share.reactions.map((reaction) => ({ share, reaction })))
    .filter(({ reaction }) => reaction.kind === "question")
    .sort((a, b) => b.reaction.at.getTime() - a.reaction.at.getTime())
    .slice(0, LISTED);
  const readers = await stores.people.findAll(asked.map(({ reaction }) => reaction.readerId));
  const people = new Map(readers.map((reader) => [reader.id, reader]));
  return asked.map(({ share, reaction }) => {
    const reader = nameOf({ people }, reaction.readerId);
    return row(
      texts.labelled(reader, shorten(reaction.words, BESIDE)),
      reaction.answer ? sharing.answered : sharing.notAnswered,
      reaction.answer ? undefined : answerButton(sharing, share.id, reaction.id, reader),
    );
  });
}
