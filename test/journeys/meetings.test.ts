/** Meeting 1 gets its time on Slack, in Teams and with one side in each, and lands in a calendar. */

import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { SeenMessage } from "../../playground/contract.ts";
import { startProgram, type Program, type Someone } from "./program.ts";

const MINUTES = 60_000;

let program: Program;
beforeAll(async () => {
  program = await startProgram();
  await program.reset("empty");
}, 2 * MINUTES);
afterAll(async () => {
  await program.stop();
});

const picks = ({ buttons }: SeenMessage) =>
  buttons.filter(({ action }) => action.startsWith("meeting.pick"));

/** The newest message in which times are on offer. */
async function offer(who: Someone): Promise<SeenMessage> {
  const found = (await who.messages()).findLast((message) => picks(message).length > 0);
  if (!found) throw new Error("Nothing is on offer");
  return found;
}

/** By the name that tells it from the other times, as somebody hears it. */
async function pickFirst(personId: string): Promise<void> {
  const message = await offer(program.as(personId));
  const button = picks(message)[0]?.accessibleName;
  const pressed = await program.call("/control/press", {
    as: personId,
    message: message.id,
    button,
  });
  expect(pressed.status).toBe(200);
}

test.each([
  ["Slack", "u-ab-lib", "u-ab-it", "/liaison meet"],
  ["Teams", "u-wc-lib", "u-wc-it", "meet"],
  ["Slack and Teams", "u-tv-lib", "u-tv-it@teams", "/liaison meet"],
])(
  "both sides pick a time for Meeting 1 in %s, and it can be put into a calendar",
  async (_places, library, it, command) => {
    const librarian = program.as(library);
    await librarian.say(command);
    expect(picks(await offer(librarian))).toHaveLength(3);

    await pickFirst(library);
    await program.restart();
    await pickFirst(it);
    await librarian.say(command);
    const settled = (await librarian.messages("dm")).at(-1);
    expect(settled?.text).toMatch(/Meeting 1 \(Goal Sheet\): /u);
    await librarian.press("meeting.calendar", settled);
    const answer = (await librarian.messages("dm")).at(-1);
    const url = /http[^"\s|>)]+\/pages\/[\w.-]+/u.exec(JSON.stringify(answer?.raw))?.[0] ?? "";
    const file = await fetch(url);
    expect(file.headers.get("content-type")).toMatch(/^text\/calendar/u);
    expect(await file.text()).toMatch(/METHOD:PUBLISH\r\n[^]*UID:[^]*SEQUENCE:0/u);
  },
  2 * MINUTES,
);
