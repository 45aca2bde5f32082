/** Success stories: drafted from a goal that both looked back on, published by both consents. */

import { notFound, notPartner, reflectionFor } from "../../access.ts";
import { text, type Form } from "../../card.ts";
import type { Context, EventOf, Feature } from "../../feature.ts";
import type { Goal } from "../../goal/goal.ts";
import { lines, optional } from "../../fields/field.ts";
import { formOf } from "../../fields/form.ts";
import { readForm } from "../../fields/read.ts";
import { shorten } from "../../plain-text.ts";
import type { Outcome } from "../../ports.ts";
import { tellPeople, askSide, retell } from "../../telling/tell.ts";
import { holds } from "../../rights.ts";
import type { Reflection } from "../../reflection/reflection.ts";
import {
  consentTo,
  namesIn,
  newStory,
  rewrite,
  STORY_PARTS,
  storyId,
  type Story,
  type StoryWords,
} from "../../story/story.ts";
import { otherSide, partnersOf, type Partnership } from "../../team/partnership.ts";
import type { Side } from "../../team/person.ts";
import { pageNumber } from "../../page-number.ts";
import { askCard, previewCard, publishedCard, shelfCard } from "./cards.ts";

const PART = lines(500);
const STORY = { need: PART, did: PART, result: PART, next: optional(PART) };
const PER_PAGE = 4;
/** Enough to know what was done; both may write it in other words. */
const STEPS_READ = 8;

export const storyFeature: Feature = {
  name: "story",
  commands: {
    stories: {
      summary: ({ story }) => story.summary,
      situation: "thanks",
      words: ({ commands }) => commands.stories,
      run: async (context) => await showShelf(context, 1, "reply"),
    },
  },
  actions: {
    "story.write": write,
    "story.consent": pressConsent,
    "story.turn": async (context) =>
      await showShelf(context, pageNumber(context.event.value), "replace"),
  },
  asks: ["story.write"],
  forms: { "story.write": { submit: save } },
};

interface Found {
  readonly reflection: Reflection;
  readonly partnership: Partnership;
  readonly side: Side;
  readonly goal: Goal;
}

/** A reflection whose joint column both confirmed, for one of its partners. */
async function found(context: Context, id: string): Promise<Found | undefined> {
  const mine = await reflectionFor(context, id);
  const goal = mine && (await context.stores.goals.find(mine.reflection.goalId));
  return mine && goal && mine.reflection.status === "joint_done" ? { ...mine, goal } : undefined;
}

async function write(context: Context<EventOf<"action">>): Promise<Outcome> {
  const { stores, event, texts } = context;
  const mine = await found(context, event.value);
  if (!mine) return notFound(context, event.value);
  const known = await stores.stories.find(storyId(mine.reflection.id));
  if (known?.publishedAt) return { type: "reply", card: publishedCard(texts, known) };
  const words = known?.words ?? (await draftOf(context, mine));
  return { type: "ask", form: storyForm(context, mine, words) };
}

/** What is known already, so that nobody types it again; both may change it. */
async function draftOf(
  { stores, texts }: Context,
  { goal, reflection }: Found,
): Promise<StoryWords> {
  const { rows } = await stores.items.list({
    partnershipIds: [goal.partnershipId],
    goalIds: [goal.id],
    statuses: ["done"],
    page: { skip: 0, limit: STEPS_READ },
  });
  const { measure } = goal;
  return {
    need: shorten(goal.why || goal.title, PART.max),
    did: shorten(rows.map(({ title }) => title).join("; "), PART.max),
    result: measure
      ? texts.labelled(measure.unit, `${measure.baseline} → ${measure.target}`)
      : goal.title,
    next: reflection.joint?.nextStep ?? "",
  };
}

function storyForm({ texts }: Context, { reflection }: Found, words: StoryWords): Form {
  const { story, common } = texts;
  return formOf(texts, STORY, {
    form: "story.write",
    title: story.formTitle,
    submit: common.goOn,
    context: reflection.id,
    before: [{ type: "note", text: story.formNote }],
    ask: story.parts,
    values: words,
  });
}

async function save(context: Context<EventOf<"form">>): Promise<Outcome> {
  const { stores, event, texts, person } = context;
  const mine = await found(context, event.context);
  if (!mine) return notFound(context, event.context);
  const { story: say, locale } = texts;
  const { partnership, reflection, goal } = mine;
  const read = readForm(STORY, context);
  if (read.type === "invalid") return read;
  const words: StoryWords = read.values;
  const school = await stores.schools.find(partnership.schoolId);
  const people = await stores.people.findAll([
    ...partnersOf(partnership),
    ...partnership.supervisorIds,
  ]);
  const problems = STORY_PARTS.flatMap((part): readonly (readonly [string, string])[] => {
    const names = namesIn(words[part], people, school ? [school.name] : []);
    return names.length > 0 ? [[part, say.noNames(new Intl.ListFormat(locale).format(names))]] : [];
  });
  if (problems.length > 0) return { type: "invalid", problems: Object.fromEntries(problems) };
  const of = { partnershipId: partnership.id, reflectionId: reflection.id, goalId: goal.id };
  const added = await stores.stories.add(newStory(of, words, person.id));
  const story =
    (await stores.stories.update(added.id, (current) => rewrite(current, words, person.id))) ??
    added;
  return {
    type: "reply",
    card: story.publishedAt ? publishedCard(texts, story) : previewCard(texts, story),
  };
}

const askKey = ({ id, agreeing }: Story): string => `story.ask/${id}/${agreeing.round}`;

/** `story|round`: consent to these words and no others. */
async function pressConsent(context: Context<EventOf<"action">>): Promise<Outcome> {
  const { stores, event, texts, person, now } = context;
  const [id = "", typed = ""] = event.value.split("|");
  const known = await stores.stories.find(id);
  const mine = known && (await found(context, known.reflectionId));
  if (!mine) return notFound(context, id);
  const { partnership, side } = mine;
  const round = Number(typed);
  const story = await stores.stories.update(id, (current) =>
    consentTo(current, partnership, round, { personId: person.id, at: now }),
  );
  if (!story) return notFound(context, id);
  const { story: say } = texts;
  if (story.publishedAt) {
    await retell(context, partnersOf(partnership), askKey(story), (theirs) =>
      publishedCard(theirs, story),
    );
    await tellPeople(
      context,
      partnersOf(partnership).filter((each) => each !== person.id),
      { key: `story.published/${story.id}`, kind: "story.published", manner: "answer" },
      (theirs) => publishedCard(theirs, story),
    );
    return { type: "replace", card: publishedCard(texts, story) };
  }
  if (story.agreeing.round !== round)
    return { type: "reply", card: previewCard(texts, story, say.changed) };
  const heard = await askSide(
    context,
    partnership,
    otherSide(side),
    { key: askKey(story), kind: "story.ask" },
    (theirs) => askCard(theirs, story, person.name),
  );
  return {
    type: "replace",
    card: {
      title: say.asked,
      body: [text(say.askedBody(texts.protocol.sides[otherSide(side)])), ...heard],
    },
  };
}

/** The district's shelf: for partners, and for the coordinator of all its libraries. */
async function showShelf(
  context: Context,
  page: number,
  type: "reply" | "replace",
): Promise<Outcome> {
  const { stores, person, texts } = context;
  const mayRead =
    (await holds(context, "district_library_coordinator")) ||
    (await stores.partnerships.ofPartner(person.id)).length > 0;
  if (!mayRead) return notPartner(context);
  const asked = Math.max(1, Math.trunc(page));
  const { rows, total } = await stores.stories.published({
    skip: (asked - 1) * PER_PAGE,
    limit: PER_PAGE,
  });
  return { type, card: shelfCard(texts, rows, { page: asked, perPage: PER_PAGE, total }) };
}
