/** What the calendar brings: the Monday message, and the check-in with its thread. */

import { expect } from "@jest/globals";
import type { SeenMessage } from "../../playground/contract.ts";
import type { Program, Step } from "./program.ts";
import type { Seating } from "./seating.ts";

export const nudging = ({ librarian, technician, promised, dates }: Seating): readonly Step[] => {
  const isTheirs = ({ to }: SeenMessage): boolean => to === librarian.id || to === technician.id;
  return [
    {
      name: "on Monday at 08:10 each gets one message of at most three things, in their language",
      tell: async (program) => {
        const sent = await program.clock(dates.digest);
        const digests = sent.filter((message) => isTheirs(message) && message.at > "2027-03-08");
        expect(digests.map(({ to }) => to).sort()).toEqual([technician.id, librarian.id].sort());
        for (const { at, buttons } of digests) {
          expect(at.slice(0, 16)).toBe(dates.digest.slice(0, 16));
          expect(
            buttons.filter(({ action }) => action.startsWith("item.done")).length,
          ).toBeLessThan(4);
        }
        const theirs = digests.find(({ to }) => to === technician.id);
        expect(theirs?.text).toMatch(new RegExp(promised, "u"));
        expect(theirs?.text).not.toMatch(/This week|Done|check-in/u);
      },
    },
    {
      name: "nobody gets it twice",
      tell: async (program) => {
        const sent = await program.clock(dates.afterDigest);
        expect(sent.filter(isTheirs)).toEqual([]);
      },
    },
    {
      name: "Done on the digest answers that line",
      tell: async (program) => {
        const person = program.as(technician.id);
        const digest = await person.message(promised);
        const done = digest.buttons.find(({ action }) => action.startsWith("item.done"));
        expect(done).toBeDefined();
        const { messages } = await person.press(done?.accessibleName ?? "", digest);
        const redrawn = messages.find(({ id }) => id === digest.id);
        expect(redrawn?.edited).not.toBeNull();
        const { messages: theirs } = await program
          .as(librarian.id)
          .say(`/liaison item ${promised}`);
        expect(theirs.at(-1)?.text).toMatch(/Done Mon 8 March/u);
      },
    },
  ];
};

export const meeting = (seating: Seating): readonly Step[] => {
  const { librarian, technician, channels, dates } = seating;
  const { checkIn, afterCheckIn } = dates;
  return [
    {
      name: "the check-in is announced the working day before",
      tell: async (program) => {
        const sent = await program.clock(dates.announced);
        const announced = sent.filter(({ text }) => text.includes(checkIn.day));
        expect(announced).toHaveLength(channels);
        for (const { text } of announced) {
          expect(text).toContain(checkIn.time);
          expect(text).toMatch(/Which carts go first\?/u);
        }
      },
    },
    ...(librarian.channel === technician.channel ? [] : talking(seating)),
    {
      name: "ten minutes after its end one thread asks what came of it",
      tell: async (program) => {
        const sent = await program.clock(afterCheckIn.until);
        const after = sent.filter(({ thread }) => thread !== null);
        expect(after).toHaveLength(channels);
        for (const { at } of after) expect(at.slice(0, 16)).toBe(afterCheckIn.asked);
      },
    },
    {
      name: "one of them says that it was held, and both sides read who",
      tell: async (program) => {
        const asked = `How was the check-in of ${checkIn.day}?`;
        const person = program.as(technician.id);
        await person.press("check_in.held", await person.message(asked));
        for (const { id } of [librarian, technician]) {
          const { text, buttons } = await program.as(id).message(asked);
          expect(text).toMatch(/Held: yes/u);
          expect(text).toContain(await nameOf(program, technician.id));
          expect(buttons.map(({ action }) => action)).not.toContain("check_in.held");
        }
      },
    },
  ];
};

/** Across two chat apps, a post is one in two places, and so is what is written below it. */
const talking = ({ librarian, technician, dates }: Seating): readonly Step[] => [
  {
    name: "a topic that comes late stands in the post on both sides",
    tell: async (program) => {
      await program.as(technician.id).say("/liaison topic A spare outlet", technician.channel);
      for (const { id } of [librarian, technician]) {
        const { text } = await program.as(id).message(`Check-in ${dates.checkIn.day}`);
        expect(text).toMatch(/A spare outlet/u);
      }
    },
  },
  ...[
    { writer: technician, reader: librarian, words: "I bring the spare outlet" },
    { writer: librarian, reader: technician, words: "Then I bring the carts" },
  ].map(({ writer, reader, words }) => ({
    name: `what ${writer.id} writes into the thread is read on the other side`,
    tell: async (program: Program) => {
      const person = program.as(writer.id);
      const announcement = await person.message(dates.checkIn.day);
      await person.say(words, writer.channel, announcement.id);
      const shown = await program.as(reader.id).message(words);
      const twin = await program.as(reader.id).message(`Check-in ${dates.checkIn.day}`);
      expect(shown).toMatchObject({ from: "bot", thread: twin.id });
      expect(shown.text).toContain(await nameOf(program, writer.id));
    },
  })),
];

async function nameOf(program: Program, personId: string): Promise<string> {
  const { people } = await program.state();
  return people.find(({ id }) => id === personId)?.name ?? personId;
}
