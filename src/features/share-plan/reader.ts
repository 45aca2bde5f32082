/** What a supervisor can do with a plan that was shared with them: read, thank, ask. Nothing else. */

import { notFound, sharedWith } from "../../access.ts";
import { lineItem, muted, quote, text } from "../../card.ts";
import type { Context, EventOf } from "../../feature.ts";
import type { HomeLine } from "../../finding/declared.ts";
import { lines } from "../../fields/field.ts";
import { formOf } from "../../fields/form.ts";
import { readForm } from "../../fields/read.ts";
import type { Outcome } from "../../ports.ts";
import { mayRead, react, type PlanShare, type Reaction } from "../../protocol/plan-share.ts";
import { tellPeople } from "../../telling/tell.ts";
import { partnersOf } from "../../team/partnership.ts";
import { localDate } from "../../time/calendar.ts";
import { pageNumber } from "../../page-number.ts";
import { questionCard, questionKey } from "./answer.ts";
import { snapshotOf } from "./propose.ts";
import { shareTitle, snapshotCard, whatOf } from "./snapshot.ts";

const QUESTION = { question: lines(500) };
const LISTED = 10;

/** `share|page`: the version as it was shared, whatever has changed since. */
export async function openShared(context: Context<EventOf<"action">>): Promise<Outcome> {
  const [shareId = "", page = "1"] = context.event.value.split("|");
  const mine = await sharedWith(context, shareId);
  const snapshot = mine && (await snapshotOf(context, mine.share));
  return snapshot
    ? { type: "reply", card: snapshotCard(snapshot, context.texts, pageNumber(page)) }
    : notFound(context, shareId);
}

export async function turnShared(context: Context<EventOf<"action">>): Promise<Outcome> {
  const outcome = await openShared(context);
  const isOpen = (await sharedWith(context, context.event.value.split("|")[0] ?? "")) !== undefined;
  return outcome.type === "reply" && isOpen ? { type: "replace", card: outcome.card } : outcome;
}

export async function listShared(context: Context): Promise<Outcome> {
  const { sharing } = context.texts;
  const rows = await sharedRows(context);
  return {
    type: "reply",
    card:
      rows.length > 0
        ? { title: sharing.list, body: rows.map(lineItem) }
        : { title: sharing.listNone, body: [text(sharing.listNoneBody)] },
  };
}

/** Latest first; the others stand in the list. */
const AT_HOME = 2;

export async function sharedLines(context: Context<EventOf<"home">>): Promise<readonly HomeLine[]> {
  return (await sharedRows(context)).slice(0, AT_HOME);
}

async function sharedRows({ stores, person, texts, now }: Context): Promise<readonly HomeLine[]> {
  const { sharing, dates } = texts;
  const sent = await stores.planShares.sentTo(person.id);
  if (sent.length === 0) return [];
  const partnerships = await stores.partnerships.findAll([
    ...new Set(sent.map(({ partnershipId }) => partnershipId)),
  ]);
  const schools = await stores.schools.findAll(partnerships.map(({ schoolId }) => schoolId));
  const today = localDate(now, person.timezone);
  return sent
    .flatMap((share): readonly HomeLine[] => {
      const partnership = partnerships.find(({ id }) => id === share.partnershipId);
      const school = schools.find(({ id }) => id === partnership?.schoolId);
      if (!partnership || !school || !mayRead(share, partnership, person.id)) return [];
      const title = shareTitle(texts, school, share);
      const on = share.sentAt ? dates.day(localDate(share.sentAt, person.timezone), today) : "";
      return [
        {
          title,
          detail: sharing.on(on),
          button: {
            label: share.joint ? sharing.openJoint : sharing.open,
            action: "shared.open",
            value: share.id,
            about: title,
          },
        },
      ];
    })
    .slice(0, LISTED);
}

export async function thank(context: Context<EventOf<"action">>): Promise<Outcome> {
  const { event, person, now, texts } = context;
  const mine = await sharedWith(context, event.value);
  if (!mine) return notFound(context, event.value);
  const id = `thanks/${person.id}`;
  const isFirst = !mine.share.reactions.some((reaction) => reaction.id === id);
  await passOn(context, mine.share, {
    id,
    readerId: person.id,
    kind: "thanks",
    words: "",
    at: now,
  });
  const { sharing } = texts;
  return {
    type: "reply",
    card: { title: isFirst ? sharing.thanked : sharing.thankedBefore, body: [] },
  };
}

export async function askQuestion(context: Context<EventOf<"action">>): Promise<Outcome> {
  const { event, texts } = context;
  const mine = await sharedWith(context, event.value);
  if (!mine) return notFound(context, event.value);
  const { sharing } = texts;
  const form = formOf(texts, QUESTION, {
    form: "shared.ask",
    title: sharing.askForm,
    submit: sharing.ask,
    context: mine.share.id,
    ask: { question: sharing.askLabel },
  });
  return { type: "ask", form };
}

export async function sendQuestion(context: Context<EventOf<"form">>): Promise<Outcome> {
  const { event, person, now, texts } = context;
  const mine = await sharedWith(context, event.context);
  if (!mine) return notFound(context, event.context);
  const { sharing } = texts;
  const read = readForm(QUESTION, context, { missing: { question: sharing.write } });
  if (read.type === "invalid") return read;
  const words = read.values.question;
  await passOn(context, mine.share, {
    id: event.instance,
    readerId: person.id,
    kind: "question",
    words,
    at: now,
  });
  return {
    type: "reply",
    card: { title: sharing.askedBoth, body: [quote(words), text(sharing.askedBothBody)] },
  };
}

/** Keeps it, and tells both sides once. */
async function passOn(context: Context, share: PlanShare, reaction: Reaction): Promise<void> {
  const { stores, person } = context;
  await stores.planShares.update(share.id, (current) => react(current, reaction));
  const partnership = await stores.partnerships.find(share.partnershipId);
  if (!partnership) return;
  await tellPeople(
    context,
    partnersOf(partnership),
    { key: questionKey(share.id, reaction.id), kind: "plan.reaction", manner: "answer" },
    (theirs) =>
      reaction.kind === "question"
        ? questionCard(theirs, share, reaction, { reader: person.name })
        : {
            title: theirs.sharing.thanksNews(person.name, whatOf(theirs, share)),
            body: [muted(theirs.sharing.newsWhy)],
          },
  );
}
