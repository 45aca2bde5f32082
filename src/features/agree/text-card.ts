/** The plan's text as it stands, drawn a page at a time: what it lacks, its goals, and Agree. */

import {
  actions,
  heading,
  item as row,
  muted,
  text,
  type Block,
  type Button,
  type Card,
} from "../../card.ts";
import { shorten } from "../../plain-text.ts";
import { latestVersion } from "../../protocol/cycle.ts";
import { parkedOffers } from "../../protocol/offer.ts";
import type { MyPlace, Place } from "../../here/here.ts";
import { goalBlocks, goalPage } from "../../cards/plan-lines.ts";
import type { Lack } from "../../protocol/plan-text.ts";
import type { Texts } from "../../texts/index.ts";

const LACKS_SHOWN = 8;
const TITLE_BESIDE = 100;

export interface Shown {
  readonly place: MyPlace;
  readonly names: ReadonlyMap<string, string>;
  readonly page: number;
  /** Said instead of the usual title. */
  readonly notice?: string;
}

export function textCard({ place, names, page: asked, notice }: Shown, texts: Texts): Card {
  const { agree, common } = texts;
  const { goals } = place.text;
  if (goals.length === 0 && place.cycle.leftOut.length === 0)
    return { title: agree.empty, body: [text(agree.emptyBody)] };
  const { goals: here, page, pages, from, to } = goalPage(goals, asked);
  const title = agree.title(place.school.name);
  const range = common.page(from, to, goals.length);
  return {
    title: notice ?? (pages > 1 ? texts.labelled(title, range) : title),
    body: [
      muted(agree.intro),
      text(stateLine(place, texts)),
      ...lackBlocks(place, texts),
      ...offersLeft(place, texts),
      ...here.flatMap((goal) => [
        ...goalBlocks(goal, names, place.today, texts),
        ...(goal.joint ? [] : [actions(goalButton(goal.id, place, texts))]),
      ]),
      ...(page === pages ? leftOut(place, texts) : []),
      actions(...buttons(place, texts, page, pages)),
    ],
  };
}

function stateLine(place: Place, { agree }: Texts): string {
  const { cycle, facts, text: now } = place;
  const latest = latestVersion(cycle);
  if (latest?.hash === now.hash) return agree.isVersion(latest.number);
  const [side] = facts.agreed;
  if (!side) return agree.nobodyYet;
  return agree.waitsFor[side === "library" ? "it" : "library"];
}

/** Each goal that lacks something, named, with the press that mends it (AC-06). */
export function lackBlocks(place: Place, texts: Texts): readonly Block[] {
  if (place.lacks.length === 0) return [];
  return [
    heading(texts.agree.lacking),
    ...place.lacks.slice(0, LACKS_SHOWN).map((lack) => lackRow(lack, texts)),
  ];
}

function lackRow({ goal, what }: Lack, { agree, labelled }: Texts): Block {
  const name = labelled(goal.id, shorten(goal.title, TITLE_BESIDE));
  const said = what === "school_goal" ? agree.lacks[what] : agree.lacks[what][goal.department];
  const mend =
    what === "school_goal"
      ? { label: agree.editGoal, action: "goal.edit", value: goal.id }
      : { label: agree.addPromise, action: "item.add", value: `${goal.id}|${GAP[what]}` };
  return row(name, said, {
    ...mend,
    about: `${goal.id}, ${said}`,
    asks: true,
  });
}

/** Whose step is missing, as the form of a new one asks for it. */
const GAP = { support: "support", support_open: "support", own: "own", own_open: "own" } as const;

function offersLeft({ cycle, partnership }: Place, { agree, protocol }: Texts): readonly Block[] {
  const { length } = parkedOffers(cycle);
  if (length === 0) return [];
  return [
    row(agree.parked(length), undefined, {
      label: protocol.showOffers,
      action: "offers.show",
      value: partnership.id,
    }),
  ];
}

const goalButton = (goalId: string, { partnership }: Place, { agree }: Texts): Button => ({
  label: agree.change,
  action: "agree.change",
  value: `${partnership.id}|${goalId}`,
  about: goalId,
  asks: true,
});

/** Open goals that the plan does without, with the way back in. */
function leftOut(place: Place, texts: Texts): readonly Block[] {
  const out = place.open.filter(({ id }) => place.cycle.leftOut.includes(id));
  if (out.length === 0) return [];
  return [
    heading(texts.agree.leftOut),
    ...out
      .slice(0, LACKS_SHOWN)
      .map(({ id, title }) =>
        row(
          texts.labelled(id, shorten(title, TITLE_BESIDE)),
          undefined,
          goalButton(id, place, texts),
        ),
      ),
  ];
}

function buttons(
  { partnership, cycle, text: now, school }: MyPlace,
  { agree, common, protocol }: Texts,
  page: number,
  pages: number,
): readonly Button[] {
  const turn = (label: string, to: number): Button => ({
    label,
    action: "agree.turn",
    value: `${partnership.id}|${to}`,
  });
  const isVersion = latestVersion(cycle)?.hash === now.hash;
  return [
    ...(isVersion || now.goals.length === 0
      ? []
      : [agreeButton(partnership.id, now.hash, school.name, agree.press)]),
    ...(cycle.versions.length > 0
      ? [{ label: protocol.showVersions, action: "versions.show", value: partnership.id }]
      : []),
    ...(page > 1 ? [turn(common.previous, page - 1)] : []),
    ...(page < pages ? [turn(common.next, page + 1)] : []),
  ];
}

/** Says yes to the text of that hash, and to no other. */
export const agreeButton = (
  partnershipId: string,
  hash: string,
  about: string,
  label: string,
): Button => ({
  label,
  action: "agree.press",
  value: `${partnershipId}|${hash}`,
  about,
  style: "primary",
});
