/**
 * The main job as one story in a virtual fortnight: a goal is logged, planned, checked in on, nudged,
 * finished and reflected on. Each step can be told alone, so that anything may happen in between.
 */

import { expect } from "@jest/globals";
import type { Program } from "./program.ts";

export interface Step {
  readonly name: string;
  readonly tell: (program: Program) => Promise<void>;
}

const LIBRARIAN = "u-ab-lib";
const TECHNICIAN = "u-ab-it";
const CHANNEL = "#alder-library-tech";
/** Chicago is six hours behind UTC until 14 March 2027, then five. */
const MONDAY_0810 = "2027-03-08T14:10:00Z";
const TUESDAY_0810 = "2027-03-09T14:10:00Z";
const AFTER_CHECK_IN = "2027-03-10T21:25:00Z";
const NEXT_MORNING = "2027-03-11T14:15:00Z";

export const story: readonly Step[] = [
  {
    name: "the librarian types a goal and it is saved at once",
    tell: async (program) => {
      const { messages } = await program
        .as(LIBRARIAN)
        .say("/goal Every fourth grader can cite a source by May 14", CHANNEL);
      const [confirmation] = messages;
      expect(confirmation).toMatchObject({ private: true, to: LIBRARIAN });
      expect(confirmation?.text).toMatch(/g-41/u);
      expect(confirmation?.text).toMatch(/Every fourth grader can cite a source/u);
      expect(confirmation?.text).toMatch(/14 May 2027/u);
      expect(confirmation?.buttons.map(({ label }) => label)).toEqual(
        expect.arrayContaining(["Edit", "Undo"]),
      );
      const theirs = await program.as(TECHNICIAN).messages(CHANNEL);
      expect(theirs.map(({ text }) => text).join()).not.toMatch(/g-41/u);
    },
  },
  {
    name: "the technician logs one by the form, in Spanish",
    tell: async (program) => {
      const technician = program.as(TECHNICIAN);
      const { form } = await technician.say("/goal");
      expect(form?.inputs.map(({ id }) => id)).toEqual(
        expect.arrayContaining(["title", "horizon", "why", "due"]),
      );
      const { messages } = await technician.submit({
        title: "Los carritos cargan durante la noche",
        why: "Las clases empiezan a tiempo",
        due: "en 3 semanas",
      });
      expect(messages.at(-1)?.text).toMatch(/g-42/u);
      expect(messages.at(-1)?.text).toMatch(/23 de marzo/u);
    },
  },
  {
    name: "a step of the plan is promised by IT",
    tell: async (program) => {
      const librarian = program.as(LIBRARIAN);
      await librarian.say("/goal show g-41");
      const { form } = await librarian.press("item.add");
      expect(form?.inputs.map(({ id }) => id)).toEqual(
        expect.arrayContaining(["goal", "title", "owner", "direction", "plan", "due"]),
      );
      const { messages } = await librarian.submit({
        title: "Put the citation tool on every cart",
        owner: TECHNICIAN,
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
      const { messages } = await program.as(LIBRARIAN).say("/liaison plan");
      const text = messages.at(-1)?.text ?? "";
      expect(text).toMatch(/IT supports the library/u);
      expect(text).toMatch(/library supports IT/iu);
      const theirs = await program.as(TECHNICIAN).say("/liaison item a-81");
      expect(theirs.messages.at(-1)?.text).toMatch(/Put the citation tool on every cart/u);
    },
  },
  {
    name: "a topic is added to the next check-in",
    tell: async (program) => {
      const { messages } = await program
        .as(LIBRARIAN)
        .say("/liaison topic Which carts go first?", CHANNEL);
      expect(messages.at(-1)?.text).toMatch(/Which carts go first\?/u);
    },
  },
  {
    name: "on Monday at 08:10 each gets one message of at most three things, in their language",
    tell: async (program) => {
      const sent = await program.clock(MONDAY_0810);
      const digests = sent.filter(
        ({ to, at }) => at > "2027-03-08" && (to === LIBRARIAN || to === TECHNICIAN),
      );
      expect(digests.map(({ to }) => to).sort()).toEqual([TECHNICIAN, LIBRARIAN]);
      for (const { at, buttons } of digests) {
        expect(at.slice(0, 16)).toBe("2027-03-08T14:10");
        expect(buttons.filter(({ action }) => action.startsWith("item.done")).length).toBeLessThan(
          4,
        );
      }
      const spanish = digests.find(({ to }) => to === TECHNICIAN);
      expect(spanish?.text).toMatch(/a-24/u);
      expect(spanish?.text).not.toMatch(/This week|Done|check-in/u);
    },
  },
  {
    name: "nobody gets it twice",
    tell: async (program) => {
      const sent = await program.clock("2027-03-08T23:00:00Z");
      expect(sent.filter(({ to }) => to === LIBRARIAN || to === TECHNICIAN)).toEqual([]);
    },
  },
  {
    name: "Done on the digest answers that line",
    tell: async (program) => {
      const technician = program.as(TECHNICIAN);
      const digest = await technician.message("a-24");
      const done = digest.buttons.find(({ action }) => action.startsWith("item.done"));
      expect(done).toBeDefined();
      const { messages } = await technician.press(done?.accessibleName ?? "", digest);
      const redrawn = messages.find(({ id }) => id === digest.id);
      expect(redrawn?.edited).not.toBeNull();
    },
  },
  {
    name: "the check-in is announced the working day before",
    tell: async (program) => {
      const sent = await program.clock(TUESDAY_0810);
      const announced = sent.filter(({ text }) => text.includes("Wed 10 March"));
      expect(announced).toHaveLength(1);
      expect(announced[0]?.text).toMatch(/14:45/u);
      expect(announced[0]?.text).toMatch(/Which carts go first\?/u);
    },
  },
  {
    name: "ten minutes after its end one thread asks what came of it",
    tell: async (program) => {
      const sent = await program.clock(AFTER_CHECK_IN);
      const after = sent.filter(({ thread }) => thread !== null);
      expect(after).toHaveLength(1);
      expect(after[0]?.at.slice(0, 16)).toBe("2027-03-10T21:20");
    },
  },
  {
    name: "the librarian says the goal is done and the technician confirms",
    tell: async (program) => {
      const claimed = await program.as(LIBRARIAN).say("/goal done g-41");
      expect(claimed.messages.at(-1)?.text).toMatch(/You said g-41 is done/u);
      const technician = program.as(TECHNICIAN);
      const asked = await technician.message("g-41");
      expect(asked.buttons.map(({ label }) => label)).toEqual(["Sí, hecha", "Todavía no"]);
      await technician.press("Sí, hecha", asked);
      const thanks = await technician.message("Done by both sides: g-41");
      expect(thanks).toMatchObject({ private: false, from: "bot" });
    },
  },
  {
    name: "the survey comes next working morning; one answers, and it stays private",
    tell: async (program) => {
      const sent = await program.clock(NEXT_MORNING);
      const invited = sent.filter(({ text }) => text.includes("g-41"));
      expect(invited.map(({ to }) => to).sort()).toEqual([TECHNICIAN, LIBRARIAN]);
      const librarian = program.as(LIBRARIAN);
      const { form } = await librarian.press("survey.open");
      expect(form?.text).toMatch(/Your partners will read this/u);
      expect(form?.text).toMatch(/Every fourth grader can cite a source/u);
      await librarian.submit({ met: "partly", helped: "The carts were ready", finish: "draft" });
      const resumed = await librarian.press("Go on");
      expect(resumed.form?.inputs.find(({ id }) => id === "helped")?.value).toBe(
        "The carts were ready",
      );
      await librarian.submit({ met: "met", improve: "Start a week sooner", finish: "send" });
      const theirs = await program.as(TECHNICIAN).messages();
      expect(theirs.map(({ text }) => text).join()).not.toMatch(/Start a week sooner/u);
    },
  },
  {
    name: "when both are in, the answers open and the joint column is offered in the thread",
    tell: async (program) => {
      const technician = program.as(TECHNICIAN);
      await technician.press("survey.open", await technician.message("¿Cómo fue con g-41?"));
      await technician.submit({ met: "met", improve: "Nombrar un contacto", finish: "send" });
      const librarian = program.as(LIBRARIAN);
      const offer = await librarian.message("Both sides have answered on g-41");
      const thanks = await librarian.message("Done by both sides: g-41");
      expect(offer.thread).toBe(thanks.id);
      const answers = await librarian.press("answers.read", offer);
      expect(answers.messages.at(-1)?.text).toMatch(/Nombrar un contacto/u);
    },
  },
  {
    name: "either edits the joint column and both confirm the same words",
    tell: async (program) => {
      const librarian = program.as(LIBRARIAN);
      const technician = program.as(TECHNICIAN);
      await librarian.press(
        "joint.edit",
        await librarian.message("Both sides have answered on g-41"),
      );
      await librarian.submit({ agreed: "Start the trial sooner", decision: "revise" });
      await librarian.press("joint.confirm");
      const changed = await technician.press(
        "joint.edit",
        await technician.message("Joint column for g-41"),
      );
      expect(changed.form?.text).toMatch(/Every fourth grader can cite a source/u);
      await technician.submit({ agreed: "Start the trial two weeks sooner", decision: "revise" });
      await technician.press("joint.confirm");
      const opened = await librarian.press(
        "joint.open",
        await librarian.message("Joint column for g-41"),
      );
      expect(opened.messages.at(-1)?.text).toMatch(/two weeks sooner/u);
      await librarian.press("joint.confirm", opened.messages.at(-1));
      const confirmed = await technician.message("Both sides confirmed the joint column for g-41");
      expect(confirmed.text).not.toMatch(/Revise|two weeks sooner/u);
      const read = await librarian.press("joint.open", confirmed);
      expect(read.messages.at(-1)?.text).toMatch(/Revise/u);
    },
  },
  {
    name: "the home shows what is open and what comes next",
    tell: async (program) => {
      const { text, buttons } = await program.as(LIBRARIAN).home();
      expect(text).toMatch(/24 March/u);
      expect(text).not.toMatch(/g-41/u);
      expect(new Set(buttons.map(({ accessibleName }) => accessibleName)).size).toBe(
        buttons.length,
      );
    },
  },
];
