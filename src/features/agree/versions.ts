/** Agreed versions: listed, read as they were frozen, and one beside another. */

import { MOST_NAMED, notFound } from "../../access.ts";
import { actions, item as row, text, type Button, type Card } from "../../card.ts";
import type { Context, EventOf } from "../../feature.ts";
import { shorten } from "../../plain-text.ts";
import type { Outcome } from "../../ports.ts";
import { latestVersion, type Cycle, type Version } from "../../protocol/cycle.ts";
import { placeFor, placeMeant, showPlace, type MyPlace } from "../../here/here.ts";
import { changesBetween } from "../../protocol/plan-change.ts";
import { goalBlocks, goalPage, namesIn } from "../../cards/plan-lines.ts";
import { localDate } from "../../time/calendar.ts";
import type { Texts } from "../../texts/index.ts";
import { pageNumber } from "../../page-number.ts";
import { changeBlocks } from "./change-blocks.ts";

/** The latest are listed. */
const LISTED = 12;

/** `partnership` or `partnership|cycle`; "" for the one that is meant. */
export async function listVersions(context: Context, value: string): Promise<Outcome> {
  const [partnershipId = "", cycleId = ""] = value.split("|");
  if (!cycleId)
    return await showPlace(context, "versions.show", partnershipId, (place) =>
      listCard(context, place, place.cycle),
    );
  const place = await placeFor(context, partnershipId);
  const cycle = place && (await cycleOf(context, place, cycleId));
  return place && cycle
    ? { type: "reply", card: await listCard(context, place, cycle) }
    : notFound(context, cycleId);
}

/** A school year of that partnership, and of no other. */
async function cycleOf(
  { stores }: Pick<Context, "stores">,
  place: MyPlace,
  cycleId: string,
): Promise<Cycle | undefined> {
  const cycle = await stores.cycles.find(cycleId);
  return cycle?.partnershipId === place.partnership.id ? cycle : undefined;
}

async function listCard(
  { stores, texts }: Pick<Context, "stores" | "texts">,
  place: MyPlace,
  cycle: Cycle,
): Promise<Card> {
  const { agree } = texts;
  if (cycle.versions.length === 0)
    return { title: agree.noVersions, body: [text(agree.noVersionsBody)] };
  const ids = cycle.versions.flatMap(({ agreed }) => agreed.map(({ personId }) => personId));
  const people = await stores.people.findAll([...new Set(ids)]);
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const latest = latestVersion(cycle);
  const base = `${place.partnership.id}|${cycle.id}`;
  return {
    title: agree.versions(place.school.name),
    body: [
      ...cycle.versions.slice(-LISTED).map((version) =>
        row(agree.version(version.number), agreedLine(version, names, place, texts), {
          label: agree.showVersion,
          action: "versions.open",
          value: `${base}|${version.number}`,
          about: agree.version(version.number),
        }),
      ),
      ...(latest && latest.number > 1
        ? [actions(compareButton(base, latest.number - 1, latest.number, texts))]
        : []),
    ],
  };
}

function agreedLine(
  { at, agreed }: Version,
  names: ReadonlyMap<string, string>,
  { school, today }: MyPlace,
  { agree, dates, locale }: Texts,
): string {
  const who = agreed.map(({ personId }) => names.get(personId) ?? personId);
  return agree.agreedOn(
    dates.day(localDate(at, school.timezone), today),
    new Intl.ListFormat(locale).format(who),
  );
}

const compareButton = (base: string, one: number, other: number, { agree }: Texts): Button => ({
  label: agree.compare(one, other),
  action: "versions.compare",
  value: `${base}|${one}|${other}`,
});

/** `partnership|cycle|number|page`: the text as it was agreed, whatever has changed since. */
export async function openVersion(context: Context<EventOf<"action">>): Promise<Outcome> {
  const [partnershipId = "", cycleId = "", number = "", page = "1"] =
    context.event.value.split("|");
  const place = await placeFor(context, partnershipId);
  const cycle = place && (await cycleOf(context, place, cycleId));
  if (!place || !cycle) return notFound(context, cycleId);
  return await versionOutcome(context, place, cycle, number, pageNumber(page));
}

/** As `openVersion`, in place of the page that was pressed. */
export async function turnVersion(context: Context<EventOf<"action">>): Promise<Outcome> {
  const outcome = await openVersion(context);
  return outcome.type === "reply" ? { type: "replace", card: outcome.card } : outcome;
}

async function versionOutcome(
  context: Context,
  place: MyPlace,
  cycle: Cycle,
  typed: string,
  asked: number,
): Promise<Outcome> {
  const { stores, texts } = context;
  const { agree, common } = texts;
  const version = cycle.versions.find(({ number }) => number === numberTyped(typed));
  const frozen = version && (await stores.planTexts.find(version.textId));
  if (!version || !frozen)
    return {
      type: "reply",
      card: { title: agree.noVersion(shorten(typed, MOST_NAMED)), body: [] },
    };
  const names = await namesIn(stores, frozen.goals);
  const { goals: here, page, pages, from, to } = goalPage(frozen.goals, asked);
  const base = `${place.partnership.id}|${cycle.id}`;
  const turn = (label: string, to: number): Button => ({
    label,
    action: "versions.turn",
    value: `${base}|${version.number}|${to}`,
  });
  const title = agree.versionOf(version.number, place.school.name);
  const range = common.page(from, to, frozen.goals.length);
  return {
    type: "reply",
    card: {
      title: pages > 1 ? texts.labelled(title, range) : title,
      body: [
        ...here.flatMap((goal) => goalBlocks(goal, names, place.today, texts)),
        actions(
          ...(cycle.id === place.cycle.id
            ? [
                {
                  label: agree.share,
                  action: "sharing.new",
                  value: `${place.partnership.id}|${version.number}`,
                  about: agree.version(version.number),
                  asks: true as const,
                },
              ]
            : []),
          ...(version.number > 1
            ? [compareButton(base, version.number - 1, version.number, texts)]
            : []),
          ...(page > 1 ? [turn(common.previous, page - 1)] : []),
          ...(page < pages ? [turn(common.next, page + 1)] : []),
        ),
      ],
    },
  };
}

/** `plan versions 2`: that version; without a number, the list. */
export async function typedVersion(context: Context, rest: string): Promise<Outcome> {
  if (!rest.trim()) return await listVersions(context, "");
  const found = await placeMeant(context, "versions.show", "");
  return "instead" in found
    ? found.instead
    : await versionOutcome(context, found.place, found.place.cycle, rest.trim(), 1);
}

/** `plan compare 1 2`: one version beside another; without numbers, the last two. */
export async function typedCompare(context: Context, rest: string): Promise<Outcome> {
  const typed = rest.trim().split(/\s+/u).filter(Boolean).map(numberTyped);
  const [one, other] = typed;
  if (typed.length > 0 && (!one || !other))
    return { type: "reply", card: { title: context.texts.agree.compareHow, body: [] } };
  return await showPlace(context, "versions.show", "", (place) => {
    const { agree } = context.texts;
    const last = latestVersion(place.cycle)?.number ?? 0;
    if (!one && last < 2) return { title: agree.compareNone, body: [text(agree.compareNoneBody)] };
    return compareCard(context, place, place.cycle, one ?? last - 1, other ?? last);
  });
}

/** `partnership|cycle|one|other`. */
export async function pressCompare(context: Context<EventOf<"action">>): Promise<Outcome> {
  const [partnershipId = "", cycleId = "", one = "", other = ""] = context.event.value.split("|");
  const place = await placeFor(context, partnershipId);
  const cycle = place && (await cycleOf(context, place, cycleId));
  if (!place || !cycle) return notFound(context, cycleId);
  return {
    type: "reply",
    card: await compareCard(context, place, cycle, Number(one), Number(other)),
  };
}

async function compareCard(
  { stores, texts }: Context,
  place: MyPlace,
  cycle: Cycle,
  one: number,
  other: number,
): Promise<Card> {
  const { agree } = texts;
  const [before, after] = [one, other].map((number) =>
    cycle.versions.find((version) => version.number === number),
  );
  const missing = !before ? one : !after ? other : undefined;
  if (missing !== undefined || !before || !after)
    return { title: agree.noVersion(String(missing ?? "")), body: [] };
  const [earlier, later] = await Promise.all([
    stores.planTexts.find(before.textId),
    stores.planTexts.find(after.textId),
  ]);
  if (!earlier || !later) return { title: agree.noVersion(String(one)), body: [] };
  const names = await namesIn(stores, [...earlier.goals, ...later.goals]);
  return {
    title: agree.compareTitle(one, other),
    body: changeBlocks(changesBetween(earlier, later), names, place.today, texts, [
      agree.version(one),
      agree.version(other),
    ]),
  };
}

/** `2`, `v2` and `V2` are one. */
const numberTyped = (typed: string): number =>
  Number(/^v?(\d{1,4})$/iu.exec(typed.trim())?.[1] ?? 0);
