import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import type { ChatEvent } from "../../../src/ports.ts";
import { features } from "../../../src/features/index.ts";
import { openLiaison, type Actor, type Rig } from "../../rig/index.ts";
import { buttonsOf, wordsOf } from "../../rig/platform.ts";

let rig: Rig;
let librarian: Actor;
let technician: Actor;
let principal: Actor;

beforeEach(async () => {
  rig = await openLiaison();
  librarian = rig.as("u-ab-lib");
  technician = rig.as("u-ab-it");
  principal = rig.as("u-ab-prin");
  await librarian.say("plan agree");
  await librarian.press("Agree");
  await technician.press("De acuerdo");
});
afterEach(async () => {
  await rig.close();
});

const propose = async () => {
  await librarian.say("plan share");
  await librarian.submit({
    "reader-u-ab-prin": "yes",
    learning: "Every class can cite a source",
    time: "Two hours a week",
  });
};
const shareIt = async () => {
  await propose();
  await librarian.press("I consent");
  await technician.press("Doy mi consentimiento");
};
const sentTo = (to: Actor) => rig.messages({ kind: "plan.shared", to: to.address });

describe("sharing a version", () => {
  test("needs both consents; then one message and one line in the log (AC-08)", async () => {
    await propose();
    expect(librarian.card().title).toBe("Preview: Principal, Alder Bend will see exactly this");
    const preview = librarian.card();
    await librarian.press("I consent");
    expect(sentTo(principal)).toEqual([]);
    expect(librarian.words()).toContain("Nothing is sent yet");

    await technician.press("Doy mi consentimiento");

    const [message, ...others] = sentTo(principal);
    expect(others).toEqual([]);
    if (!message) throw new Error("Nothing was sent");
    const shown = wordsOf(message.card).split("\n");
    for (const line of shown) expect(wordsOf(preview)).toContain(line);
    const { rows } = await rig.stores.audit.ofPartnership("p-ab", "plan.shared", { skip: 0, limit: 10 });
    expect(rows).toMatchObject([
      {
        planVersion: 1,
        readerId: "u-ab-prin",
        consents: [{ personId: "u-ab-lib" }, { personId: "u-ab-it" }],
      },
    ]);
    await librarian.say("plan shared");
    expect(librarian.words()).toContain("Version 1, shown to Principal, Alder Bend");
    expect(librarian.words()).toContain("Site technician, Alder Bend (Tue 2 March, 09:00)");
  });

  test("a press twice, or a change after a consent, sends nothing it should not", async () => {
    await propose();
    await librarian.press("I consent");
    await librarian.twice();
    expect(sentTo(principal)).toEqual([]);
    const asked = rig.messages({ kind: "plan.consent" }).at(-1);
    await technician.press("Cambiarlo", asked);
    await technician.submit({ "reader-u-d-itdir": "yes" });
    await technician.press("Doy mi consentimiento", asked);
    expect(technician.card().title).toContain("Cambió desde que lo leíste");
    await technician.press("Doy mi consentimiento");
    expect(sentTo(principal)).toEqual([]);

    await librarian.press("I consent");
    expect(sentTo(principal)).toHaveLength(1);
    expect(sentTo(rig.as("u-d-itdir"))).toHaveLength(1);
    await librarian.twice();
    expect(sentTo(principal)).toHaveLength(1);
  });

  test("asks for a version and a reader first", async () => {
    await librarian.say("plan share");
    await librarian.submit({});
    expect(librarian.problems()["reader-u-ab-prin"]).toBe("Choose at least one reader.");

    const other = rig.as("u-tv-lib");
    await other.say("plan share");
    expect(other.card().title).toBe("There is no agreed version to share yet");
  });
});

/** Words that only partners may read: plans, owners, states, notes, answers, joint columns. */
const SECRETS = [
  "First quiet afternoon",
  "Thursday planning period",
  "back order",
  "overdue",
  "was due",
  "Site technician",
  "Nightly file plus a daily check",
  "The file came every night",
  "A calm August",
];

describe("a supervisor", () => {
  test("reads goals, promises and benefit lines, and can thank or ask (AC-09)", async () => {
    await shareIt();
    const [message] = sentTo(principal);
    if (!message) throw new Error("Nothing was sent");
    const said = wordsOf(message.card);
    expect(said).toContain("Every class can cite a source");
    expect(said).toContain("IT supports the library: Co-teach passwords lesson to 4B and 5A");
    for (const secret of SECRETS) expect(said).not.toContain(secret);
    expect(buttonsOf(message.card).map(({ label }) => label)).toEqual([
      "Thank both",
      "Ask",
      "More",
    ]);

    await principal.press("Thank both", message);
    await principal.press("Thank both", message);
    expect(rig.messages({ kind: "plan.reaction" })).toHaveLength(2);
    expect(librarian.card().title).toContain("thanks you both for version 1");
    await principal.press("Ask", message);
    await principal.submit({ question: "Can grade 5 join in May?" });
    expect(technician.words()).toContain("Can grade 5 join in May?");
    expect(wordsOf(await principal.home())).toContain("Shared with you");
  });

  test("is sent version 2 only when it is shared again, and keeps reading version 1", async () => {
    await shareIt();
    await rig.stores.goals.update("g-05", (goal) => ({ ...goal, title: "A newer title" }));
    await librarian.say("plan agree");
    await librarian.press("Agree");
    await technician.press("De acuerdo");
    await principal.say("shared");
    await principal.press("Open the plan");

    expect(sentTo(principal)).toHaveLength(1);
    expect(principal.words()).toContain("version 1");
    expect(principal.words()).not.toContain("A newer title");
  });

  test("who is named no longer reads nothing more, by the old message either", async () => {
    await shareIt();
    const [message] = sentTo(principal);
    await rig.stores.partnerships.update("p-ab", (row) => ({ ...row, supervisorIds: [] }));
    await principal.press("More", message);
    expect(principal.card().title).toContain("This is only for the partners");
    await principal.say("shared");

    expect(principal.card().title).toBe("No plan is shared with you");
  });

  test.each(["u-ab-prin", "u-d-itdir"])(
    "%s learns nothing of a plan by any command or button (AC-09, AC-22)",
    async (personId) => {
      await shareIt();
      const share = (await rig.stores.planShares.ofPartnership("p-ab"))[0]?.id ?? "";
      const reflections = await rig.stores.reflections.ofGoal("g-01");
      const reader = rig.as(personId);
      const before = rig.platform.posted.length;
      let count = 0;
      const happens = async (event: object): Promise<void> => {
        await rig.platform.deliver({
          id: `walk-${personId}-${String(++count)}`,
          tenant: reader.address.split("/")[0] as typeof reader.address,
          from: reader.address,
          channel: null,
          via: "{}",
          ...event,
        } as ChatEvent);
      };
      const values = ["p-ab", "g-04", "p-ab|g-04", "p-ab|p-ab/2026-27|1|1", `${share}|1`];
      const others = features.filter(({ name }) => name !== "setup");
      for (const { commands = {}, actions = {}, forms = {} } of others) {
        for (const command of Object.keys(commands))
          for (const rest of ["", " g-04", " a-07"])
            await happens({ type: "command", text: `${command}${rest}` });
        for (const value of [...values, "", "a-07", reflections[0]?.id ?? ""])
          for (const action of Object.keys(actions))
            if (!action.startsWith("shared.")) await happens({ type: "action", action, value });
        for (const context of values)
          for (const form of Object.keys(forms))
            if (form !== "shared.ask")
              await happens({ type: "form", form, context, answers: {}, instance: "walk" });
      }
      const told = rig.platform.posted
        .slice(before)
        .filter(({ to, kind }) => to === reader.address && kind !== "plan.shared");
      const words = [
        ...told.map(({ card }) => wordsOf(card)),
        JSON.stringify(rig.platform.forms.get(reader.address) ?? {}),
        JSON.stringify(rig.platform.problems.get(reader.address) ?? {}),
        wordsOf(await reader.home()),
      ].join("\n");

      for (const secret of [...SECRETS, "Library web page free of serious", "g-12"])
        expect(words.replaceAll(/(?:for example|\/goal|\/liaison)[^\n]*/gu, "")).not.toContain(
          secret,
        );
      expect(told.length).toBeGreaterThan(50);
    },
    240_000,
  );
});
