/** Choosing who is shown a version, and three lines on what the school gains. Nothing is sent by it. */

import { notFound, partnershipFor } from "../../access.ts";
import {
  actions,
  answer,
  divider,
  heading,
  muted,
  text,
  type Answers,
  type Card,
  type Form,
  type Input,
} from "../../card.ts";
import type { Context, EventOf } from "../../feature.ts";
import type { Outcome } from "../../ports.ts";
import { latestVersion, type Version } from "../../protocol/cycle.ts";
import { nameOf, placeFor, placeMeant, type MyPlace } from "../../here/here.ts";
import { changeShare, hashOfShare, type PlanShare } from "../../protocol/plan-share.ts";
import type { Partnership } from "../../team/partnership.ts";
import type { Texts } from "../../texts/index.ts";
import { pageNumber } from "../../page-number.ts";
import { shareTitle, snapshotPage, turns, type Snapshot } from "./snapshot.ts";
import { line, optional } from "../../fields/field.ts";
import { formOf } from "../../fields/form.ts";
import { readForm } from "../../fields/read.ts";

const BENEFIT = optional(line(150));
const GAINS = { learning: BENEFIT, time: BENEFIT, access: BENEFIT };
/** More than a form can ask about one by one. */
const MOST_READERS = 10;

/** `plan share`: the form for the latest version; a choice of team where several are meant. */
export async function typedShare(context: Context): Promise<Outcome> {
  const found = await placeMeant(context, "sharing.new", "");
  if ("instead" in found) return found.instead;
  const { place } = found;
  return askReaders(place, context.texts, latestVersion(place.cycle), undefined);
}

/** `partnership|version`, or a share that is to be changed: `partnership|version|share`. */
export async function pressNew(context: Context<EventOf<"action">>): Promise<Outcome> {
  const [partnershipId = "", number = "", shareId = ""] = context.event.value.split("|");
  const place = await placeFor(context, partnershipId);
  if (!place) return notFound(context, partnershipId);
  const version = number
    ? place.cycle.versions.find((each) => each.number === Number(number))
    : latestVersion(place.cycle);
  const known = shareId ? await context.stores.planShares.find(shareId) : undefined;
  return askReaders(
    place,
    context.texts,
    version,
    known?.partnershipId === partnershipId ? known : undefined,
  );
}

function askReaders(
  place: MyPlace,
  texts: Texts,
  version: Version | undefined,
  share: PlanShare | undefined,
): Outcome {
  const { sharing } = texts;
  if (!version)
    return {
      type: "reply",
      card: { title: sharing.noVersion, body: [text(sharing.noVersionBody)] },
    };
  if (place.partnership.supervisorIds.length === 0)
    return {
      type: "reply",
      card: { title: sharing.noReaders, body: [text(sharing.noReadersBody)] },
    };
  if (share?.sentAt) return { type: "reply", card: { title: sharing.sentBefore, body: [] } };
  return { type: "ask", form: readersForm(place, texts, version, share) };
}

function readersForm(
  place: MyPlace,
  texts: Texts,
  version: Version,
  share: PlanShare | undefined,
): Form {
  const { sharing, common } = texts;
  const asked = (benefit: keyof typeof GAINS) => ({
    label: sharing.benefits[benefit],
    hint: sharing.benefitHint(BENEFIT.max),
  });
  return formOf(texts, GAINS, {
    form: "sharing.propose",
    title: sharing.formTitle,
    submit: common.goOn,
    context: [place.partnership.id, version.number, share?.id ?? ""].join("|"),
    before: [{ type: "note", text: sharing.formNote }, ...readerInputs(place, sharing, share)],
    ask: { learning: asked("learning"), time: asked("time"), access: asked("access") },
    values: { ...share?.benefits },
  });
}

/** One question for each supervisor that the partnership names. */
export const readerInputs = (
  place: Pick<MyPlace, "people" | "partnership">,
  sharing: Texts["sharing"],
  share: PlanShare | undefined,
): readonly Input[] =>
  readersOf(place.partnership).map((id) => ({
    type: "choice",
    id: inputOf(id),
    label: sharing.reader(nameOf(place, id)),
    value: share?.readerIds.includes(id) ? "yes" : "no",
    open: true,
    options: [
      { label: sharing.yes, value: "yes" },
      { label: sharing.no, value: "no" },
    ],
  }));

/** Who was chosen, or the sentence to say at the first of the questions. */
export function readersIn(
  { partnership }: Pick<MyPlace, "partnership">,
  answers: Answers,
  { sharing }: Texts,
): { readonly readerIds: readonly string[]; readonly problems: Readonly<Record<string, string>> } {
  const offered = readersOf(partnership);
  const readerIds = offered.filter((id) => answer(answers, inputOf(id)) === "yes");
  const [first] = offered;
  const isNobody = readerIds.length === 0 && first !== undefined;
  return { readerIds, problems: isNobody ? { [inputOf(first)]: sharing.chooseReader } : {} };
}

const readersOf = ({ supervisorIds }: Partnership): readonly string[] =>
  supervisorIds.slice(0, MOST_READERS);

const inputOf = (personId: string): string => `reader-${personId}`;

export async function submitReaders(context: Context<EventOf<"form">>): Promise<Outcome> {
  const { stores, event, person, texts, now } = context;
  const [partnershipId = "", number = "", shareId = ""] = event.context.split("|");
  const place = await placeFor(context, partnershipId);
  const version = place?.cycle.versions.find((each) => each.number === Number(number));
  if (!place || !version) return notFound(context, partnershipId);
  const { readerIds, problems: unread } = readersIn(place, event.answers, texts);
  const read = readForm(GAINS, context);
  const problems = { ...unread, ...(read.type === "invalid" ? read.problems : {}) };
  if (read.type === "invalid" || Object.keys(problems).length > 0)
    return { type: "invalid", problems };
  const content = { textId: version.textId, readerIds, benefits: read.values };
  const saved = shareId
    ? await changed(context, shareId, partnershipId, content)
    : await stores.planShares.add({
        ...content,
        id: event.instance,
        partnershipId,
        cycleId: place.cycle.id,
        planVersion: version.number,
        agreeing: { hash: hashOfShare(content), round: 1, said: [] },
        sentAt: null,
        reactions: [],
        proposedById: person.id,
        proposedAt: now,
      });
  if (!saved) return notFound(context, shareId);
  const snapshot = await snapshotOf(context, saved);
  return snapshot
    ? { type: "reply", card: previewCard(snapshot, place, texts, 1) }
    : notFound(context, shareId);
}

export async function changed(
  { stores }: Pick<Context, "stores">,
  shareId: string,
  partnershipId: string,
  content: Pick<PlanShare, "readerIds" | "benefits">,
): Promise<PlanShare | undefined> {
  const known = await stores.planShares.find(shareId);
  if (known?.partnershipId !== partnershipId) return undefined;
  return await stores.planShares.update(shareId, (share) => changeShare(share, content));
}

/** A share with what it shows and the school it is of. */
export async function snapshotOf(
  { stores }: Pick<Context, "stores">,
  share: PlanShare,
): Promise<Snapshot | undefined> {
  const [plan, partnership] = await Promise.all([
    share.joint ? { goals: [] } : stores.planTexts.find(share.textId),
    stores.partnerships.find(share.partnershipId),
  ]);
  const school = partnership && (await stores.schools.find(partnership.schoolId));
  return plan && school && { share, goals: plan.goals, school };
}

/** Exactly what its readers will read, with the consent below it. */
export function previewCard(
  snapshot: Snapshot,
  people: Pick<MyPlace, "people">,
  texts: Texts,
  asked: number,
  notice?: string,
): Card {
  const { sharing, locale } = texts;
  const { share } = snapshot;
  const { title, body, page, pages } = snapshotPage(snapshot, texts, asked);
  const about = shareTitle(texts, snapshot.school, share);
  return {
    title: notice ?? sharing.preview(readerNames(share, people, locale)),
    body: [
      muted(sharing.previewBody),
      divider,
      heading(title),
      ...body,
      divider,
      text(sharing.nothingSent),
      actions(
        {
          label: sharing.consent,
          action: "sharing.consent",
          value: `${share.id}|${share.agreeing.round}`,
          about,
          style: "primary",
        },
        {
          label: sharing.change,
          ...(share.joint
            ? { action: "sharing.joint", value: `${share.joint.reflectionId}|${share.id}` }
            : {
                action: "sharing.new",
                value: `${share.partnershipId}|${share.planVersion}|${share.id}`,
              }),
          about,
          asks: true,
        },
        ...turns("sharing.turn", share.id, page, pages, texts),
      ),
    ],
  };
}

export const readerNames = (
  { readerIds }: PlanShare,
  place: Pick<MyPlace, "people">,
  locale: string,
): string => new Intl.ListFormat(locale).format(readerIds.map((id) => nameOf(place, id)));

/** `share|page`: another page of the preview, to one of its partners. */
export async function turnPreview(context: Context<EventOf<"action">>): Promise<Outcome> {
  const [shareId = "", page = "1"] = context.event.value.split("|");
  const share = await context.stores.planShares.find(shareId);
  const mine = share && (await partnershipFor(context, share.partnershipId));
  const place = mine && (await placeFor(context, mine.partnership.id));
  const snapshot = share && (await snapshotOf(context, share));
  return place && snapshot
    ? { type: "replace", card: previewCard(snapshot, place, context.texts, pageNumber(page)) }
    : notFound(context, shareId);
}
