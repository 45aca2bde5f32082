/**
 * The main job as one story in a virtual fortnight: a goal is logged, planned, checked in on, nudged,
 * finished and reflected on, wherever each side sits. Each step can be told alone, so that anything may
 * happen in between.
 */

import { expect } from "@jest/globals";
import type { Step } from "./program.ts";
import type { Seating } from "./seating.ts";
import { meeting, nudging } from "./story-dates.ts";
import { finishing } from "./story-end.ts";

/** What a calendar brings comes in its order: a check-in may be before the Monday or after it. */
export function storyOf(seating: Seating): readonly Step[] {
  const { dates } = seating;
  const byDate =
    dates.announced < dates.digest
      ? [...meeting(seating), ...nudging(seating)]
      : [...nudging(seating), ...meeting(seating)];
  return [...settling(seating), ...planning(seating), ...byDate, ...finishing(seating)];
}

/** Who has an account in Slack as well says that they want to be written to in Teams. */
const settling = ({ librarian, technician }: Seating): readonly Step[] =>
  [librarian, technician]
    .filter(({ id }) => id.endsWith("@teams"))
    .map(({ id }) => ({
      name: `${id} wants to be written to in Teams`,
      tell: async (program) => {
        const person = program.as(id);
        await person.say("/liaison link");
        const { messages } = await person.press("link.primary");
        expect(messages.at(-1)?.text).toMatch(/Teams\n(?:I write to you here|Je vous écris ici)/u);
      },
    }));

const planning = (seating: Seating): readonly Step[] => {
  const { librarian, technician, words } = seating;
  return [
    {
      name: "the librarian types a goal and it is saved at once",
      tell: async (program) => {
        const { messages } = await program
          .as(librarian.id)
          .say("/goal Every fourth grader can cite a source by May 14", librarian.channel);
        const confirmation = messages.at(-1);
        expect(confirmation?.to).toBe(librarian.id);
        expect(confirmation?.text).toMatch(/g-41/u);
        expect(confirmation?.text).toMatch(/Every fourth grader can cite a source/u);
        expect(confirmation?.text).toMatch(/14 May 2027/u);
        expect(confirmation?.buttons.map(({ label }) => label)).toEqual(
          expect.arrayContaining(["Edit", "Undo"]),
        );
        const theirs = await program.as(technician.id).messages(technician.channel);
        expect(theirs.map(({ text }) => text).join()).not.toMatch(/g-41/u);
      },
    },
    {
      name: "the technician logs one by the form, in their language",
      tell: async (program) => {
        const person = program.as(technician.id);
        const { form } = await person.say("/goal");
        expect(form?.inputs.map(({ id }) => id)).toEqual(
          expect.arrayContaining(["title", "horizon", "why", "due"]),
        );
        const { title, why, due, dueRead } = words;
        const { messages } = await person.submit({ title, why, due });
        expect(messages.at(-1)?.text).toMatch(/g-42/u);
        expect(messages.at(-1)?.text).toMatch(dueRead);
      },
    },
    {
      name: "a step of the plan is promised by IT",
      tell: async (program) => {
        const person = program.as(librarian.id);
        await person.say("/goal show g-41");
        const { form } = await person.press("item.add");
        expect(form?.inputs.map(({ id }) => id)).toEqual(
          expect.arrayContaining(["goal", "title", "owner", "direction", "plan", "due"]),
        );
        const { messages } = await person.submit({
          title: "Put the citation tool on every cart",
          owner: seating.owner,
          direction: "it_supports_library",
          plan: "After the Monday ticket round, in the cart room",
          due: "next Thursday",
        });
        expect(messages.at(-1)?.text).toMatch(/a-81/u);
      },
    },
    {
      name: "the plan shows both directions side by side",
      tell: async (program) => {
        const { messages } = await program.as(librarian.id).say("/liaison plan");
        const text = messages.at(-1)?.text ?? "";
        expect(text).toMatch(/IT supports the library/u);
        expect(text).toMatch(/library supports IT/iu);
        const theirs = await program.as(technician.id).say("/liaison item a-81");
        expect(theirs.messages.at(-1)?.text).toMatch(/Put the citation tool on every cart/u);
      },
    },
    {
      name: "a topic is added to the next check-in",
      tell: async (program) => {
        const { messages } = await program
          .as(librarian.id)
          .say("/liaison topic Which carts go first?", librarian.channel);
        expect(messages.at(-1)?.text).toMatch(/Which carts go first\?/u);
      },
    },
  ];
};
