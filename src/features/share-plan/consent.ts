/** Consent of both sides sends a version to its readers, once, and writes it into the log (AC-08). */

import { notFound } from "../../access.ts";
import { actions, heading, item as row, muted, text, type Block, type Card } from "../../card.ts";
import type { Context, EventOf } from "../../feature.ts";
import type { Outcome } from "../../ports.ts";
import { showPlace, nameOf, placeFor, type MyPlace } from "../../here/here.ts";
import { auditOf, consent, mayRead, type PlanShare } from "../../protocol/plan-share.ts";
import { retell, tellPeople, askSide } from "../../telling/tell.ts";
import { otherSide, partnersOf } from "../../team/partnership.ts";
import { reachedAt } from "../../team/person.ts";
import { textsFor, type Texts } from "../../texts/index.ts";
import { questionRows } from "./answer.ts";
import { previewCard, readerNames, snapshotOf } from "./propose.ts";
import { namedIn, snapshotCard, whatOf, type Snapshot } from "./snapshot.ts";

export async function pressConsent(context: Context<EventOf<"action">>): Promise<Outcome> {
  const { stores, event, texts, person, now } = context;
  const [shareId = "", typed = ""] = event.value.split("|");
  const known = await stores.planShares.find(shareId);
  const place = known && (await placeFor(context, known.partnershipId));
  if (!place) return notFound(context, shareId);
  const { sharing } = texts;
  const round = Number(typed);
  const share = await stores.planShares.update(shareId, (current) =>
    consent(current, place.partnership, round, { personId: person.id, at: now }),
  );
  const snapshot = share && (await snapshotOf(context, share));
  if (!share || !snapshot) return notFound(context, shareId);
  if (share.sentAt) {
    const unreached = await deliver(context, place, snapshot);
    return { type: "replace", card: sentCard(share, place, texts, unreached) };
  }
  if (share.agreeing.round !== round)
    return { type: "reply", card: previewCard(snapshot, place, texts, 1, sharing.changed) };
  const side = otherSide(place.side);
  const heard = await askSide(
    context,
    place.partnership,
    side,
    { key: askKey(share), kind: "plan.consent" },
    (theirs) => {
      const title = theirs.sharing.askTitle(
        person.name,
        whatOf(theirs, share),
        readerNames(share, place, theirs.locale),
      );
      const card = previewCard(snapshot, place, theirs, 1, title);
      return { ...card, body: [...card.body, muted(theirs.sharing.askWhy)] };
    },
  );
  return {
    type: "replace",
    card: {
      title: sharing.asked,
      body: [text(sharing.askedBody(texts.protocol.sides[side])), ...heard],
    },
  };
}

const askKey = ({ id, agreeing }: PlanShare): string => `plan.consent/${id}/${agreeing.round}`;

/**
 * Writes the log, sends the message to each reader the partnership still names, and tells the
 * partners. Everything under its own key: repeating it sends nothing twice.
 * @returns names of readers whom no platform reaches.
 */
async function deliver(
  context: Context,
  place: MyPlace,
  snapshot: Snapshot,
): Promise<readonly string[]> {
  const { stores, outbox, person } = context;
  const { share } = snapshot;
  const { partnership } = place;
  const readers = (await stores.people.findAll(share.readerIds)).filter(({ id }) =>
    mayRead(share, partnership, id),
  );
  for (const entry of auditOf(share))
    if (readers.some(({ id }) => id === entry.readerId)) await stores.audit.add(entry);
  const unreached: string[] = [];
  for (const reader of readers) {
    const to = reachedAt(reader);
    if (!reader.active || !to) unreached.push(reader.name);
    else
      await outbox.post({
        key: `plan.shared/${share.id}/${reader.id}`,
        kind: "plan.shared",
        to,
        card: snapshotCard(snapshot, textsFor(reader.locale, reader.timezone), 1),
      });
  }
  const partners = partnersOf(partnership);
  await retell(context, partners, askKey(share), (theirs) =>
    sentCard(share, place, theirs, unreached),
  );
  await tellPeople(
    context,
    partners.filter((id) => id !== person.id),
    { key: `plan.sent/${share.id}`, kind: "plan.sent", manner: "answer" },
    (theirs) => sentCard(share, place, theirs, unreached),
  );
  return unreached;
}

const sentCard = (
  share: PlanShare,
  place: MyPlace,
  texts: Texts,
  unreached: readonly string[],
): Card => ({
  title: texts.sharing.sent(whatOf(texts, share), readerNames(share, place, texts.locale)),
  body: [
    ...(unreached.length > 0
      ? [text(texts.sharing.unreached(new Intl.ListFormat(texts.locale).format(unreached)))]
      : []),
    text(share.joint ? texts.sharing.jointSentBody : texts.sharing.sentBody),
    actions({ label: texts.sharing.showLog, action: "sharing.log", value: place.partnership.id }),
  ],
});

/** Entries shown of the log. */
const LOGGED = 12;

/** Who was shown which version, when and by whose consent: to the partners. */
export async function showLog(context: Context, partnershipId: string): Promise<Outcome> {
  const { stores, texts } = context;
  const { sharing, dates, locale } = texts;
  return await showPlace(context, "sharing.log", partnershipId, async (place) => {
    const { rows } = await stores.audit.ofPartnership(place.partnership.id, "plan.shared", {
      skip: 0,
      limit: LOGGED,
    });
    const ids = rows.flatMap(({ readerId, consents }) => [
      readerId,
      ...consents.map(({ personId }) => personId),
    ]);
    const known = await stores.people.findAll([...new Set(ids)]);
    const named = { people: new Map(known.map((each) => [each.id, each])) };
    const lines = rows.map(({ planVersion, jointOf: goalId, readerId, at, consents }): Block => {
      const said = consents.map((yes) =>
        sharing.logConsent(nameOf(named, yes.personId), dates.moment(yes.at)),
      );
      return row(
        sharing.logLine(namedIn(texts, { planVersion, goalId }), nameOf(named, readerId)),
        sharing.logDetail(dates.moment(at), new Intl.ListFormat(locale).format(said)),
      );
    });
    const asked = await questionRows(context, place);
    return {
      title: lines.length > 0 ? sharing.log(place.school.name) : sharing.logNone,
      body: [...lines, ...(asked.length > 0 ? [heading(sharing.questions), ...asked] : [])],
    };
  });
}
