import type { Context } from "../../feature.ts";
import type { Partnership } from "../../team/partnership.ts";
import type { Outcome } from "../../ports.ts";
import { agendaOf } from "./agenda.ts";
import { overviewCard } from "./cards.ts";
import { nextCheckIn, placeOf } from "../../here/meeting.ts";

/** The next check-in with its topics, privately; `notice` says what just happened. */
export async function overview(
  context: Context,
  partnership: Partnership,
  notice?: string,
): Promise<Outcome> {
  const { person, texts } = context;
  const place = await placeOf(context, partnership);
  const [next, agenda] = await Promise.all([nextCheckIn(context, place), agendaOf(context, place)]);
  return {
    type: "reply",
    card: overviewCard(next, agenda, place, person.id, texts, notice),
  };
}
