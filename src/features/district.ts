/** Where the district's partnerships stand, in counts, for the coordinator of its libraries (rules, section 9.3). */

import { facts, muted, type Card } from "../card.ts";
import type { Context, Feature } from "../feature.ts";
import { OPEN_ITEM } from "../plan/action-item.ts";
import type { Outcome } from "../ports.ts";
import { holds } from "../rights.ts";
import { cycleId, type Cycle } from "../protocol/cycle.ts";
import { PROTOCOL_STATES } from "../protocol/protocol.ts";
import type { Texts } from "../texts/index.ts";
import { localDate } from "../time/calendar.ts";

/** Of fewer, a count of what is late would point at one of them. */
const FEWEST = 5;
const COUNT_ONLY = { skip: 0, limit: 1 };

export const districtFeature: Feature = {
  name: "district",
  commands: {
    district: {
      summary: ({ district }) => district.summary,
      situation: "district",
      words: ({ commands }) => commands.district,
      for: ["district"],
      run: show,
    },
  },
};

interface Counts {
  readonly partnerships: number;
  readonly states: readonly Pick<Cycle, "state">[];
  /** Null where there are too few partnerships to count them together. */
  readonly actions: { readonly open: number; readonly overdue: number } | null;
}

async function show(context: Context): Promise<Outcome> {
  const { texts } = context;
  if (!(await holds(context, "district_library_coordinator")))
    return { type: "reply", card: { title: texts.district.notYours, body: [] } };
  return { type: "reply", card: districtCard(await count(context), texts) };
}

async function count({ stores, now, person }: Context): Promise<Counts> {
  const partnerships = await stores.partnerships.all();
  const partnershipIds = partnerships.map(({ id }) => id);
  const cycles = await stores.cycles.findAll(partnerships.map(cycleId));
  const known = new Map(cycles.map((cycle) => [cycle.partnershipId, cycle.state]));
  const open = { partnershipIds, statuses: OPEN_ITEM, page: COUNT_ONLY };
  const today = localDate(now, person.timezone);
  const actions =
    partnerships.length < FEWEST
      ? null
      : await Promise.all([
          stores.items.list(open),
          stores.items.list({ ...open, dueBefore: today }),
        ]).then(([all, late]) => ({ open: all.total, overdue: late.total }));
  return {
    partnerships: partnerships.length,
    states: partnershipIds.map((id) => ({ state: known.get(id) ?? "not_started" })),
    actions,
  };
}

function districtCard({ partnerships, states, actions }: Counts, texts: Texts): Card {
  const { district, protocol } = texts;
  const rows = PROTOCOL_STATES.map((state) => ({
    label: protocol.states[state],
    value: String(states.filter((each) => each.state === state).length),
  })).filter(({ value }) => value !== "0");
  return {
    title: district.title(partnerships),
    body: [
      ...(rows.length > 0 ? [facts(...rows)] : []),
      ...(actions
        ? [
            facts(
              { label: district.open, value: String(actions.open) },
              { label: district.overdue, value: String(actions.overdue) },
            ),
          ]
        : [muted(district.tooFew(FEWEST))]),
      muted(district.note),
    ],
  };
}
