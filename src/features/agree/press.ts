/** The press on Agree: both sides say yes to one text, or hear what changed and are asked again. */

import { notFound } from "../../access.ts";
import { actions, muted, text, type Block, type Card } from "../../card.ts";
import type { Context, EventOf } from "../../feature.ts";
import type { Outcome } from "../../ports.ts";
import { lookTimer } from "../../meetings/search.ts";
import { agreeRefusal, agreeToPlan } from "../../protocol/agree.ts";
import { latestVersion, type Cycle, type Version } from "../../protocol/cycle.ts";
import { placeFor, type MyPlace } from "../../here/here.ts";
import { changesBetween } from "../../protocol/plan-change.ts";
import { namesIn } from "../../cards/plan-lines.ts";
import { textId } from "../../protocol/plan-text.ts";
import { retell, askSide } from "../../telling/tell.ts";
import { otherSide, partnersOf, sideOf } from "../../team/partnership.ts";
import { share, teamOf } from "../../telling/share.ts";
import type { Texts } from "../../texts/index.ts";
import { changeBlocks } from "./change-blocks.ts";
import { agreeButton, lackBlocks, textCard } from "./text-card.ts";

export async function pressAgree(context: Context<EventOf<"action">>): Promise<Outcome> {
  const { stores, event, texts, person, now } = context;
  const [partnershipId = "", hash = ""] = event.value.split("|");
  const place = await placeFor(context, partnershipId);
  if (!place) return notFound(context, partnershipId);
  const { agree, protocol } = texts;
  const names = await namesIn(stores, place.text.goals);
  if (hash !== place.text.hash)
    return {
      type: "reply",
      card: textCard({ place, names, page: 1, notice: agree.changedSince }, texts),
    };
  const latest = latestVersion(place.cycle);
  if (latest?.hash === hash) {
    // Pressed by the last of the two, and cut short by a crash: what was to be said is said now.
    await tellFrozen(context, place, latest);
    return { type: "reply", card: { title: agree.alreadyVersion(latest.number), body: [] } };
  }
  const refusal = agreeRefusal(place.cycle, place.facts);
  if (refusal?.kind === "incomplete")
    return {
      type: "reply",
      card: { title: agree.refused(refusal.count), body: lackBlocks(place, texts) },
    };
  if (refusal)
    return {
      type: "reply",
      card: {
        title: refusal.kind === "no_goals" ? agree.empty : protocol.refusals.not_now,
        body: [text(protocol.next[place.cycle.state])],
      },
    };
  // Kept before anybody is bound to it, so that what was agreed can always be read.
  await stores.planTexts.add(place.text);
  const confirmed = await stores.reflections.findAll(place.cycle.reflecting);
  const takenUp = confirmed.filter(({ status }) => status === "joint_done").map(({ id }) => id);
  const saved = await stores.cycles.update(place.cycle.id, (current) =>
    agreeToPlan(
      current,
      place.text,
      { personId: person.id, at: now },
      { partnership: place.partnership, facts: place.facts, takenUp },
    ),
  );
  const cycle = saved ?? place.cycle;
  const frozen = latestVersion(cycle);
  if (frozen?.hash === hash) {
    await tellFrozen(context, { ...place, cycle }, frozen);
    return { type: "replace", card: frozenCard(texts, place, frozen) };
  }
  const heard = await askOther(context, place, cycle);
  return {
    type: "replace",
    card: {
      title: agree.agreed,
      body: [
        text(agree.agreedBody(protocol.sides[otherSide(place.side)])),
        ...heard,
        actions(readButton(place, texts)),
      ],
    },
  };
}

const readButton = ({ partnership, school }: MyPlace, { agree }: Texts) => ({
  label: agree.read,
  action: "agree.show",
  value: partnership.id,
  about: school.name,
});

const askKey = ({ id }: Cycle, round: number): string => `plan.agree/${id}/${round}`;

/**
 * Asks the other side about the text of this round. When they had agreed to an earlier one, they hear
 * what changed since (AC-07); questions about earlier texts are settled where they stand.
 */
async function askOther(context: Context, place: MyPlace, cycle: Cycle): Promise<readonly Block[]> {
  const { stores, person } = context;
  const { agreeing } = cycle;
  if (!agreeing) return [];
  const side = otherSide(place.side);
  const before = place.cycle.agreeing;
  const hadAgreed =
    before !== null &&
    before.hash !== agreeing.hash &&
    before.hash !== latestVersion(cycle)?.hash &&
    before.said.some(({ personId }) => sideOf(place.partnership, personId) === side);
  const earlier = hadAgreed
    ? await stores.planTexts.find(textId(cycle.id, before.hash))
    : undefined;
  const changes = earlier ? changesBetween(earlier, place.text) : [];
  const names = await namesIn(stores, [...place.text.goals, ...(earlier?.goals ?? [])]);
  if (before && before.hash !== agreeing.hash)
    await retell(context, partnersOf(place.partnership), askKey(cycle, before.round), (theirs) => ({
      title: theirs.agree.overtaken,
      body: [text(theirs.agree.overtakenBody), actions(readButton(place, theirs))],
    }));
  return await askSide(
    context,
    place.partnership,
    side,
    { key: askKey(cycle, agreeing.round), kind: "plan.agree" },
    (theirs) => {
      const said: readonly Block[] = earlier
        ? [text(theirs.agree.againBody), ...changeBlocks(changes, names, place.today, theirs)]
        : [text(theirs.agree.askBody)];
      return {
        title: earlier ? theirs.agree.againTitle(person.name) : theirs.agree.askTitle(person.name),
        body: [
          ...said,
          actions(
            agreeButton(place.partnership.id, agreeing.hash, place.school.name, theirs.agree.press),
            readButton(place, theirs),
          ),
          muted(theirs.agree.askWhy),
        ],
      };
    },
  );
}

/** Tells the whole partnership once, without a word of the text: a channel may have other readers. */
async function tellFrozen(context: Context, place: MyPlace, version: Version): Promise<void> {
  const { stores, timers, now } = context;
  const { partnership, school, cycle } = place;
  // Times on offer for Meeting 2 are no longer needed.
  await timers.set(lookTimer(partnership.id, stores.districtId, now));
  if (cycle.agreeing)
    await retell(context, partnersOf(partnership), askKey(cycle, cycle.agreeing.round), (theirs) =>
      frozenCard(theirs, place, version),
    );
  await share(
    context,
    await teamOf(stores, partnership, school),
    { key: `plan.version/${cycle.id}/${version.number}`, kind: "plan.version", manner: "answer" },
    (theirs) => frozenCard(theirs, place, version),
  );
}

/** With what an agreed plan is for: shown to supervisors, met about, printed. */
function frozenCard(texts: Texts, place: MyPlace, { number }: Version): Card {
  const { agree, checkIn, printing } = texts;
  const { partnership, school, cycle } = place;
  return {
    title: agree.frozen(number),
    body: [
      text(agree.frozenBody(place.text.goals.length)),
      actions(
        {
          label: agree.showVersion,
          action: "versions.open",
          value: `${partnership.id}|${cycle.id}|${number}`,
          about: agree.version(number),
        },
        {
          label: agree.share,
          action: "sharing.new",
          value: `${partnership.id}|${number}`,
          about: agree.version(number),
        },
        ...(partnership.series
          ? []
          : [
              {
                label: checkIn.formSeries,
                action: "check_in.set_up",
                value: partnership.id,
                about: school.name,
              },
            ]),
        {
          label: printing.open,
          action: "printing.show",
          value: partnership.id,
          about: school.name,
        },
      ),
    ],
  };
}
