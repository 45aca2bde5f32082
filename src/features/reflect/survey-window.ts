/** The survey's window: sent next working morning, one reminder, closed when everybody had their days. */

import {
  addDays,
  addWorkingDays,
  instantAt,
  localDate,
  nextWorkingDay,
  type LocalDate,
  type LocalTime,
} from "../../time/calendar.ts";
import type { Card } from "../../card.ts";
import type { Services, TimerContext } from "../../feature.ts";
import type { Goal } from "../../goal/goal.ts";
import { withdraw } from "../../telling/polite-outbox.ts";
import { wouldHear } from "../../telling/when-told.ts";
import { partnersOf, type Partnership } from "../../team/partnership.ts";
import { reachedAt } from "../../team/person.ts";
import {
  canAnswer,
  closeWindow,
  SURVEY_WORKING_DAYS,
  type Reflection,
} from "../../reflection/reflection.ts";
import { schoolDays, type SchoolDays } from "../../here/school-days.ts";
import { textsFor, type Texts } from "../../texts/index.ts";
import { invitationCard } from "./survey-cards.ts";
import { waitForCheckIn } from "./again.ts";
import { offerJoint } from "./joint.ts";
import type { Timer } from "../../time/timer.ts";

const MORNING = "08:10" as LocalTime;
/** One gentle reminder, never a second (rules, section 6). */
const REMIND_ON_WORKING_DAY = 4;
/** Of the window, whoever cannot be reached meanwhile. */
const LONGEST_WORKING_DAYS = 30;

interface Case {
  readonly reflection: Reflection;
  readonly goal: Goal;
  readonly partnership: Partnership;
}

async function caseOf({ stores, id }: TimerContext): Promise<Case | undefined> {
  const reflection = await stores.reflections.find(id);
  const goal = reflection && (await stores.goals.find(reflection.goalId));
  const partnership = reflection && (await stores.partnerships.find(reflection.partnershipId));
  return reflection && goal && partnership && !goal.deleted
    ? { reflection, goal, partnership }
    : undefined;
}

export async function sendInvitations(context: TimerContext): Promise<void> {
  const found = await caseOf(context);
  if (found?.reflection.status !== "survey_open") return;
  const days = await schoolDays(context.stores, found.partnership.schoolId);
  const reflection = await withWholeWindow(context, found, days);
  const everyone = partnersOf(found.partnership);
  await invite(context, { ...found, reflection }, everyone, "survey.invitation", (texts, goal) =>
    invitationCard(texts, goal, reflection, {
      title: texts.reflection.inviteTitle(goal.id),
      why: texts.reflection.inviteWhy,
    }),
  );
  for (const timer of windowTimers(reflection, days, context.stores.districtId))
    await context.timers.set(timer);
}

/**
 * Everybody has ten working days from when the questions reach them, in tests, busy weeks and absences too;
 * nobody waits for longer than the longest window.
 */
async function withWholeWindow(
  context: TimerContext,
  { reflection, partnership }: Case,
  { school, week }: SchoolDays,
): Promise<Reflection> {
  const { stores } = context;
  const open = partnersOf(partnership).filter((id) => canAnswer(reflection, id));
  const reached = await Promise.all(
    open.map(async (id) => (await reachedOn(context, reflection, id, { school, week })) ?? []),
  );
  const startedOn = localDate(reflection.startedAt, school.timezone);
  const latest = addWorkingDays(startedOn, LONGEST_WORKING_DAYS, week);
  const ends = reached.flat().map((day) => addWorkingDays(day, SURVEY_WORKING_DAYS, week));
  const closesOn = [
    reflection.closesOn,
    ...ends.map((day) => (day < latest ? day : latest)),
  ].sort();
  const last = closesOn.at(-1) ?? reflection.closesOn;
  return (
    (await stores.reflections.update(reflection.id, (current) =>
      current.status === "survey_open" && current.closesOn < last
        ? { ...current, closesOn: last }
        : current,
    )) ?? reflection
  );
}

/**
 * The day on which the questions reached somebody, or will as things stand. Where nothing is known of it, as of
 * those that were asked before it was kept, the day on which they went out.
 */
async function reachedOn(
  services: Services,
  reflection: Reflection,
  personId: string,
  { school, week }: Pick<SchoolDays, "school" | "week">,
): Promise<LocalDate | undefined> {
  const { timezone } = school;
  const notice = await services.stores.notices.find(invitationKey(reflection, personId));
  if (notice?.toldOn) return notice.toldOn;
  const sentOn = nextWorkingDay(localDate(reflection.startedAt, timezone), week);
  const isOut = sentOn < localDate(services.now, timezone);
  if (isOut && notice?.state !== "held") return sentOn;
  const at = await wouldHear(services, personId, { at: services.now, manner: "expected" });
  return at && localDate(at, timezone);
}

const invitationKey = ({ id }: Pick<Reflection, "id">, personId: string): string =>
  `survey.invitation/${id}/${personId}`;

/** The one reminder, and the end of the window. */
function windowTimers(
  { id, startedAt, closesOn }: Reflection,
  { school, week }: Pick<SchoolDays, "school" | "week">,
  districtId: string,
): readonly Timer[] {
  const sentOn = nextWorkingDay(localDate(startedAt, school.timezone), week);
  const timer = (name: string, day: LocalDate): Timer => ({
    key: `${name}/${id}`,
    at: instantAt(day, MORNING, school.timezone),
    name,
    districtId,
    id,
  });
  return [
    timer("survey.remind", addWorkingDays(sentOn, REMIND_ON_WORKING_DAY, week)),
    timer("survey.close", nextWorkingDay(closesOn, week)),
  ];
}

/** Every open survey keeps its reminder, while that lies ahead, and its end. */
export async function setMissingTimers({ stores, timers, now }: Services): Promise<void> {
  for (const partnership of await stores.partnerships.all()) {
    const days = await schoolDays(stores, partnership.schoolId);
    for (const reflection of await stores.reflections.waiting([partnership.id])) {
      if (reflection.status !== "survey_open") continue;
      for (const timer of windowTimers(reflection, days, stores.districtId))
        if (timer.at > now || timer.name === "survey.close") await timers.ensure(timer);
    }
  }
}

/** The one reminder, for each who has had the questions long enough; the others' comes later. */
export async function remind(context: TimerContext): Promise<void> {
  const found = await caseOf(context);
  if (found?.reflection.status !== "survey_open") return;
  const { reflection, partnership } = found;
  const { stores, now } = context;
  const { school, week } = await schoolDays(stores, partnership.schoolId);
  const today = localDate(now, school.timezone);
  const open = partnersOf(partnership).filter((id) => canAnswer(reflection, id));
  const days = await Promise.all(
    open.map(async (id) => {
      const told = await reachedOn(context, reflection, id, { school, week });
      return { id, on: told && addWorkingDays(told, REMIND_ON_WORKING_DAY, week) };
    }),
  );
  const [next] = days.flatMap(({ on }) => (on !== undefined && on > today ? [on] : [])).sort();
  if (next && next <= reflection.closesOn)
    await context.timers.set({
      key: `survey.remind/${reflection.id}`,
      at: instantAt(next, MORNING, school.timezone),
      name: "survey.remind",
      districtId: stores.districtId,
      id: reflection.id,
    });
  const due = days.flatMap(({ id, on }) => (on !== undefined && on <= today ? [id] : []));
  await invite(context, found, due, "survey.reminder", (texts, goal) =>
    invitationCard(texts, goal, reflection, {
      title: texts.reflection.reminderTitle(goal.id),
      why: texts.reflection.reminderWhy,
    }),
  );
}

async function invite(
  { stores, outbox }: TimerContext,
  { reflection, goal }: Case,
  personIds: readonly string[],
  kind: string,
  card: (texts: Texts, goal: Goal) => Card,
): Promise<void> {
  for (const partner of await stores.people.findAll(personIds)) {
    const to = reachedAt(partner);
    if (partner.active && to && canAnswer(reflection, partner.id))
      await outbox.post({
        key: `${kind}/${reflection.id}/${partner.id}`,
        kind,
        to,
        card: card(textsFor(partner.locale, partner.timezone), goal),
        // Who finished a goal was told that questions follow; a reminder is one more message.
        personal: true,
        manner: kind === "survey.invitation" ? "expected" : "news",
        ...(kind === "survey.invitation"
          ? {}
          : { expires: instantAt(addDays(reflection.closesOn, 1), MORNING, partner.timezone) }),
      });
  }
}

/** The window ends: what is in opens; nothing in lapses and becomes a topic, without blame (AC-23). */
export async function closeSurvey(context: TimerContext): Promise<void> {
  const { stores, now } = context;
  const found = await caseOf(context);
  if (!found) return;
  const { goal, partnership } = found;
  const days = await schoolDays(stores, partnership.schoolId);
  const { school } = days;
  const whole = await withWholeWindow(context, found, days);
  if (whole.status === "survey_open" && whole.closesOn >= localDate(now, school.timezone)) {
    for (const timer of windowTimers(whole, days, stores.districtId))
      if (timer.at > now) await context.timers.set(timer);
    return;
  }
  const reflection = await stores.reflections.update(found.reflection.id, closeWindow);
  if (!reflection || reflection.status === "survey_open") return;
  await withdraw(
    context,
    partnersOf(partnership).map((id) => invitationKey(reflection, id)),
  );
  if (reflection.status === "lapsed") {
    await waitForCheckIn(context, reflection, school);
    await stores.topics.create({
      partnershipId: partnership.id,
      proposedById: goal.ownerId,
      title: textsFor(school.locale, school.timezone).reflection.lapsedTopic(goal.id),
      status: "queued",
      linkedItemIds: [],
      checkInId: null,
      origin: `lapsed/${reflection.id}`,
      proposedOn: localDate(now, school.timezone),
    });
  }
  await offerJoint(context, goal, partnership, reflection);
}
