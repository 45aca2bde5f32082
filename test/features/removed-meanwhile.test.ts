import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import type { Answers, Input } from "../../src/card.ts";
import { features } from "../../src/features/index.ts";
import type { Address } from "../../src/team/person.ts";
import { openLiaison, type Rig } from "../rig/index.ts";

const PARTNERSHIP = "p-tv";
const PARTNER = "u-tv-lib";

let rig: Rig;
beforeEach(async () => {
  rig = await openLiaison();
});
afterEach(async () => {
  await rig.close();
});

const removed = async (partnership: string, id: string): Promise<void> => {
  await rig.stores.partnerships.update(partnership, (team) => ({
    ...team,
    libraryIds: team.libraryIds.filter((one) => one !== id),
  }));
};

/** Something for whatever is asked, as far as a choice goes. */
function filled(inputs: readonly Input[]): Answers {
  return Object.fromEntries(
    inputs.flatMap((input): [string, string | readonly string[]][] => {
      switch (input.type) {
        case "text":
          return [
            [
              input.id,
              input.value === undefined || input.value === "" ? "Label every cart" : input.value,
            ],
          ];
        case "money":
          return [[input.id, "100"]];
        case "days":
          return [[input.id, ["2027-03-09", "2027-03-10"]]];
        case "choice":
          return [
            [input.id, [input, ...input.options].find(({ value }) => Boolean(value))?.value ?? ""],
          ];
        case "choices":
          return [[input.id, input.options.slice(0, 1).map(({ value }) => value)]];
        case "people":
        case "channel":
        case "note":
          return [];
      }
    }),
  );
}

describe("a partner who was removed meanwhile", () => {
  const commands = features.flatMap(({ commands: own = {} }) =>
    Object.entries(own).flatMap(([words, { asks }]) => (asks ? [words] : [])),
  );

  test.each(commands)(
    "changes nothing of the team by the form of %j that is still open",
    async (words) => {
      const partner = rig.as(PARTNER);
      const asked = await partner.say(words);
      if (asked === "seen before" || asked.type !== "ask") return;
      await removed(PARTNERSHIP, PARTNER);
      const [before, said] = [await rig.rowsNaming(PARTNERSHIP), rig.messages().length];
      await partner.submit(filled(partner.form().inputs));

      expect(await rig.rowsNaming(PARTNERSHIP)).toEqual(before);
      expect(
        rig
          .messages()
          .slice(said)
          .filter(({ to }) => to !== partner.address),
      ).toEqual([]);
    },
  );

  test("does not take a team back by the form that started it", async () => {
    const library = "slack:T0TAMARACK/U0NEWLIB" as Address;
    const technician = "slack:T0TAMARACK/U0NEWIT" as Address;
    for (const address of [library, technician])
      rig.platform.profiles.set(address, {
        name: "New here",
        locale: "en",
        timezone: "America/Denver",
        active: true,
      });
    const librarian = rig.as("U0NEWLIB");
    await librarian.say("setup");
    await librarian.submit({
      school: "Cedar Middle",
      library: [library],
      it: [technician],
      channel: "slack:T0TAMARACK/C0NEW",
      timezone: "America/Denver",
      language: "en",
    });
    const started = await rig.stores.partnerships.atChannel("slack:T0TAMARACK/C0NEW" as Address);
    const [owner] = started?.libraryIds ?? [];
    await removed(started?.id ?? "", owner ?? "");
    const before = await rig.rowsNaming(started?.id ?? "none");
    const again = await librarian.twice();

    expect(JSON.stringify(again)).toMatch(/Nothing was changed/u);
    expect(await rig.rowsNaming(started?.id ?? "none")).toEqual(before);
  });
});
