/** The situations, and what is behind each: of everything declared, what is there for one person. */

import { actions, item, muted, text, type Button, type Card } from "../card.ts";
import { typing } from "../commands.ts";
import type { Context, Declared } from "../feature.ts";
import type { Texts } from "../texts/index.ts";
import { SITUATIONS, type Situation } from "./situation.ts";
import { latelyFirst } from "./habit.ts";
import { isOffered, standingOf, type Standing } from "./standing.ts";

type Asking = Pick<Context, "stores" | "person" | "now" | "texts" | "declared">;

/** A situation with what is behind it, what was used lately first. */
interface Behind {
  readonly situation: Situation;
  readonly things: readonly Declared[];
}

const NAMED = 4;

/** Only those with something behind them, what was used lately first. */
export async function situationsFor(
  { stores, person, declared }: Asking,
  standing: Standing,
): Promise<readonly Behind[]> {
  const lately = (await stores.habits.find(person.id))?.lately ?? [];
  const offered = declared.commands.filter(
    (each) => each.command.menu !== false && isOffered(each, standing),
  );
  const behind = first(standing).flatMap((situation): readonly Behind[] => {
    const all = offered.filter(({ command }) => command.situation === situation);
    const things = latelyFirst(all, lately, (each, words) => each.words === words);
    return things.length > 0 ? [{ situation, things }] : [];
  });
  return latelyFirst(behind, lately, ({ things }, words) =>
    things.some((each) => each.words === words),
  );
}

/** The district's card stands first for who sees to it, and what was sent for who is shown things. */
function first({ audiences }: Standing): readonly Situation[] {
  const mine: Situation[] = [];
  if (audiences.includes("district")) mine.push("district");
  if (audiences.includes("reader") && !audiences.includes("partner")) mine.push("principal");
  return [...mine, ...SITUATIONS.filter((situation) => !mine.includes(situation))];
}

export const situationTitle = (
  situation: Situation,
  { audiences }: Standing,
  { finding }: Texts,
): string =>
  situation === "principal" && !audiences.includes("partner")
    ? finding.sentToMe
    : finding.situations[situation];

/** Each situation as a button, where a card has other things to say first. */
export async function situationButtons(
  context: Asking,
  standing: Standing,
): Promise<readonly Button[]> {
  const behind = await situationsFor(context, standing);
  return behind.map(({ situation }) => ({
    label: situationTitle(situation, standing, context.texts),
    action: "menu.look",
    value: situation,
  }));
}

/** What is it about? One line and one button each. */
export async function menuCard(context: Asking): Promise<Card> {
  const { texts } = context;
  const { finding } = texts;
  const standing = await standingOf(context);
  const behind = await situationsFor(context, standing);
  return {
    title: finding.title,
    body: [
      ...behind.map(({ situation, things }) => {
        const title = situationTitle(situation, standing, texts);
        const named = things.slice(0, NAMED).map(({ command }) => command.words(texts).label);
        return item(title, named.join(" · "), {
          label: finding.open,
          action: "menu.open",
          value: situation,
          about: title,
        });
      }),
      muted(finding.orWrite),
      actions(typing(finding.allCommands, "help all")),
    ],
  };
}

/** What is behind a situation: each thing with its one button. */
export async function situationCard(context: Asking, wanted: string): Promise<Card> {
  const { texts } = context;
  const { finding } = texts;
  const standing = await standingOf(context);
  const behind = await situationsFor(context, standing);
  const found = behind.find(({ situation }) => situation === wanted);
  const back: Button = { label: finding.back, action: "menu.show", value: "" };
  if (!found) return { title: finding.nothingHere, body: [actions(back)] };
  return {
    title: situationTitle(found.situation, standing, texts),
    body: [
      ...found.things.map(({ words, command }) => {
        const { label } = command.words(texts);
        return item(label, command.summary(texts), typing(finding.open, words, { about: label }));
      }),
      actions(back),
    ],
  };
}

/** A page of help: every command there is for them, as it is typed, grouped by situation. */
const PER_PAGE = 12;

export async function helpCard(context: Asking, asked: number): Promise<Card> {
  const { texts, declared } = context;
  const { finding, common, setup } = texts;
  const standing = await standingOf(context);
  const all = SITUATIONS.flatMap((situation) =>
    declared.commands
      .filter(
        (each) =>
          each.words !== "" && each.command.situation === situation && isOffered(each, standing),
      )
      .map((each) => ({ ...each, situation })),
  );
  const pages = Math.max(1, Math.ceil(all.length / PER_PAGE));
  const page = Math.min(Math.max(1, asked), pages);
  const shown = all.slice((page - 1) * PER_PAGE, page * PER_PAGE);
  const turn = (label: string, to: number): Button => ({
    label,
    action: "help.turn",
    value: String(to),
  });
  return {
    title: finding.allTitle(
      common.page((page - 1) * PER_PAGE + 1, (page - 1) * PER_PAGE + shown.length, all.length),
    ),
    body: [
      ...shown.flatMap(({ situation, ...each }, index) => [
        ...(shown[index - 1]?.situation === situation
          ? []
          : [{ type: "heading" as const, text: situationTitle(situation, standing, texts) }]),
        text(typed(each, texts)),
      ]),
      actions(
        ...(page > 1 ? [turn(common.previous, page - 1)] : []),
        ...(page < pages ? [turn(common.next, page + 1)] : []),
        { label: finding.back, action: "menu.show", value: "" },
      ),
      muted(setup.helpPrivacy),
    ],
  };
}

/** `/goal` is typed alone, everything else behind `/liaison`. */
function typed({ words, command }: Declared, texts: Texts): string {
  const slash = words === "goal" || words.startsWith("goal ") ? `/${words}` : `/liaison ${words}`;
  const hint = command.hint ? ` ${command.hint}` : "";
  return texts.finding.line(`${slash}${hint}`, command.summary(texts));
}
