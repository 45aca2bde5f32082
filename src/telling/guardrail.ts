/** When too many people mute, messages come less often by themselves, and who runs the bot is told (N-13). */

import { actions, text, type Card } from "../card.ts";
import type { Services } from "../feature.ts";
import { readHeld } from "../rights.ts";
import { CALENDAR_KEEPERS } from "../team/grant.ts";
import { partnersOf } from "../team/partnership.ts";
import { reachedAt, type Person } from "../team/person.ts";
import type { School } from "../team/school.ts";
import { textsFor, type Texts } from "../texts/index.ts";
import { localDate, type LocalDate } from "../time/calendar.ts";
import type { Cadence } from "../team/availability.ts";
import { isTooMuch, mutesFrom, slower, type Share } from "../nudge/measures.ts";
import { settingsOf, type NudgeSettings } from "../nudge/settings.ts";

/** A district as its messages are counted: its schools, its partners, and who runs the bot there. */
export interface Flock {
  readonly schools: readonly School[];
  readonly partnershipIds: readonly string[];
  readonly partnerIds: readonly string[];
  readonly keepers: readonly Person[];
  /** Of the school whose settings count; the latest step that any of them took. */
  readonly settings: NudgeSettings;
}

export async function readFlock(stores: Services["stores"]): Promise<Flock> {
  const partnerships = await stores.partnerships.all();
  const found = await stores.schools.findAll([
    ...new Set(partnerships.map(({ schoolId }) => schoolId)),
  ]);
  const schools = [...found].sort((a, b) => (a.id < b.id ? -1 : 1));
  const { grants, people } = await readHeld({ stores });
  const keeping = grants.flatMap(({ right, personId }) =>
    CALENDAR_KEEPERS.includes(right) ? [personId] : [],
  );
  const [cutOn] = schools
    .flatMap(({ nudging }) => nudging?.cadenceCutOn ?? [])
    .sort()
    .reverse();
  return {
    schools,
    partnershipIds: partnerships.map(({ id }) => id),
    partnerIds: [...new Set(partnerships.flatMap(partnersOf))],
    keepers: [...people.values()].filter(({ id }) => keeping.includes(id)),
    settings: { ...settingsOf(schools), ...(cutOn === undefined ? {} : { cadenceCutOn: cutOn }) },
  };
}

export async function mutedShare(
  { stores }: Pick<Services, "stores">,
  { partnerIds }: Flock,
  from: LocalDate,
): Promise<Share> {
  const partners = new Set(partnerIds);
  const muted = await stores.attentions.mutedSince(from);
  return { count: muted.filter(({ id }) => partners.has(id)).length, of: partners.size };
}

/** Called when somebody pauses or turns their messages off. */
export async function noteMuted(services: Services, { id, timezone }: Person): Promise<void> {
  const { stores, now } = services;
  const today = localDate(now, timezone);
  await stores.attentions.update(id, (attention) =>
    attention.mutedOn === today ? attention : { ...attention, mutedOn: today },
  );
  const flock = await readFlock(stores);
  const muted = await mutedShare(services, flock, mutesFrom(today, flock.settings));
  const { cadence } = flock.settings;
  const next = slower(cadence);
  if (!isTooMuch(muted, flock.settings) || next === cadence) return;
  for (const keeper of flock.keepers) await tell(services, keeper, { muted, next, today });
  await setCadence(services, flock, next, today);
}

/** How often messages come to those who chose nothing; mutes before that day no longer count. */
export async function setCadence(
  { stores }: Pick<Services, "stores">,
  { schools }: Pick<Flock, "schools">,
  cadence: Cadence,
  today: LocalDate,
): Promise<void> {
  for (const { id } of schools)
    await stores.schools.update(id, (school) => ({
      ...school,
      nudging: { ...school.nudging, cadence, cadenceCutOn: today },
    }));
}

interface Step {
  readonly muted: Share;
  readonly next: Cadence;
  readonly today: LocalDate;
}

async function tell({ outbox, stores }: Services, keeper: Person, step: Step): Promise<void> {
  const to = reachedAt(keeper);
  if (!to) return;
  await outbox.post({
    key: `nudge.guardrail/${stores.districtId}/${step.next}/${keeper.id}/${step.today}`,
    kind: "nudge.guardrail",
    to,
    manner: "news",
    card: guardrailCard(step, textsFor(keeper.locale, keeper.timezone)),
  });
}

function guardrailCard({ muted, next }: Step, { nudge }: Texts): Card {
  return {
    title: nudge.guardrail(nudge.cadences[next].toLowerCase()),
    body: [
      text(nudge.guardrailBody(muted.count, muted.of)),
      actions(
        { label: nudge.measuresShow, action: "nudge.measures", value: "" },
        { label: nudge.backToWeekly, action: "nudge.for_all", value: "weekly" },
      ),
    ],
  };
}
