/** School years of a partnership, readable for its partners long after they were closed. */

import { notFound } from "../../access.ts";
import { actions, heading, item as row, quote, text, type Block } from "../../card.ts";
import type { Context, EventOf } from "../../feature.ts";
import type { Outcome } from "../../ports.ts";
import type { Cycle } from "../../protocol/cycle.ts";
import { placeFor, showPlace } from "../../here/here.ts";
import { localDate } from "../../time/calendar.ts";
import type { Texts } from "../../texts/index.ts";
import { outcomeLine } from "./card.ts";

const YEARS_SHOWN = 12;

export async function listYears(context: Context, partnershipId: string): Promise<Outcome> {
  const { stores, texts } = context;
  const { year, dates } = texts;
  return await showPlace(context, "year.past", partnershipId, async (place) => {
    const cycles = await stores.cycles.ofPartnership(place.partnership.id);
    return {
      title: year.past(place.school.name),
      body: cycles.slice(0, YEARS_SHOWN).map((cycle) => {
        const state = cycle.closedAt
          ? year.closedOn(dates.day(localDate(cycle.closedAt, place.school.timezone), place.today))
          : year.current;
        return row(texts.labelled(cycle.label, state), undefined, {
          label: year.open,
          action: "year.open",
          value: `${place.partnership.id}|${cycle.id}`,
          about: cycle.label,
        });
      }),
    };
  });
}

/** `partnership|cycle`: what that year brought. */
export async function openYear(context: Context<EventOf<"action">>): Promise<Outcome> {
  const { stores, texts } = context;
  const { year, agree, printing } = texts;
  const [partnershipId = "", cycleId = ""] = context.event.value.split("|");
  const place = await placeFor(context, partnershipId);
  const cycle = place && (await stores.cycles.find(cycleId));
  if (!place || cycle?.partnershipId !== partnershipId) return notFound(context, cycleId);
  const body = await archiveBlocks(context, cycle, texts);
  const to = (label: string, action: string) => ({
    label,
    action,
    value: `${partnershipId}|${cycle.id}`,
    about: cycle.label,
  });
  const hasVersions = cycle.versions.length > 0;
  const versions = [
    ...(hasVersions ? [] : [text(agree.noVersions)]),
    actions(
      ...(hasVersions ? [to(year.versions, "versions.show")] : []),
      to(printing.open, "printing.show"),
    ),
  ];
  return {
    type: "reply",
    card: {
      title: year.archive(place.school.name, cycle.label),
      body: [...(body.length > 0 ? body : [text(year.archiveNone)]), ...versions],
    },
  };
}

async function archiveBlocks(
  { stores }: Pick<Context, "stores">,
  { decisions, intersections, working }: Cycle,
  texts: Texts,
): Promise<readonly Block[]> {
  const { year, working: words } = texts;
  const goals = await stores.goals.findAll(decisions.map(({ goalId }) => goalId));
  const titleOf = (id: string): string => goals.find((goal) => goal.id === id)?.title ?? "";
  return [
    ...(decisions.length > 0
      ? [
          heading(year.goalsTitle),
          ...decisions.map((decision) =>
            row(
              texts.labelled(decision.goalId, titleOf(decision.goalId)),
              decision.carriedTo
                ? year.carriedAs(decision.goalId, decision.carriedTo)
                : outcomeLine(decision, texts),
            ),
          ),
        ]
      : []),
    ...(intersections.length > 0
      ? [
          heading(year.pairs),
          ...intersections.map(({ libraryGoalId, itGoalId, common }) =>
            row(common, `${libraryGoalId} · ${itGoalId}`),
          ),
        ]
      : []),
    ...(working ? [heading(words.formTitle), ...working.lines.map(quote)] : []),
  ];
}
