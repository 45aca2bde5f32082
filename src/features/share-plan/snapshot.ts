/** What a supervisor reads, drawn once for the preview and for the message: nothing else of a plan. */

import {
  actions,
  facts,
  heading,
  muted,
  quote,
  text,
  type Block,
  type Button,
  type Card,
} from "../../card.ts";
import { goalPage, outlineBlocks } from "../../cards/plan-lines.ts";
import type { PlanShare, SharedJoint } from "../../protocol/plan-share.ts";
import type { PlanGoal } from "../../protocol/plan-text.ts";
import type { School } from "../../team/school.ts";
import type { Texts } from "../../texts/index.ts";

export interface Snapshot {
  readonly share: PlanShare;
  /** None where a joint column is shown. */
  readonly goals: readonly PlanGoal[];
  readonly school: School;
}

/** Names what is shared, within a sentence. */
export const namedIn = (
  { sharing }: Texts,
  { planVersion, goalId }: { readonly planVersion: number; readonly goalId: string | undefined },
): string =>
  goalId === undefined ? sharing.versionNamed(planVersion) : sharing.jointNamed(goalId);

export const whatOf = (texts: Texts, { planVersion, joint }: PlanShare): string =>
  namedIn(texts, { planVersion, goalId: joint?.goalId });

export const shareTitle = (
  { sharing }: Texts,
  { name }: Pick<School, "name">,
  { planVersion, joint }: PlanShare,
): string => (joint ? sharing.jointTitle(name) : sharing.title(name, planVersion));

interface Page {
  readonly title: string;
  readonly body: readonly Block[];
  readonly page: number;
  readonly pages: number;
}

/** One page of it, without any button. School-wide goals come first (systems, row 24). */
export function snapshotPage(
  { share, goals: all, school }: Snapshot,
  texts: Texts,
  asked: number,
): Page {
  const { sharing, common } = texts;
  const title = shareTitle(texts, school, share);
  if (share.joint) return { title, body: jointBody(share.joint, texts), page: 1, pages: 1 };
  const goals = [
    ...all.filter(({ scope }) => scope === "school_wide"),
    ...all.filter(({ scope }) => scope === "common"),
    ...all.filter(({ scope }) => scope === "library" || scope === "it"),
  ];
  const { goals: here, page, pages, from, to } = goalPage(goals, asked);
  const range = common.page(from, to, goals.length);
  const lines = (["learning", "time", "access"] as const)
    .filter((benefit) => share.benefits[benefit] !== "")
    .map((benefit) => ({
      label: sharing.benefitLabels[benefit],
      value: share.benefits[benefit],
    }));
  return {
    title: pages > 1 ? texts.labelled(title, range) : title,
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

/** The words that both confirmed; nothing of the answers behind them. */
function jointBody(joint: SharedJoint, { sharing, reflection }: Texts): readonly Block[] {
  return [
    text(sharing.by),
    heading(joint.goalTitle),
    heading(reflection.agreed),
    quote(joint.agreed),
    facts(
      { label: reflection.decision, value: reflection.decisions[joint.decision] },
      ...(joint.nextStep ? [{ label: reflection.nextStep, value: joint.nextStep }] : []),
    ),
    muted(sharing.jointNotForEvaluation),
  ];
}

/** As its reader gets it: the page, Thank both, Ask, and the way to the other pages. */
export function snapshotCard(snapshot: Snapshot, texts: Texts, asked: number): Card {
  const { title, body, page, pages } = snapshotPage(snapshot, texts, asked);
  const { sharing } = texts;
  const { id } = snapshot.share;
  const about = shareTitle(texts, snapshot.school, snapshot.share);
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
