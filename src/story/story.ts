/** A success story: what a finished goal was about, told without names, by both consents (row 45). Pure. */

import { hashOf, bothSaid, sayYes, type Agreeing, type Yes } from "../protocol/one-text.ts";
import type { Partnership } from "../team/partnership.ts";
import { LOCALES, type Person } from "../team/person.ts";
import { textsFor } from "../texts/index.ts";
import type { Store, Page, Paged } from "../store.ts";

export const STORY_PARTS = ["need", "did", "result", "next"] as const;
export type StoryPart = (typeof STORY_PARTS)[number];
/** What it says; "" where a part was left out. */
export type StoryWords = Readonly<Record<StoryPart, string>>;

export interface Story {
  /** One for each reflection: `story/<reflection>`. */
  readonly id: string;
  readonly partnershipId: string;
  readonly reflectionId: string;
  readonly goalId: string;
  readonly words: StoryWords;
  readonly writtenById: string;
  readonly agreeing: Agreeing;
  /** Null until both sides consented to the same words; nobody else can read it before. */
  readonly publishedAt: Date | null;
}

export const storyId = (reflectionId: string): string => `story/${reflectionId}`;

/** A draft that nobody consented to yet. */
export const newStory = (
  of: Pick<Story, "partnershipId" | "reflectionId" | "goalId">,
  words: StoryWords,
  byId: string,
): Story => ({
  ...of,
  id: storyId(of.reflectionId),
  words,
  writtenById: byId,
  agreeing: { hash: hashOf(words), round: 1, said: [] },
  publishedAt: null,
});

/** Other words clear the consents to the former ones; what is published stays as it is. */
export function rewrite(story: Story, words: StoryWords, byId: string): Story {
  const hash = hashOf(words);
  if (story.publishedAt || story.agreeing.hash === hash) return story;
  const agreeing = { hash, round: story.agreeing.round + 1, said: [] };
  return { ...story, words, writtenById: byId, agreeing };
}

/** One consent to the words of that round; the other side's publishes them. */
export function consentTo(story: Story, partnership: Partnership, round: number, yes: Yes): Story {
  if (story.publishedAt || story.agreeing.round !== round) return story;
  const agreeing = sayYes(story.agreeing, story.agreeing.hash, yes.personId, yes.at);
  if (agreeing === story.agreeing) return story;
  const isBoth = bothSaid(agreeing, agreeing.hash, partnership);
  return { ...story, agreeing, publishedAt: isBoth ? yes.at : null };
}

/** Words that say what somebody does, in every language: they name a job, not a person. */
const JOBS: ReadonlySet<string> = new Set(
  LOCALES.flatMap((locale) => Object.values(textsFor(locale, "UTC").people.roles))
    .flatMap((role) => role.split(/[\s,()/'’-]+/u))
    .map((word) => word.toLowerCase()),
);

const SHORTEST_NAME = 3;

/**
 * The names in a text, as they stand in it: of people, whole or any part of them, and of schools. Of
 * somebody whose account is called after their job, only the whole.
 */
export function namesIn(
  words: string,
  people: readonly Pick<Person, "name">[],
  schools: readonly string[],
): readonly string[] {
  const named = people.flatMap(({ name }) => {
    const parts = name.split(/[\s,]+/u).filter((part) => part.length >= SHORTEST_NAME);
    const isJob = parts.some((part) => JOBS.has(part.toLowerCase()));
    const [whole = name] = name.split(",");
    return isJob ? [name, whole].filter((each) => /\s/u.test(each)) : [whole, ...parts];
  });
  const all = [...new Set([...named, ...schools])].sort((a, b) => b.length - a.length);
  const found = all.filter((name) => holds(words, name));
  return found.filter((name) => !found.some((longer) => longer !== name && holds(longer, name)));
}

const holds = (words: string, name: string): boolean =>
  new RegExp(
    `(?<![\\p{L}\\p{N}])${name.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`)}(?![\\p{L}\\p{N}])`,
    "iu",
  ).test(words);

export interface StoryStore extends Store<Story> {
  /** Those that both sides consented to, latest first. */
  published(page: Page): Promise<Paged<Story>>;
}
