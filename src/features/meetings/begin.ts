/** When Meeting 1 begins: what it is about, one press away, below the message that has its time. */

import { actions, muted, text, type Card } from "../../card.ts";
import { startsAt, endsAt, type CheckIn } from "../../check-in/check-in.ts";
import type { TimerContext } from "../../feature.ts";
import { placeOf, type Place } from "../../here/meeting.ts";
import { share } from "../../telling/share.ts";
import type { Texts } from "../../texts/index.ts";
import type { Timer } from "../../time/timer.ts";
import { roundKey } from "./cards.ts";
import { searchOf } from "../../meetings/search.ts";

/** Rings when it begins. */
export const beginTimer = (
  meeting: CheckIn,
  { school }: Pick<Place, "school">,
  districtId: string,
): Timer | undefined =>
  meeting.kind === "goal_sheet"
    ? {
        key: `meeting.begin/${meeting.id}`,
        at: startsAt(meeting, school.timezone),
        name: "meeting.begin",
        districtId,
        id: meeting.id,
      }
    : undefined;

/** Nobody is told of a beginning that is over, such as after the bot was down. */
export async function begin(context: TimerContext): Promise<void> {
  const { stores, now } = context;
  const meeting = await stores.checkIns.find(context.id);
  const partnership = meeting && (await stores.partnerships.find(meeting.partnershipId));
  const search = meeting && (await stores.searches.find(searchOf(meeting) ?? ""));
  if (!partnership || !search || meeting.status !== "planned") return;
  const place = await placeOf(context, partnership);
  const { timezone } = place.school;
  // It was moved meanwhile, or is over.
  if (now < startsAt(meeting, timezone) || now >= endsAt(meeting, timezone)) return;
  await share(
    context,
    place,
    {
      key: `meeting.begin/${meeting.id}/${meeting.date}`,
      kind: "meeting.begin",
      thread: roundKey(search),
      manner: "answer",
      expires: endsAt(meeting, timezone),
    },
    (texts) => beginCard(place, texts),
  );
}

/** Without a word of the goals: a channel may have other readers. */
function beginCard({ partnership, school }: Place, { meetings, protocol }: Texts): Card {
  const to = { value: partnership.id, about: school.name };
  return {
    title: meetings.beginTitle,
    body: [
      text(meetings.beginBody),
      actions(
        { ...to, label: protocol.showSheet, action: "sheet.show", style: "primary" },
        { ...to, label: protocol.showPairs, action: "pairs.show" },
        { ...to, label: protocol.showOffers, action: "offers.show" },
      ),
      muted(meetings.why),
    ],
  };
}
