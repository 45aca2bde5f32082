/** The alarms of the nudge policy: whoever's time has come is looked at, many at a time. */

import type { Services, TimerContext } from "../../feature.ts";
import { newAttention } from "../../nudge/attention.ts";
import { attend } from "../../telling/attend.ts";
import { waveTimer } from "../../nudge/nudge.ts";
import { setLines } from "./shared-line.ts";

/** As many as are read together. */
const AT_ONCE = 200;
/** What one alarm looks at before it rings anew, so that it is never long on its way. */
const ROUNDS = 20;
const DAY_MS = 24 * 3600_000;

/**
 * Rings at an instant at which somebody is to be looked at, and looks at all of a district whose time
 * has come: everybody's Monday 08:10 is one alarm and not ten thousand. Whoever was looked at is due
 * later, so that a repeat goes on where a crash cut it short.
 */
export async function ringWave(context: TimerContext): Promise<void> {
  const { stores, timers, now } = context;
  for (let round = 0; round < ROUNDS; round++) {
    const due = await stores.attentions.due(now, AT_ONCE);
    if (due.length === 0) return;
    await lookAt(
      context,
      due.map(({ id }) => id),
    );
  }
  await timers.set(waveTimer(stores.districtId, now));
}

/** One person whose row cannot be worked on does not keep the others waiting. */
async function lookAt(services: Services, ids: readonly string[]): Promise<void> {
  const { log, stores, now } = services;
  try {
    await attend(services, ids);
  } catch (error) {
    // Together with others: which of them it was shows when each is looked at alone.
    if (ids.length > 1) {
      for (const id of ids) await lookAt(services, [id]);
      return;
    }
    const [id = ""] = ids;
    log.error(
      { person: id, district: stores.districtId, error },
      "A person could not be looked at",
    );
    const again = new Date(now.getTime() + DAY_MS);
    await stores.attentions.update(id, (attention) => ({ ...attention, nextAt: again }));
    await services.timers.set(waveTimer(stores.districtId, again));
  }
}

/** Rings once for somebody who joined a partnership, at the slot of their first digest. */
export async function ringFirst(context: TimerContext): Promise<void> {
  await context.stores.attentions.add(newAttention(context.id));
  await attend(context, [context.id]);
  await setLines(context);
}

/** On start: every partner is known to the policy, and every moment has its alarm. */
export async function reconcileLooks(services: Services): Promise<void> {
  const { stores, timers } = services;
  const people = (await stores.people.all()).map(({ id }) => id);
  const known = new Set((await stores.attentions.findAll(people)).map(({ id }) => id));
  const unknown = people.filter((id) => !known.has(id));
  for (let from = 0; from < unknown.length; from += AT_ONCE)
    await lookAt(services, unknown.slice(from, from + AT_ONCE));
  for (const at of await stores.attentions.moments())
    await timers.ensure(waveTimer(stores.districtId, at));
}
