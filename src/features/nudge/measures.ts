/** The numbers of N-13, for who runs the bot in a district; and the way back from a step it took. */

import { actions, facts, muted as small, type Card } from "../../card.ts";
import type { Context } from "../../feature.ts";
import { mutedShare, readFlock, setCadence, type Flock } from "../../telling/guardrail.ts";
import { measure, type Measures, type Share } from "../../nudge/measures.ts";
import { workplacesOfAll } from "../../here/workplaces.ts";
import type { ActionItem } from "../../plan/action-item.ts";
import type { Outcome } from "../../ports.ts";
import { keepsCalendars } from "../../rights.ts";
import type { Texts } from "../../texts/index.ts";
import { addDays, localDate, type WorkWeek } from "../../time/calendar.ts";

/** Fewer could be told apart (rules, section 9.3). */
const FEWEST_PEOPLE = 5;
/** What was due may have been done this long before. */
const EARLY_DAYS = 60;

export async function showMeasures(context: Context): Promise<Outcome> {
  const { stores, texts } = context;
  if (!(await keepsCalendars(context))) return notTheirs(texts);
  const flock = await readFlock(stores);
  if (flock.partnerIds.length < FEWEST_PEOPLE)
    return { type: "reply", card: { title: texts.nudge.measuresFew(FEWEST_PEOPLE), body: [] } };
  return { type: "reply", card: measuresCard(await read(context, flock), flock, texts) };
}

async function read(context: Context, flock: Flock): Promise<Measures> {
  const { stores, now, person } = context;
  const today = localDate(now, person.timezone);
  const since = addDays(today, -flock.settings.muteDays);
  const [digests, people, done, muted] = await Promise.all([
    stores.digests.since(since),
    stores.people.findAll(flock.partnerIds),
    stores.items.doneSince(flock.partnershipIds, addDays(since, -EARLY_DAYS)),
    mutedShare(context, flock, since),
  ]);
  const entries = digests.flatMap((digest) => digest.entries);
  const [told, open, places] = await Promise.all([
    stores.items.findAll([
      ...new Set(entries.filter(({ kind }) => kind === "item").map(({ id }) => id)),
    ]),
    stores.items.dueOf(flock.partnerIds, today),
    workplacesOfAll(context, people),
  ]);
  const zones = new Map(people.map(({ id, timezone }) => [id, timezone]));
  const isDue = ({ due }: ActionItem) => due !== null && since <= due && due < today;
  return measure({
    now,
    since,
    digests,
    told: new Map(told.map((item) => [item.id, item])),
    due: [...done, ...open].filter(isDue),
    muted,
    weekOf: (id) => ({
      week: places.get(id)?.[0]?.week ?? PLAIN,
      timezone: zones.get(id) ?? person.timezone,
    }),
  });
}

const PLAIN: WorkWeek = {
  calendar: null,
  workingDays: ["mon", "tue", "wed", "thu", "fri"],
  contractMonths: 12,
};

function measuresCard(found: Measures, { settings }: Flock, texts: Texts): Card {
  const { nudge } = texts;
  const fact = (label: string, { count, of }: Share) => ({
    label,
    value: of === 0 ? nudge.measured.none : nudge.share(count, of),
  });
  return {
    title: nudge.measuresTitle(settings.muteDays),
    body: [
      facts(
        fact(nudge.measured.pressed, found.pressed),
        fact(nudge.measured.pressedSoon, found.pressedSoon),
        fact(nudge.measured.doneByDue, found.doneByDue),
        fact(nudge.measured.replanned, found.replanned),
        fact(nudge.measured.muted, found.muted),
        { label: nudge.measured.cadence, value: nudge.cadences[settings.cadence] },
      ),
      ...(settings.cadence === "weekly"
        ? []
        : [actions({ label: nudge.backToWeekly, action: "nudge.for_all", value: "weekly" })]),
      small(nudge.measuresNote(settings.mutePercent)),
    ],
  };
}

/** Weekly again, for everybody who chose nothing. */
export async function weeklyForAll(context: Context): Promise<Outcome> {
  const { stores, person, texts, now } = context;
  if (!(await keepsCalendars(context))) return notTheirs(texts);
  const flock = await readFlock(stores);
  await setCadence(context, flock, "weekly", localDate(now, person.timezone));
  return { type: "reply", card: { title: texts.nudge.weeklyAgain, body: [] } };
}

const notTheirs = ({ nudge }: Texts): Outcome => ({
  type: "reply",
  card: { title: nudge.measuresNotYours, body: [] },
});
