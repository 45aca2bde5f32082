/** How often the digest comes, as its reader wants it (N-7). */

import { notFound } from "../../access.ts";
import { attend } from "../../telling/attend.ts";
import { noteMuted } from "../../telling/guardrail.ts";
import { drawn } from "../../telling/messages.ts";
import { pressed } from "../../telling/press.ts";
import type { Context, EventOf } from "../../feature.ts";
import type { Outcome } from "../../ports.ts";
import { CADENCES } from "../../team/availability.ts";

/** One of the four buttons: `digest|cadence`. The question is answered and leaves the message. */
export async function chooseCadence(context: Context<EventOf<"action">>): Promise<Outcome> {
  const { stores, event, person, texts } = context;
  const bar = event.value.lastIndexOf("|");
  const cadence = CADENCES.find((each) => each === event.value.slice(bar + 1));
  const digest = await pressed(context, event.value.slice(0, Math.max(0, bar)));
  if (!cadence) return notFound(context, event.value);
  const changed = await stores.people.update(person.id, (current) =>
    current.cadence === cadence ? current : { ...current, cadence },
  );
  if (cadence === "off") await noteMuted(context, person);
  await attend(context, [person.id]);
  const said = texts.nudge.cadenceSet[cadence];
  if (!digest) return { type: "reply", card: { title: said, body: [] } };
  const answered = await stores.digests.update(digest.id, (asking) => ({
    ...asking,
    asksCadence: false,
  }));
  const card = answered && (await drawn(context, changed ?? person, answered));
  if (!card) return { type: "reply", card: { title: said, body: [] } };
  return { type: "replace", card: { ...card, body: [{ type: "text", text: said }, ...card.body] } };
}
