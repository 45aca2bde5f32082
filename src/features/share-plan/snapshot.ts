/** What a supervisor reads, drawn once for the preview and for the message: nothing else of a plan. */

import { actions, facts, muted, text, type Block, type Button, type Card } from "../../card.ts";
import { goalPage, outlineBlocks } from "../../protocol/plan-lines.ts";
import type { PlanShare } from "../../protocol/plan-share.ts";
import type { PlanText } from "../../protocol/plan-text.ts";
import type { School } from "../../team/school.ts";
import type { Texts } from "../../texts/index.ts";

export interface Snapshot {
  readonly share: PlanShare;
  readonly text: PlanText;
  readonly school: School;
}

interface Page {
  readonly title: string;
  readonly body: readonly Block[];
  readonly page: number;
  readonly pages: number;
}

/** One page of it, without any button. School-wide goals come first (systems, row 24). */
export function snapshotPage(
  { share, text: plan, school }: Snapshot,
  texts: Texts,
  asked: number,
): Page {
  const { sharing, common } = texts;
  const goals = [
    ...plan.goals.filter(({ scope }) => scope === "school_wide"),
    ...plan.goals.filter(({ scope }) => scope === "common"),
    ...plan.goals.filter(({ scope }) => scope === "library" || scope === "it"),
  ];
  const { goals: here, page, pages, from, to } = goalPage(goals, asked);
  const title = sharing.title(school.name, share.planVersion);
  const range = common.page(from, to, goals.length);
  const lines = (["learning", "time", "access"] as const)
    .filter((benefit) => share.benefits[benefit] !== "")
    .map((benefit) => ({
      label: sharing.benefitLabels[benefit],
      value: share.benefits[benefit],
    }));
  return {
    title: pages > 1 ? sharing.range(title, range) : title,
    body: [
      text(sharing.by),
      ...(lines.length > 0 ? [facts(...lines)] : []),
      ...here.flatMap((goal) => outlineBlocks(goal, texts)),
      muted(sharing.notForEvaluation),
    ],
    page,
    pages,
  };
}

/** As its reader gets it: the page, Thank both, Ask, and the way to the other pages. */
export function snapshotCard(snapshot: Snapshot, texts: Texts, asked: number): Card {
  const { title, body, page, pages } = snapshotPage(snapshot, texts, asked);
  const { sharing } = texts;
  const { id, planVersion } = snapshot.share;
  const about = sharing.title(snapshot.school.name, planVersion);
  return {
    title,
    body: [
      ...body,
      actions(
        { label: sharing.thank, action: "shared.thank", value: id, about, style: "primary" },
        { label: sharing.ask, action: "shared.ask", value: id, about, asks: true },
        ...turns("shared.turn", id, page, pages, texts),
      ),
    ],
  };
}

export const turns = (
  action: string,
  id: string,
  page: number,
  pages: number,
  { common }: Texts,
): readonly Button[] => [
  ...(page > 1 ? [{ label: common.previous, action, value: `${id}|${page - 1}` }] : []),
  ...(page < pages ? [{ label: common.next, action, value: `${id}|${page + 1}` }] : []),
];
