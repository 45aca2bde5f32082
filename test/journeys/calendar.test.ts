/**
 * Six weeks of the demo's calendars, on Slack in Chicago and on Teams in Melbourne side by side: what is
 * answered with one press, backing off from silence, pauses, breaks, restarts, the thread after a meeting.
 */

import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { SeenMessage } from "../../playground/contract.ts";
import { startProgram, type Program } from "./program.ts";

const MINUTES = 60_000;
/** Alder Bend, on Slack: spring break 15 to 19 March, tests from 12 April. */
const LIBRARIAN = "u-ab-lib";
const TECHNICIAN = "u-ab-it";
/** Wattle Creek, on Teams: tests in March, autumn break from 26 March to 11 April. */
const TEACHER_LIBRARIAN = "u-wc-lib";
const ICT = "u-wc-it";

let program: Program;
/** Everything the bot has sent by itself since the start. */
const sent: SeenMessage[] = [];

beforeAll(async () => {
  program = await startProgram();
}, 2 * MINUTES);
afterAll(async () => {
  await program.stop();
});

const until = async (to: string): Promise<void> => {
  sent.push(...(await program.clock(to)));
};
const heard = (personId: string): readonly SeenMessage[] =>
  sent.filter(({ to, channel }) => to === personId && channel === "dm");
const digestDays = (personId: string): readonly string[] =>
  heard(personId)
    .filter(({ text }) => /^(?:This week|Esta semana)/u.test(text))
    .map(({ at }) => at.slice(0, 16));
const last = async (personId: string): Promise<string> =>
  (await program.as(personId).messages()).at(-1)?.text ?? "";
const press = async (personId: string, { id }: SeenMessage, button: string): Promise<void> => {
  const { status } = await program.call("/control/press", { as: personId, message: id, button });
  expect(status).toBe(200);
};
const buttonsAbout = ({ buttons }: SeenMessage, id: string): readonly string[] =>
  buttons.flatMap(({ accessibleName }) => (accessibleName.includes(id) ? [accessibleName] : []));

const STEPS: Readonly<Record<string, () => Promise<void>>> = {
  "AC-15: Blocked with a reason and a day is seen by the partner, on Slack": async () => {
    const librarian = program.as(LIBRARIAN);
    await librarian.say("/liaison item a-10");
    await librarian.press("item.blocked");
    await librarian.submit({ reason: "The room plan is not out", until: "9 March" });

    await program.as(TECHNICIAN).say("/liaison item a-10");
    expect(await last(TECHNICIAN)).toMatch(/The room plan is not out/u);
  },
  "AC-15: and on Teams": async () => {
    const ict = program.as(ICT);
    await ict.say("item a-67");
    await ict.press("item.blocked");
    await ict.submit({ reason: "The export needs an update", until: "12 March" });

    await program.as(TEACHER_LIBRARIAN).say("item a-67");
    expect(await last(TEACHER_LIBRARIAN)).toMatch(/The export needs an update/u);
  },
  "AC-15: Re-plan asks when and where in one line, and for a new day": async () => {
    const librarian = program.as(LIBRARIAN);
    await librarian.say("/liaison item a-14");
    const { form } = await librarian.press("item.replan");
    expect(form?.inputs.map(({ id }) => id)).toEqual(["plan", "due"]);
    await librarian.submit({ plan: "Thursday after school, at my desk", due: "11 March" });

    await librarian.say("/liaison item a-14");
    expect(await last(LIBRARIAN)).toMatch(/Thu 11 March.*Thursday after school, at my desk/su);
  },
  "AC-17: the weekly message comes once, though its answer is lost and the bot is killed":
    async () => {
      await program.fault("timeout-after-accept", 1, "nudge.digest");
      await until("2027-03-08T14:10:00Z");
      await program.restart();
      await until("2027-03-09T00:00:00Z");
      await program.restart();
      await until("2027-03-09T14:00:00Z");

      expect(digestDays(LIBRARIAN)).toEqual(["2027-03-08T14:10"]);
      expect(digestDays(TECHNICIAN)).toEqual(["2027-03-08T14:10"]);
      // Monday 8 March is a holiday in Melbourne: there it comes on Tuesday at 08:10.
      expect(digestDays(TEACHER_LIBRARIAN)).toEqual(["2027-03-08T21:10"]);
    },
  "AC-15: what is blocked until the 9th is not in the message of the 8th": async () => {
    const digest = await program.as(LIBRARIAN).message("This week");
    expect(digest.text).toMatch(/a-14/u);
    expect(digest.text).not.toMatch(/a-10/u);
    await Promise.resolve();
  },
  "AC-15: a press answers its line in the message and leaves nothing to press but Undo":
    async () => {
      const technician = program.as(TECHNICIAN);
      const digest = await technician.message("Esta semana");
      const [done = ""] = buttonsAbout(digest, "a-24");
      const { messages } = await technician.press(done, digest);
      const redrawn = messages.find(({ id }) => id === digest.id);

      expect(redrawn?.edited).not.toBeNull();
      expect(redrawn && buttonsAbout(redrawn, "a-24")).toEqual([
        "Deshacer: a-24 Set up rooms 6 and 7",
      ]);
    },
  "AC-20: ten minutes after a meeting one message in its thread asks, and never again":
    async () => {
      await until("2027-03-12T18:00:00Z");
      await program.restart();
      await until("2027-03-18T00:00:00Z");

      const asked = (day: string) => sent.filter(({ text }) => text.includes(`check-in of ${day}`));
      expect(
        asked("Wed 10 March").map(({ at, thread }) => [at.slice(0, 16), thread !== null]),
      ).toEqual([["2027-03-10T21:20", true]]);
      expect(
        asked("Tue 16 March").map(({ at, thread }) => [at.slice(0, 16), thread !== null]),
      ).toEqual([["2027-03-16T04:55", true]]);
      expect(asked("Wed 10 March")[0]?.buttons.map(({ label }) => label)).toEqual([
        "Yes, held",
        "Moved",
        "Not held",
        "Write it down",
        "Thank someone",
      ]);
    },
  "in the spring break nobody of that school hears anything, and why names it": async () => {
    const librarian = program.as(LIBRARIAN);
    await librarian.say("/liaison why");
    expect(await last(LIBRARIAN)).toMatch(
      /Mon 22 March.*Skipped Mon 15 March to Fri 19 March: Spring break/su,
    );
    await until("2027-03-22T13:09:00Z");

    const inBreak = [...heard(LIBRARIAN), ...heard(TECHNICIAN)].filter(
      ({ at }) => at > "2027-03-13" && at < "2027-03-22",
    );
    expect(inBreak).toEqual([]);
  },
  "AC-16: after three without a press the fourth is two weeks later and asks how often":
    async () => {
      await until("2027-03-30T15:00:00Z");
      expect(digestDays(LIBRARIAN)).toEqual([
        "2027-03-08T14:10",
        "2027-03-22T13:10",
        "2027-03-29T13:10",
      ]);
      const librarian = program.as(LIBRARIAN);
      await librarian.say("/liaison item add");
      await librarian.submit({
        goal: "g-07",
        title: "Choose the pictures of the badge story",
        owner: LIBRARIAN,
        direction: "own_work",
        due: "14 April",
      });
      await until("2027-04-12T13:10:00Z");

      expect(digestDays(LIBRARIAN).at(-1)).toBe("2027-04-12T13:10");
      expect(digestDays(LIBRARIAN)).toHaveLength(4);
      const fourth = await librarian.message("How often would you like this message?");
      await librarian.press("Monthly", fourth);
      const answered = await librarian.message("Your message comes once a month");
      expect(answered.text).not.toMatch(/How often/u);
    },
  "AC-16: and on Teams, across the autumn break of that school": async () => {
    expect(digestDays(TEACHER_LIBRARIAN)).toEqual([
      "2027-03-08T21:10",
      "2027-03-14T21:10",
      "2027-03-21T21:10",
      "2027-04-11T22:10",
    ]);
    const teacher = program.as(TEACHER_LIBRARIAN);
    const fourth = await teacher.message("How often would you like this message?");
    // On Teams the four share an action, so the button is named as it is read out.
    await press(TEACHER_LIBRARIAN, fourth, "Off");
    expect((await teacher.message("Your weekly message is off")).text).not.toMatch(/How often/u);
  },
  "AC-16: pause stops everything for that person, and says when it resumes": async () => {
    const ict = program.as(ICT);
    await ict.say("pause 2 weeks");
    expect(await last(ICT)).toMatch(/paused until Mon 26 April/u);
    await program.as(TECHNICIAN).say("/liaison pause 2 weeks");
    expect(await last(TECHNICIAN)).toMatch(/26 de abril/u);
    await program.restart();
    const [before, beforeToo] = [heard(ICT).length, heard(TECHNICIAN).length];
    await until("2027-04-25T20:00:00Z");

    expect(heard(ICT)).toHaveLength(before);
    expect(heard(TECHNICIAN)).toHaveLength(beforeToo);
  },
  "AC-17: through all restarts nobody was told the same twice on one day": async () => {
    const told = sent
      .filter(({ to, channel }) => to !== null && channel === "dm")
      .map(({ to, at, text }) => `${to ?? ""} ${at.slice(0, 10)} ${text.slice(0, 80)}`);
    expect(new Set(told).size).toBe(told.length);
    expect(told.length).toBeGreaterThan(10);
    await Promise.resolve();
  },
};

test(
  "six weeks of two calendars",
  async () => {
    for (const [name, tell] of Object.entries(STEPS)) {
      try {
        await tell();
      } catch (error) {
        throw new Error(`At “${name}”`, { cause: error });
      }
    }
  },
  4 * MINUTES,
);
