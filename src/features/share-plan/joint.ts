/**
 * One joint column for chosen supervisors, by the consent of both (rules, section 10): never by itself, and
 * never with the answers behind it. From the readers on it goes the way of a version of the plan.
 */

import { notFound, reflectionFor } from "../../access.ts";
import { text } from "../../card.ts";
import type { Context, EventOf } from "../../feature.ts";
import type { Outcome } from "../../ports.ts";
import { lookedBackOf } from "../../protocol/looked-back.ts";
import { placeFor, type MyPlace } from "../../here/here.ts";
import { hashOfShare, type PlanShare, type SharedJoint } from "../../protocol/plan-share.ts";
import { changed, previewCard, readerInputs, readersIn, snapshotOf } from "./propose.ts";
import { formOf } from "../../fields/form.ts";

const NO_BENEFITS = { learning: "", time: "", access: "" } as const;

interface Found {
  readonly place: MyPlace;
  readonly joint: SharedJoint;
  readonly share: PlanShare | undefined;
}

/** `reflection` or `reflection|share`, for one of its partners; only what both confirmed. */
async function found(context: Context, value: string): Promise<Found | undefined> {
  const { stores } = context;
  const [id = "", shareId = ""] = value.split("|");
  const reflection = (await reflectionFor(context, id))?.reflection;
  if (reflection?.status !== "joint_done" || !reflection.joint) return undefined;
  const place = await placeFor(context, reflection.partnershipId);
  const goal = await stores.goals.find(reflection.goalId);
  if (!place || !goal) return undefined;
  const known = shareId ? await stores.planShares.find(shareId) : undefined;
  const share = known?.joint?.reflectionId === id ? known : undefined;
  const joint = { ...lookedBackOf(reflection, reflection.joint), goalTitle: goal.title };
  return { place, joint, share };
}

export async function askJointReaders(context: Context<EventOf<"action">>): Promise<Outcome> {
  const { event, texts } = context;
  const mine = await found(context, event.value);
  if (!mine) return notFound(context, event.value);
  const { sharing, common } = texts;
  const { place, joint, share } = mine;
  if (place.partnership.supervisorIds.length === 0)
    return {
      type: "reply",
      card: { title: sharing.noReaders, body: [text(sharing.noReadersBody)] },
    };
  if (share?.sentAt) return { type: "reply", card: { title: sharing.sentBefore, body: [] } };
  const form = formOf(
    texts,
    {},
    {
      form: "sharing.joint",
      title: sharing.jointForm,
      submit: common.goOn,
      context: [joint.reflectionId, share?.id ?? ""].join("|"),
      before: [{ type: "note", text: sharing.jointNote }, ...readerInputs(place, sharing, share)],
      ask: {},
    },
  );
  return { type: "ask", form };
}

export async function submitJoint(context: Context<EventOf<"form">>): Promise<Outcome> {
  const { stores, event, person, texts, now } = context;
  const mine = await found(context, event.context);
  if (!mine) return notFound(context, event.context);
  const { place, joint, share: known } = mine;
  const { readerIds, problems } = readersIn(place, event.answers, texts);
  if (Object.keys(problems).length > 0) return { type: "invalid", problems };
  const content = { textId: "", joint, readerIds, benefits: NO_BENEFITS };
  const share = known
    ? await changed(context, known.id, place.partnership.id, content)
    : await stores.planShares.add({
        ...content,
        id: event.instance,
        partnershipId: place.partnership.id,
        cycleId: place.cycle.id,
        planVersion: 0,
        agreeing: { hash: hashOfShare(content), round: 1, said: [] },
        sentAt: null,
        reactions: [],
        proposedById: person.id,
        proposedAt: now,
      });
  const snapshot = share && (await snapshotOf(context, share));
  return snapshot
    ? { type: "reply", card: previewCard(snapshot, place, texts, 1) }
    : notFound(context, event.context);
}
