import { describe, expect, test } from "@jest/globals";
import { moveClock } from "../../../playground/control/clock.ts";
import { post } from "../../../playground/slack/messages.ts";
import { fakeStage } from "./fake-stage.ts";

describe("the clock", () => {
  test.each([
    ["2027-03-08T14:10:00Z", "2027-03-08T14:10:00.000Z"],
    ["2027-03-08T08:10:00-06:00", "2027-03-08T14:10:00.000Z"],
    ["2027-03-08T08:10", "2027-03-08T14:10:00.000Z"],
    ["2027-03-15 08:10", "2027-03-15T13:10:00.000Z"],
    ["tomorrow 08:00", "2027-03-03T14:00:00.000Z"],
    ["tomorrow 8:00", "2027-03-03T14:00:00.000Z"],
    ["today 17:30", "2027-03-02T23:30:00.000Z"],
    ["2027-03-02T15:00:00.000Z", "2027-03-02T15:00:00.000Z"],
  ])("reads %j as %s, Chicago's time where none is said", async (to, instant) => {
    const stage = fakeStage();

    await moveClock(stage, to);

    expect(stage.advanced).toEqual([instant]);
  });

  test("goes to the bot's next timer", async () => {
    const stage = fakeStage();
    stage.world.setClock({ next: "2027-03-08T14:10:00.000Z" });

    await moveClock(stage, "next");

    expect(stage.advanced).toEqual(["2027-03-08T14:10:00.000Z"]);
  });

  test.each([
    ["next", "no next event"],
    ["today 08:00", "only moves forward"],
    ["Tuesday", "“Tuesday” is no time"],
    ["2027-03-32T08:00:00Z", "is no time"],
    ["2027", "is no time"],
  ])("refuses %j", async (to, sentence) => {
    await expect(moveClock(fakeStage(), to)).rejects.toThrow(sentence);
  });

  test("shows what the bot sent on the way, private messages too, but no person's words", async () => {
    const stage = fakeStage();
    const { world } = stage;
    const say = (user: string, text: string, onlyFor: string | null = null): void => {
      post(world, { channel: "C0AB00000", user, text, onlyFor });
    };
    say("U0LIAISON", "before");
    const bot = {
      ...stage.bot,
      advance: (to: string) => {
        say("U0LIAISON", "to all");
        say("U0LIAISON", "to one", "U0ABIT000");
        say("U0ABLIB00", "by a person");
        return stage.bot.advance(to);
      },
    };

    const { sent } = await moveClock({ ...stage, bot }, "tomorrow 08:00");

    expect(sent.map(({ text, to }) => [text, to])).toEqual([
      ["to all", null],
      ["to one", "u-ab-it"],
    ]);
  });
});
