/** The end of a school year, drawn: what is still to decide, what is decided, and the closing press. */

import { actions, heading, item as row, text, type Block, type Card } from "../../card.ts";
import type { Goal } from "../../goal/goal.ts";
import { shorten } from "../../plain-text.ts";
import type { MyPlace } from "../../here/here.ts";
import { hashOfDecisions, undecided, type YearDecision } from "../../protocol/year-end.ts";
import type { Texts } from "../../texts/index.ts";

const SHOWN = 10;
const TITLE_BESIDE = 100;

export function yearCard(place: MyPlace, texts: Texts, notice?: string): Card {
  const { year } = texts;
  const { cycle, open, school, partnership } = place;
  const missing = undecided(cycle, open);
  const decided = open.filter((goal) => !missing.includes(goal));
  return {
    title: notice ?? year.title(school.name, cycle.label),
    body: [
      text(open.length > 0 ? year.body : year.allDone),
      ...section(year.toDecide, missing, (goal) => goalRow(goal, place, texts, undefined)),
      ...section(year.decided, decided, (goal) =>
        goalRow(
          goal,
          place,
          texts,
          cycle.decisions.find(({ goalId }) => goalId === goal.id),
        ),
      ),
      ...(missing.length === 0
        ? [
            actions({
              label: year.press(cycle.label),
              action: "year.close",
              value: `${partnership.id}|${cycle.id}|${hashOfDecisions(cycle, open)}`,
              about: school.name,
              style: "primary",
            }),
          ]
        : []),
    ],
  };
}

const section = (
  title: string,
  goals: readonly Goal[],
  line: (goal: Goal) => Block,
): readonly Block[] =>
  goals.length > 0 ? [heading(title), ...goals.slice(0, SHOWN).map(line)] : [];

function goalRow(
  { id, title }: Goal,
  { partnership }: MyPlace,
  texts: Texts,
  decision: YearDecision | undefined,
): Block {
  const { year } = texts;
  return row(
    texts.labelled(id, shorten(title, TITLE_BESIDE)),
    decision && outcomeLine(decision, texts),
    {
      label: decision ? year.change : year.decide,
      action: "year.decide",
      value: `${partnership.id}|${id}`,
      about: id,
      asks: true,
    },
  );
}

export const outcomeLine = (
  { outcome, reason }: Pick<YearDecision, "outcome" | "reason">,
  { year }: Texts,
): string => (outcome === "stopped" ? year.stoppedBecause(reason) : year.outcomes[outcome]);
