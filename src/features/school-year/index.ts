/** Summer and August: the year's last day is said, and on the first of the next the team is asked for. */

import { notFound, partnershipFor } from "../../access.ts";
import type { Context, EventOf, Feature, Services, TimerContext } from "../../feature.ts";
import type { Outcome } from "../../ports.ts";
import { yearTurns, type YearTurn } from "../../school-calendar/year-turn.ts";
import { schoolYearTimer } from "../../school-calendar/year-timer.ts";
import type { Partnership } from "../../team/partnership.ts";
import { schoolDays } from "../../here/school-days.ts";
import { share, teamOf } from "../../telling/share.ts";
import { instantAt, localDate, type LocalDate, type LocalTime } from "../../time/calendar.ts";
import { endCard, sameCard, startCard } from "./cards.ts";
import { moveDates, showDates } from "./dates.ts";

export const schoolYearFeature: Feature = {
  name: "school-year",
  timers: { "school_year.turn": ring },
  actions: {
    "school_year.same": sameTeam,
    "school_year.dates": showDates,
    "school_year.move": moveDates,
  },
  async reconcile(services) {
    const { stores, timers } = services;
    for (const partnership of await stores.partnerships.all()) {
      const at = await nextTurn(services, partnership);
      if (at) await timers.ensure(schoolYearTimer(partnership.id, stores.districtId, at));
    }
  },
};

/** After people have arrived, as everything that is said in the morning. */
const SAID_AT = "08:10" as LocalTime;
/** Later than this nobody needs to hear of it any more, such as after a long outage. */
const WORTH_DAYS_MS = 10 * 86_400_000;

interface Moment {
  readonly kind: "end" | "start";
  readonly turn: YearTurn;
  readonly at: Date;
}

async function momentsOf(
  { stores }: Pick<Services, "stores">,
  { schoolId }: Partnership,
): Promise<readonly Moment[]> {
  const { school, calendar } = await schoolDays(stores, schoolId);
  const at = (date: LocalDate): Date => instantAt(date, SAID_AT, school.timezone);
  return (calendar ? yearTurns(calendar) : []).flatMap((turn): readonly Moment[] => [
    { kind: "end", turn, at: at(turn.ends) },
    ...(turn.resumes ? [{ kind: "start" as const, turn, at: at(turn.resumes) }] : []),
  ]);
}

async function nextTurn(services: Services, partnership: Partnership): Promise<Date | undefined> {
  const moments = await momentsOf(services, partnership);
  return moments
    .map(({ at }) => at)
    .filter((at) => services.now < at)
    .sort((a, b) => a.getTime() - b.getTime())[0];
}

/** Says what is due to be said, once under its key, and waits for the next turn. */
async function ring(context: TimerContext): Promise<void> {
  const { stores, timers, now, id } = context;
  const partnership = await stores.partnerships.find(id);
  if (!partnership) return;
  const due = (await momentsOf(context, partnership)).filter(
    ({ at }) => at <= now && now.getTime() - at.getTime() < WORTH_DAYS_MS,
  );
  for (const moment of due) await say(context, partnership, moment);
  const next = await nextTurn(context, partnership);
  if (next) await timers.set(schoolYearTimer(id, stores.districtId, next));
}

async function say(
  services: Services,
  partnership: Partnership,
  { kind, turn }: Moment,
): Promise<void> {
  const { school } = await schoolDays(services.stores, partnership.schoolId);
  const team = await teamOf(services.stores, partnership, school);
  const title = kind === "end" ? turn.year.title : (turn.next?.title ?? "");
  await share(
    services,
    team,
    { key: `school_year.${kind}/${partnership.id}/${title}`, kind: `school_year.${kind}` },
    (texts) => {
      const today = localDate(services.now, school.timezone);
      return kind === "end" ? endCard(turn, team, today, texts) : startCard(turn, team, texts);
    },
  );
}

async function sameTeam(context: Context<EventOf<"action">>): Promise<Outcome> {
  const mine = await partnershipFor(context, context.event.value);
  if (!mine) return notFound(context, context.event.value);
  return { type: "replace", card: sameCard(mine.partnership, context.person, context.texts) };
}
