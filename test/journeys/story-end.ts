/** The goal is done: confirmed by the other side, reflected on by both, and written into one column. */

import { expect } from "@jest/globals";
import type { Step } from "./program.ts";
import type { Seating } from "./seating.ts";

export const finishing = ({ librarian, technician, words, dates }: Seating): readonly Step[] => [
  {
    name: "the librarian says the goal is done and the technician confirms",
    tell: async (program) => {
      await program.clock(dates.claimed);
      const claimed = await program.as(librarian.id).say("/goal done g-41");
      expect(claimed.messages.at(-1)?.text).toMatch(/You said g-41 is done/u);
      const person = program.as(technician.id);
      const asked = await person.message("g-41");
      expect(asked.buttons.map(({ label }) => label)).toEqual(words.confirm);
      await person.press(words.confirm[0], asked);
      for (const { id } of [technician, librarian])
        expect(await program.as(id).message("Done by both sides: g-41")).toMatchObject({
          private: false,
          to: null,
          from: "bot",
        });
    },
  },
  {
    name: "the survey comes next working morning; one answers, and it stays private",
    tell: async (program) => {
      const sent = await program.clock(dates.nextMorning);
      const invited = sent.filter(({ text }) => text.includes("g-41")).map(({ to }) => to);
      expect(invited).toEqual(expect.arrayContaining([technician.id, librarian.id]));
      expect(new Set(invited).size).toBe(invited.length);
      const person = program.as(librarian.id);
      const { form } = await person.press("survey.open");
      expect(form?.text).toMatch(/Your partners will read this/u);
      expect(form?.text).toMatch(/Every fourth grader can cite a source/u);
      await person.submit({ met: "partly", helped: "The carts were ready", finish: "draft" });
      const resumed = await person.press("Go on");
      expect(resumed.form?.inputs.find(({ id }) => id === "helped")?.value).toBe(
        "The carts were ready",
      );
      await person.submit({ met: "met", improve: "Start a week sooner", finish: "send" });
      const theirs = await program.as(technician.id).messages();
      expect(theirs.map(({ text }) => text).join()).not.toMatch(/Start a week sooner/u);
    },
  },
  {
    name: "when both are in, the answers open and the joint column is offered in the thread",
    tell: async (program) => {
      const other = program.as(technician.id);
      await other.press("survey.open", await other.message(words.invitation));
      await other.submit({ met: "met", improve: words.improve, finish: "send" });
      const person = program.as(librarian.id);
      const offer = await person.message("Both sides have answered on g-41");
      const thanks = await person.message("Done by both sides: g-41");
      expect(offer.thread).toBe(thanks.id);
      const answers = await person.press("answers.read", offer);
      const read = answers.form?.text ?? answers.messages.at(-1)?.text;
      expect(read).toContain(words.improve);
    },
  },
  {
    name: "either edits the joint column and both confirm the same words",
    tell: async (program) => {
      const person = program.as(librarian.id);
      const other = program.as(technician.id);
      await person.press("joint.edit", await person.message("Both sides have answered on g-41"));
      await person.submit({ agreed: "Start the trial sooner", decision: "revise" });
      const changed = await other.press("joint.edit", await other.message("Joint column for g-41"));
      expect(changed.form?.text).toMatch(/Every fourth grader can cite a source/u);
      await other.submit({ agreed: "Start the trial two weeks sooner", decision: "revise" });
      const opened = await person.press(
        "joint.open",
        await person.message("Joint column for g-41"),
      );
      expect(opened.messages.at(-1)?.text).toMatch(/two weeks sooner/u);
      await person.press("joint.confirm", opened.messages.at(-1));
      for (const { id } of [technician, librarian]) {
        const confirmed = await program
          .as(id)
          .message("Both sides confirmed the joint column for g-41");
        expect(confirmed.text).not.toMatch(/Revise|two weeks sooner/u);
      }
      const read = await person.press(
        "joint.open",
        await person.message("Both sides confirmed the joint column for g-41"),
      );
      expect(read.messages.at(-1)?.text).toMatch(/Revise/u);
    },
  },
  {
    name: "the home shows what is open and what comes next",
    tell: async (program) => {
      const { text, buttons } = await program.as(librarian.id).home();
      expect(text).toContain(dates.next);
      expect(text).not.toMatch(/g-41/u);
      expect(new Set(buttons.map(({ accessibleName }) => accessibleName)).size).toBe(
        buttons.length,
      );
    },
  },
];
