/** What the two sides are told while a goal is being finished, under keys that name the claim. */

import {
  addWorkingDays,
  instantAt,
  localDate,
  nextWorkingDay,
  type LocalTime,
} from "../../time/calendar.ts";
import { muted, quote, text, type Block, type Card } from "../../card.ts";
import { claimId, confirmingSide, reflectionId } from "../../reflection/completion.ts";
import { meetingOf } from "../../reflection/bundle.ts";
import {
  SURVEY_WORKING_DAYS,
  takeBackReflection,
  type Reflection,
} from "../../reflection/reflection.ts";
import type { Context, Services } from "../../feature.ts";
import type { Goal } from "../../goal/goal.ts";
import { membersOf, type Partnership } from "../../team/partnership.ts";
import { reachedAt, type Person } from "../../team/person.ts";
import { readPlace } from "../../here/here.ts";
import type { SchoolDays } from "../../here/school-days.ts";
import { lookTimer } from "../../meetings/search.ts";
import { reviseShared, share, teamOf } from "../../telling/share.ts";
import { askSide } from "../../telling/tell.ts";
import { textsFor, type Texts } from "../../texts/index.ts";
import { confirmCard, plainCard } from "./cards.ts";
import type { Timer } from "../../time/timer.ts";

/** When people start to be reached: never before ten past eight, school time. */
const MORNING = "08:10" as LocalTime;
const CONFIRM_WITHIN_WORKING_DAYS = 3;

/** Each person's own is added. */
const confirmKey = (goal: Goal): string => `goal.confirm/${goal.id}/${claimId(goal)}`;
export const autoConfirmKey = (goal: Goal): string =>
  `goal.auto_confirm/${goal.id}/${claimId(goal)}`;
const thanksKey = (goal: Goal): string => `goal.thanks/${goal.id}/${claimId(goal)}`;

/** Asks everyone of the other side, and sets the day on which silence counts as yes. */
export async function askToConfirm(
  context: Context,
  goal: Goal,
  partnership: Partnership,
  { school, week }: Pick<SchoolDays, "school" | "week">,
): Promise<readonly Block[]> {
  const { stores, timers, person } = context;
  const side = confirmingSide(goal, partnership);
  if (!side || !goal.claim) return [];
  const [claimer] = await stores.people.findAll([goal.claim.byId]);
  const heard = await askSide(
    context,
    partnership,
    side,
    { key: confirmKey(goal), kind: "goal.confirm" },
    (theirs) => confirmCard(theirs, goal, (claimer ?? person).name),
  );
  const timer = autoConfirmTimer(goal, { school, week }, stores.districtId);
  if (timer) await timers.set(timer);
  return heard;
}

/** Rings on the morning after three working days without an answer; undefined when nobody is asked. */
export function autoConfirmTimer(
  goal: Goal,
  { school, week }: Pick<SchoolDays, "school" | "week">,
  districtId: string,
): Timer | undefined {
  if (goal.status !== "awaiting_confirmation" || !goal.claim) return undefined;
  const claimedOn = localDate(goal.claim.at, school.timezone);
  const day = nextWorkingDay(addWorkingDays(claimedOn, CONFIRM_WITHIN_WORKING_DAYS, week), week);
  return {
    key: autoConfirmKey(goal),
    at: instantAt(day, MORNING, school.timezone),
    name: "goal.auto_confirm",
    districtId,
    id: `${goal.id}|${claimId(goal)}`,
  };
}

/**
 * When silence counts as yes after all, where those who were asked heard of it later than the claim:
 * three working days after the first of them was told, and not before any of them was. Undefined when
 * the days are over.
 */
export async function laterAutoConfirm(
  { stores, now }: Pick<Services, "stores" | "now">,
  goal: Goal,
  partnership: Partnership,
  { school, week }: Pick<SchoolDays, "school" | "week">,
): Promise<Date | undefined> {
  const side = confirmingSide(goal, partnership);
  const keys = side ? membersOf(partnership, side).map((id) => `${confirmKey(goal)}/${id}`) : [];
  const asked = await stores.notices.findAll(keys);
  if (asked.length === 0) return undefined;
  const today = localDate(now, school.timezone);
  const told = asked.flatMap(({ toldOn }) => toldOn ?? []).sort();
  if (told.length === 0 && asked.every(({ state }) => state === "settled")) return undefined;
  const [first = today] = told;
  const day = nextWorkingDay(addWorkingDays(first, CONFIRM_WITHIN_WORKING_DAYS, week), week);
  return day > today ? instantAt(day, MORNING, school.timezone) : undefined;
}

/**
 * Thanks in the channel the same day, and opens the reflection with its survey next working morning.
 * @returns when the survey goes out.
 */
export async function celebrate(
  services: Services,
  goal: Goal,
  partnership: Partnership,
  { school, week }: SchoolDays,
  by: Person | "silence",
): Promise<Date> {
  const { stores, timers, now } = services;
  const doneOn = goal.doneOn ?? localDate(now, school.timezone);
  const firstDay = nextWorkingDay(localDate(now, school.timezone), week);
  const waiting = await stores.reflections.waiting([partnership.id]);
  const first = meetingOf(waiting, localDate(now, school.timezone), {
    timezone: school.timezone,
    week,
  });
  const opened: Reflection = {
    id: reflectionId(goal.id, doneOn),
    partnershipId: partnership.id,
    goalId: goal.id,
    status: "survey_open",
    surveys: [],
    closesOn: addWorkingDays(firstDay, SURVEY_WORKING_DAYS, week),
    thanksKey: thanksKey(goal),
    joint: null,
    startedAt: now,
    ...(first ? { meetsWith: first.id } : {}),
  };
  const known = await stores.reflections.add(opened);
  const { id, startedAt } =
    known.status === "taken_back"
      ? ((await stores.reflections.update(known.id, () => opened)) ?? opened)
      : known;
  const surveyDay = nextWorkingDay(localDate(startedAt, school.timezone), week);
  const surveyAt = instantAt(surveyDay, MORNING, school.timezone);
  await timers.cancel(autoConfirmKey(goal));
  await timers.set({
    key: surveyKey(id),
    at: surveyAt,
    name: "survey.send",
    districtId: stores.districtId,
    id,
  });
  // Meeting 3 is proposed when the survey goes out (systems, row 16).
  await timers.set(lookTimer(partnership.id, stores.districtId, surveyAt));
  await share(
    services,
    await teamOf(stores, partnership, school),
    { key: thanksKey(goal), kind: "goal.thanks" },
    (texts) => thanksCard(texts, goal, by),
  );
  // The year moves on with what is done.
  await readPlace(services, partnership);
  return surveyAt;
}

/**
 * The goal is not done after all: nothing is asked, and where the thanks stand it says so.
 * @returns false once somebody was asked: then it is too late.
 */
export async function takeBackCelebration(
  services: Services,
  goal: Goal,
  partnership: Partnership,
  { school, week }: SchoolDays,
): Promise<boolean> {
  const { stores, timers, now } = services;
  const [latest] = await stores.reflections.ofGoal(goal.id);
  if (!latest) return false;
  const { timezone } = school;
  const surveyDay = nextWorkingDay(localDate(latest.startedAt, timezone), week);
  if (instantAt(surveyDay, MORNING, timezone) <= now) return false;
  const after = await stores.reflections.update(latest.id, takeBackReflection);
  if (after?.status !== "taken_back") return false;
  await timers.cancel(surveyKey(latest.id));
  await reviseShared(
    services,
    await teamOf(stores, partnership, school),
    thanksKey(goal),
    (texts) => plainCard(texts.reflection.notDoneAfterAll(goal.id), goal.title),
  );
  return true;
}

const surveyKey = (reflectionId: string): string => `survey.send/${reflectionId}`;

const thanksCard = ({ reflection, people }: Texts, goal: Goal, by: Person | "silence"): Card => ({
  title: reflection.thanksTitle(goal.id),
  body: [
    text(goal.title),
    text(reflection.thanksBody),
    muted(
      by === "silence"
        ? reflection.thanksAuto
        : reflection.thanksBy(people.named(by.name, people.roles[by.role])),
    ),
  ],
});

/** The question is answered on every card of that claim, wherever the answer was given. */
export async function settleConfirmCards(
  { stores, outbox }: Services,
  goal: Goal,
  partnership: Partnership,
  card: (texts: Texts, reader: Person) => Card,
): Promise<void> {
  const side = confirmingSide(goal, partnership);
  if (!side) return;
  for (const partner of await stores.people.findAll(membersOf(partnership, side)))
    await outbox.revise(
      `${confirmKey(goal)}/${partner.id}`,
      card(textsFor(partner.locale, partner.timezone), partner),
    );
}

/** Tells the person who said done. @returns their name, or undefined when they cannot be told. */
export async function tellNotYet(
  { stores, outbox, timers, person }: Context,
  goal: Goal,
  note: string,
): Promise<string | undefined> {
  await timers.cancel(autoConfirmKey(goal));
  const claimer = goal.claim && (await stores.people.find(goal.claim.byId));
  const to = claimer && reachedAt(claimer);
  if (!claimer?.active || !to) return undefined;
  const texts = textsFor(claimer.locale, claimer.timezone);
  await outbox.post({
    key: `goal.not_yet/${goal.id}/${claimId(goal)}`,
    kind: "goal.not_yet",
    manner: "answer",
    to,
    card: {
      title: texts.reflection.notYetNews(person.name, goal.id),
      body: [
        text(goal.title),
        ...(note ? [quote(note)] : []),
        muted(texts.reflection.notYetNewsWhy),
      ],
    },
  });
  return claimer.name;
}
