/** How a success story is shown: to those who write it, and on the shelf. */

import {
  actions,
  divider,
  facts,
  heading,
  muted,
  text,
  type Block,
  type Button,
  type Card,
} from "../../card.ts";
import { shorten } from "../../plain-text.ts";
import { STORY_PARTS, type Story } from "../../story/story.ts";
import type { Texts } from "../../texts/index.ts";

const TITLE = 100;

/** What it says, and nothing of whose it is. */
const storyFacts = ({ story: say }: Texts, { words }: Story): Block =>
  facts(
    ...STORY_PARTS.filter((part) => words[part] !== "").map((part) => ({
      label: say.parts[part],
      value: words[part],
    })),
  );

const consentButtons = ({ story: say }: Texts, story: Story): readonly Button[] => [
  {
    label: say.consent,
    action: "story.consent",
    value: `${story.id}|${story.agreeing.round}`,
    about: story.goalId,
    style: "primary",
  },
  { label: say.change, action: "story.write", value: story.reflectionId, about: story.goalId },
];

export const previewCard = (texts: Texts, story: Story, notice?: string): Card => ({
  title: notice ?? texts.story.preview,
  body: [
    storyFacts(texts, story),
    divider,
    text(texts.story.whoReads),
    actions(...consentButtons(texts, story)),
  ],
});

export const askCard = (texts: Texts, story: Story, who: string): Card => {
  const { title, body } = previewCard(texts, story, texts.story.askTitle(who, story.goalId));
  return { title, body: [...body, muted(texts.story.askWhy)] };
};

export const publishedCard = (texts: Texts, story: Story): Card => ({
  title: texts.story.published(story.goalId),
  body: [storyFacts(texts, story), text(texts.story.publishedBody)],
});

export function shelfCard(
  texts: Texts,
  stories: readonly Story[],
  {
    page,
    perPage,
    total,
  }: { readonly page: number; readonly perPage: number; readonly total: number },
): Card {
  const { story: say, common } = texts;
  if (stories.length === 0) return { title: say.none, body: [text(say.noneBody)] };
  const turn = (label: string, to: number): Button => ({
    label,
    action: "story.turn",
    value: String(to),
  });
  return {
    title: say.shelf,
    body: [
      ...stories.flatMap((story) => [
        heading(shorten(story.words.need, TITLE)),
        storyFacts(texts, story),
      ]),
      actions(
        ...(page > 1 ? [turn(common.previous, page - 1)] : []),
        ...(page * perPage < total ? [turn(common.next, page + 1)] : []),
      ),
    ],
  };
}
