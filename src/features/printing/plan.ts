/** Page 3: for each goal what either side does for the other, as both agreed on it last. */

import { DIRECTIONS, type Direction } from "../../plan/action-item.ts";
import { latestVersion } from "../../protocol/cycle.ts";
import { nameOf } from "../../here/here.ts";
import { namesIn } from "../../cards/plan-lines.ts";
import type { PlanGoal, PlanPromise } from "../../protocol/plan-text.ts";
import { localDate } from "../../time/calendar.ts";
import type { Texts } from "../../texts/index.ts";
import { measured, tableOr, type Drawing, type Sheet } from "./table.ts";
import type { PrintedYear } from "./year.ts";

export async function planSheet({ stores, texts }: Drawing, place: PrintedYear): Promise<Sheet> {
  const { printing, goals: say, plan, common, dates, agree } = texts;
  const version = latestVersion(place.cycle);
  const frozen = version && (await stores.planTexts.find(version.textId));
  const goals = (frozen ?? place.text).goals;
  const names = await namesIn(stores, goals);
  const day = (date: PlanGoal["due"]): string => (date ? dates.full(date) : common.noDate);
  const owner = (promise: PlanPromise): string =>
    promise.ownerId === null ? plan.needsOwner : (names.get(promise.ownerId) ?? "");
  const line = (promise: PlanPromise): string =>
    [
      texts.labelled(promise.id, promise.title),
      owner(promise),
      promise.plan,
      promise.due ? plan.dueOn(dates.full(promise.due)) : common.noDate,
    ]
      .filter(Boolean)
      .join(" · ");
  const lines = ({ promises }: PlanGoal, direction: Direction): string =>
    promises
      .filter((promise) => promise.direction === direction)
      .map(line)
      .join("\n");
  return {
    intro: [
      ...(version
        ? [
            printing.version(
              version.number,
              dates.full(localDate(version.at, place.school.timezone)),
              agreedBy(place, version.agreed, texts),
            ),
          ]
        : [printing.noVersion]),
      await toldTo({ stores }, place, texts),
    ],
    blocks: tableOr(
      printing.planTable,
      [printing.goal, agree.scope, ...DIRECTIONS.map((each) => plan.directions[each]), say.due],
      goals.map((goal) => [
        [texts.labelled(goal.id, goal.title), measured(goal.measure, texts), ...(goal.common ?? [])]
          .filter(Boolean)
          .join("\n"),
        agree.scopes[goal.scope],
        ...DIRECTIONS.map((direction) => lines(goal, direction)),
        day(goal.due),
      ]),
      printing.empty,
    ),
    columns: [
      printing.number,
      printing.goal,
      agree.scope,
      say.due,
      printing.number,
      printing.step,
      printing.direction,
      say.owner,
      printing.when,
      say.due,
    ],
    rows: goals.flatMap((goal) => {
      const row = [goal.id, goal.title, agree.scopes[goal.scope], goal.due ?? ""];
      const steps = goal.promises.map((promise) => [
        ...row,
        promise.id,
        promise.title,
        plan.directions[promise.direction],
        owner(promise),
        promise.plan,
        promise.due ?? "",
      ]);
      return steps.length > 0 ? steps : [[...row, "", "", "", "", "", ""]];
    }),
  };
}

const agreedBy = (
  place: PrintedYear,
  agreed: readonly { readonly personId: string }[],
  { locale }: Texts,
): string =>
  new Intl.ListFormat(locale).format(agreed.map(({ personId }) => nameOf(place, personId)));

/** The packet's last column: who was told. */
async function toldTo(
  { stores }: Pick<Drawing, "stores">,
  place: PrintedYear,
  { printing, locale }: Texts,
): Promise<string> {
  const shares = await stores.planShares.ofPartnership(place.partnership.id);
  const readers = shares
    .filter(({ sentAt, cycleId }) => sentAt !== null && cycleId === place.cycle.id)
    .flatMap(({ readerIds }) => readerIds);
  const names = [...new Set(readers)].map((id) => nameOf(place, id));
  return names.length > 0
    ? printing.toldTo(new Intl.ListFormat(locale).format(names))
    : printing.toldNobody;
}
