/** The demo's protocol states and pairs of goals, as the school year they belong to. Pure. */

import type { Cycle } from "../src/protocol/cycle.ts";
import { newCycle } from "../src/protocol/cycle.ts";
import { pairOf, writePair, acceptPair } from "../src/protocol/intersection.ts";
import type { ProtocolState } from "../src/protocol/protocol.ts";
import { noon, type DemoData } from "./data.ts";

/** The demo's word for a plan that has been through Meeting 3 and goes on. */
const STATE: Readonly<Record<DemoData["partnerships"][number]["protocol_state"], ProtocolState>> = {
  plan_active: "plan_active",
  reflect_and_repeat: "plan_active",
};

/** The year begins on the day of its first meeting, on which the pairs were made. */
export function cycleOf(
  partnership: DemoData["partnerships"][number],
  data: Pick<DemoData, "meetings" | "goals" | "intersections" | "meta">,
  timezone: string,
): Cycle {
  const firsts = data.meetings
    .filter(({ kind, partnership_id: id }) => kind === "goal_sheet" && id === partnership.id)
    .map(({ date }) => date)
    .sort();
  const first = firsts.at(-1);
  const began = first ? noon(first, timezone) : data.meta.demo_clock;
  const { id, cycle, library_ids: library, it_ids: it } = partnership;
  const year: Cycle = {
    ...newCycle({ id, cycle }, began),
    state: STATE[partnership.protocol_state],
  };
  const [librarian] = library;
  const [technician] = it;
  return data.intersections
    .filter(({ partnership_id: held }) => held === id)
    .reduce((current, { id: pairId, goal_ids: ids, common_goal: common }) => {
      const [one, other] = ids.map((goalId) => data.goals.find((goal) => goal.id === goalId));
      const pair = one && other && pairOf(one, other);
      if (!pair || "kind" in pair || !librarian || !technician) return current;
      const said = { id: pairId, common, byId: librarian, at: began };
      return acceptPair(writePair(current, pair, said), pairId, 1, {
        personId: technician,
        at: began,
      });
    }, year);
}
