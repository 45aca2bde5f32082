import { partnershipsMeant } from "../../access.ts";
import type { Context, EventOf } from "../../feature.ts";
import type { HomeLine } from "../../finding/declared.ts";
import { sideOf } from "../../team/partnership.ts";
import { confirmButtons } from "./cards.ts";

/** Claims of the other side that wait for this person's yes, for their home. */
export async function waitingClaims(
  context: Context<EventOf<"home">>,
): Promise<readonly HomeLine[]> {
  const { stores, person, texts } = context;
  const mine = await partnershipsMeant(context);
  const { rows } = await stores.goals.list({
    partnershipIds: mine.map(({ partnership }) => partnership.id),
    statuses: ["awaiting_confirmation"],
    page: { skip: 0, limit: 10 },
  });
  const waiting = rows.filter((goal) => {
    const found = mine.find(({ partnership }) => partnership.id === goal.partnershipId);
    return (
      found &&
      goal.claim &&
      sideOf(found.partnership, goal.claim.byId) !== sideOf(found.partnership, person.id)
    );
  });
  return waiting.map((goal) => ({
    title: texts.reflection.homeConfirm(goal.id, goal.title),
    button: confirmButtons(texts, goal)[0],
  }));
}
