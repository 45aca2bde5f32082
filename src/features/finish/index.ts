/** A goal is said to be done by one side and confirmed, or not yet, by the other. */

import { goalFor, looksLikeId, notFound } from "../../access.ts";
import { actions, answer, quote } from "../../card.ts";
import {
  beforeNotYet,
  claimDone,
  claimId,
  confirmDone,
  confirmingSide,
  notYetDone,
  unconfirmDone,
  withdrawClaim,
} from "../../reflection/completion.ts";
import type { Context, EventOf, Feature, Services, TimerContext } from "../../feature.ts";
import type { Goal, GoalStatus } from "../../goal/goal.ts";
import type { Partnership } from "../../team/partnership.ts";
import { manyLines } from "../../plain-text.ts";
import type { Outcome } from "../../ports.ts";
import { localDate } from "../../time/calendar.ts";
import { schoolDays } from "../../here/school-days.ts";
import { wouldHear } from "../../telling/when-told.ts";
import { claimedCard, confirmCard, notYetForm, plainCard, undoButton, NOT_YET } from "./cards.ts";
import {
  askToConfirm,
  autoConfirmKey,
  autoConfirmTimer,
  celebrate,
  laterAutoConfirm,
  settleConfirmCards,
  takeBackCelebration,
  tellNotYet,
} from "./messages.ts";
import { readForm } from "../../fields/read.ts";

export const finishFeature: Feature = {
  name: "finish",
  commands: {
    "goal done": {
      summary: ({ reflection }) => reflection.doneSummary,
      situation: "plan",
      words: ({ commands }) => commands["goal done"],
      menu: false,
      hint: "<number>",
      accepts: (rest) => rest === "" || looksLikeId("g", rest),
      run: async (context, rest) =>
        rest
          ? await claim(context, rest)
          : { type: "reply", card: plainCard(context.texts.reflection.whichDone) },
    },
  },
  actions: {
    "goal.done": async (context) => await claim(context, context.event.value),
    "goal.unclaim": withdraw,
    "goal.unconfirm": unconfirm,
    "goal.confirm": async (context) => await answerClaim(context, confirm),
    "goal.not_yet": async (context) =>
      await answerClaim(context, ({ goal }, { texts }) =>
        Promise.resolve(
          goal.status === "done"
            ? { type: "replace", card: plainCard(texts.reflection.confirmed(goal.id)) }
            : { type: "ask", form: notYetForm(texts, goal) },
        ),
      ),
  },
  asks: ["goal.not_yet"],
  forms: { "not-yet": { submit: async (context) => await answerClaim(context, notYet) } },
  timers: { "goal.auto_confirm": autoConfirm },
  reconcile: setMissingTimers,
};

async function claim(
  context: Context<EventOf<"command">> | Context<EventOf<"action">>,
  typed: string,
): Promise<Outcome> {
  const { stores, person, now, texts, event } = context;
  const found = await goalFor(context, typed);
  if (!found) return notFound(context, typed);
  const { partnership } = found;
  const goal = await stores.goals.update(found.goal.id, (current) =>
    claimDone(current, person.id, now),
  );
  if (!goal) return notFound(context, typed);
  const { school, week } = await schoolDays(stores, partnership.schoolId);
  const isAsked =
    goal.status === "awaiting_confirmation" && confirmingSide(goal, partnership) === found.side;
  const card = isAsked
    ? confirmCard(texts, goal, await claimerName(context, goal))
    : claimedCard(texts, goal, found.goal, {
        asked: await askedPeople(context, goal, partnership),
        viewerId: person.id,
        today: localDate(now, school.timezone),
      });
  const heard =
    goal.status === "awaiting_confirmation"
      ? await askToConfirm(context, goal, partnership, { school, week })
      : [];
  return {
    type: event.type === "action" ? "replace" : "reply",
    card: isAsked ? card : { ...card, body: [...card.body, ...heard] },
  };
}

/** The name of who said done; the reader's own while nobody did. */
async function claimerName({ stores, person }: Context, { claim }: Goal): Promise<string> {
  const claimer = claim && (await stores.people.find(claim.byId));
  return (claimer ?? person).name;
}

async function askedPeople(
  { stores }: Context,
  goal: Goal,
  partnership: Partnership,
): Promise<readonly string[]> {
  const side = confirmingSide(goal, partnership);
  if (!side) return [];
  const people = await stores.people.findAll(
    side === "library" ? partnership.libraryIds : partnership.itIds,
  );
  return people.filter(({ active }) => active).map(({ name }) => name);
}

/** Done too: repeating a confirmation repairs what a crash left out, and changes nothing else. */
const ANSWERABLE: readonly GoalStatus[] = ["awaiting_confirmation", "done"];

type Answering = Context<EventOf<"action">> | Context<EventOf<"form">>;
interface Claimed {
  readonly goal: Goal;
  readonly partnership: Partnership;
}

/** Lets only the other side answer, and only the claim that the card was about. */
async function answerClaim<C extends Answering>(
  context: C,
  respond: (found: Claimed, context: C) => Promise<Outcome>,
): Promise<Outcome> {
  const { event, texts, person } = context;
  const [id = "", claimed = ""] = (event.type === "action" ? event.value : event.context).split(
    "|",
  );
  const found = await goalFor(context, id);
  if (!found) return notFound(context, id);
  const { partnership, side } = found;
  const goal = event.type === "form" ? beforeNotYet(found.goal, person.id) : found.goal;
  if (!ANSWERABLE.includes(goal.status) || claimId(goal) !== claimed)
    return answeredBefore(context, goal);
  if (confirmingSide(goal, partnership) !== side)
    return { type: "reply", card: plainCard(texts.reflection.ownClaim) };
  return await respond({ goal, partnership }, context);
}

/** Somebody else was quicker; what this person wrote goes back to them. */
function answeredBefore({ event, texts }: Answering, { id }: Goal): Outcome {
  const note = event.type === "form" ? manyLines(answer(event.answers, "note")) : "";
  const card = plainCard(texts.reflection.claimGone(id));
  return { type: "replace", card: { ...card, body: note ? [quote(note)] : [] } };
}

async function confirm({ goal, partnership }: Claimed, context: Answering): Promise<Outcome> {
  const { stores, person, texts } = context;
  const days = await schoolDays(stores, partnership.schoolId);
  const done = await stores.goals.update(goal.id, (current) =>
    confirmDone(current, days.school.timezone, person.id),
  );
  if (done?.status !== "done") return answeredBefore(context, goal);
  const at = await celebrate(context, done, partnership, days, person);
  const heardAt = await wouldHear(context, person.id, { at, manner: "expected" });
  const surveyDay = localDate(heardAt ?? at, person.timezone);
  const said = plainCard(
    texts.reflection.confirmed(goal.id),
    goal.title,
    texts.reflection.surveyNext(texts.dates.day(surveyDay, surveyDay)),
  );
  const isTheirs = done.confirmedById === person.id;
  const undo = isTheirs ? [actions(undoButton(texts.common, "goal.unconfirm", done))] : [];
  const card = { ...said, body: [...said.body, ...undo] };
  await settleConfirmCards(context, goal, partnership, (theirs, { id }) =>
    id === person.id
      ? card
      : plainCard(theirs.reflection.confirmedBy(person.name, goal.id), goal.title),
  );
  return { type: "replace", card };
}

async function notYet(
  { goal, partnership }: Claimed,
  context: Context<EventOf<"form">>,
): Promise<Outcome> {
  const { stores, person, texts } = context;
  const read = readForm(NOT_YET, context);
  if (read.type === "invalid") return read;
  const { note } = read.values;
  const reopened = await stores.goals.update(goal.id, (current) =>
    claimId(current) === claimId(goal) ? notYetDone(current, person.id) : current,
  );
  if (reopened?.status !== "on_track") return answeredBefore(context, goal);
  const told = await tellNotYet(context, goal, note);
  const card = plainCard(
    texts.reflection.notYetDone(goal.id),
    goal.title,
    ...(told ? [texts.reflection.notYetTold(told)] : []),
  );
  await settleConfirmCards(context, goal, partnership, (theirs, { id }) =>
    id === person.id
      ? card
      : plainCard(theirs.reflection.notYetNews(person.name, goal.id), goal.title),
  );
  return { type: "replace", card };
}

/** Whoever said done takes it back while nobody has answered; those who were asked see that it goes on. */
async function withdraw(context: Context<EventOf<"action">>): Promise<Outcome> {
  const { event, stores, person, texts, timers } = context;
  const [id = "", claimed = ""] = event.value.split("|");
  const found = await goalFor(context, id);
  if (!found) return notFound(context, id);
  const { goal, partnership } = found;
  const after = await stores.goals.update(goal.id, (current) =>
    claimId(current) === claimed ? withdrawClaim(current, person.id) : current,
  );
  if (!after || after.claim || after.withdrawnAt?.getTime().toString(36) !== claimed)
    return tooLate(context, goal);
  await timers.cancel(autoConfirmKey(goal));
  await settleConfirmCards(context, goal, partnership, (theirs) =>
    plainCard(theirs.reflection.withdrawnNews(person.name, goal.id), goal.title),
  );
  return { type: "replace", card: plainCard(texts.reflection.withdrawn(goal.id), goal.title) };
}

/** Whoever confirmed takes it back before anybody was asked how it went: the question is open again. */
async function unconfirm(context: Context<EventOf<"action">>): Promise<Outcome> {
  const { event, stores, person, texts } = context;
  const [id = "", claimed = ""] = event.value.split("|");
  const found = await goalFor(context, id);
  if (!found) return notFound(context, id);
  const { goal, partnership } = found;
  const isTheirs = claimId(goal) === claimed && unconfirmDone(goal, person.id) !== goal;
  if (!isTheirs) return tooLate(context, goal);
  const days = await schoolDays(stores, partnership.schoolId);
  if (!(await takeBackCelebration(context, goal, partnership, days))) return tooLate(context, goal);
  const asked =
    (await stores.goals.update(goal.id, (current) => unconfirmDone(current, person.id))) ?? goal;
  const timer = autoConfirmTimer(asked, days, stores.districtId);
  if (timer) await context.timers.set(timer);
  const who = await claimerName(context, asked);
  await settleConfirmCards(context, asked, partnership, (theirs) =>
    confirmCard(theirs, asked, who),
  );
  return { type: "replace", card: confirmCard(texts, asked, who) };
}

const tooLate = ({ texts }: Context, { title }: Goal): Outcome => ({
  type: "reply",
  card: plainCard(texts.common.undoTooLate, title),
});

/** No answer for three working days counts as yes (rules, section 6). */
async function autoConfirm(context: TimerContext): Promise<void> {
  const { stores, id } = context;
  const [goalId = "", claimed = ""] = id.split("|");
  const goal = await stores.goals.find(goalId);
  if (!goal || goal.deleted || claimId(goal) !== claimed) return;
  const partnership = await stores.partnerships.find(goal.partnershipId);
  if (!partnership) return;
  const days = await schoolDays(stores, partnership.schoolId);
  const later = await laterAutoConfirm(context, goal, partnership, days);
  const timer = later && autoConfirmTimer(goal, days, stores.districtId);
  if (timer) {
    await context.timers.set({ ...timer, at: later });
    return;
  }
  const done = await stores.goals.update(goal.id, (current) =>
    confirmDone(current, days.school.timezone),
  );
  if (done?.status !== "done") return;
  await celebrate(context, done, partnership, days, "silence");
  await settleConfirmCards(context, goal, partnership, (theirs) =>
    plainCard(theirs.reflection.confirmedAlone(goal.id), goal.title),
  );
}

/** Every claim that waits keeps the day on which silence counts as yes. */
async function setMissingTimers({ stores, timers }: Services): Promise<void> {
  for (const partnership of await stores.partnerships.all()) {
    const days = await schoolDays(stores, partnership.schoolId);
    const { rows } = await stores.goals.list({
      partnershipIds: [partnership.id],
      statuses: ["awaiting_confirmation"],
      page: { skip: 0, limit: 1000 },
    });
    for (const goal of rows) {
      const timer = autoConfirmTimer(goal, days, stores.districtId);
      if (timer) await timers.ensure(timer);
    }
  }
}
