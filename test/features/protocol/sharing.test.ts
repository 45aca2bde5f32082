import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { openLiaison, type Actor, type Rig } from "../../rig/index.ts";
import { buttonsOf, wordsOf } from "../../rig/platform.ts";

let rig: Rig;
let librarian: Actor;
let technician: Actor;
let principal: Actor;

/** Both agreed on version 1. */
async function before(opened: Rig): Promise<void> {
  await opened.as("u-ab-lib").say("plan agree");
  await opened.as("u-ab-lib").press("Agree");
  await opened.as("u-ab-it").press("De acuerdo");
}

beforeEach(async () => {
  rig = await openLiaison({ before });
  librarian = rig.as("u-ab-lib");
  technician = rig.as("u-ab-it");
  principal = rig.as("u-ab-prin");
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
    const { rows } = await rig.stores.audit.ofPartnership("p-ab", "plan.shared", {
      skip: 0,
      limit: 10,
    });
    expect(rows).toMatchObject([
      {
        planVersion: 1,
        readerId: "u-ab-prin",
        consents: [{ personId: "u-ab-lib" }, { personId: "u-ab-it" }],
      },
    ]);
    await librarian.say("plan shared");
    expect(librarian.words()).toContain("Shown to Principal, Alder Bend: version 1 of the plan");
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
    const home = wordsOf(await principal.home());
    expect(home).toContain("Plan of library and IT at Alder Bend Elementary, version 1");
    expect(home).not.toContain("Nothing is shared");
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

  test("is answered by one of the two, alone and once", async () => {
    await shareIt();
    const [message] = sentTo(principal);
    await principal.press("Ask", message);
    await principal.submit({ question: "Can grade 5 join in May?" });
    const [toLibrarian] = rig.messages({ kind: "plan.reaction", to: librarian.address });
    const [toTechnician] = rig.messages({ kind: "plan.reaction", to: technician.address });

    await librarian.press("Answer", toLibrarian);
    await librarian.submit({ answer: "Yes, from 3 May" });

    const answers = rig.messages({ kind: "plan.answered" });
    expect(answers.map(({ to }) => to)).toEqual([principal.address]);
    expect(principal.words()).toContain("Can grade 5 join in May?\nYes, from 3 May");
    expect(buttonsOf(toTechnician?.card ?? { title: "", body: [] })).toEqual([]);
    expect(wordsOf(toTechnician?.card ?? { title: "", body: [] })).toContain("Yes, from 3 May");
    await librarian.say("plan shared");
    expect(librarian.words()).toContain("Can grade 5 join in May?\nanswered");
  });

  test("whose question waits is found in the log; who is no longer named hears nothing", async () => {
    await shareIt();
    const [message] = sentTo(principal);
    await principal.press("Ask", message);
    await principal.submit({ question: "Can grade 5 join in May?" });
    await rig.stores.partnerships.update("p-ab", (row) => ({ ...row, supervisorIds: [] }));
    await technician.say("plan shared");
    await technician.press("Responder");
    await technician.submit({ answer: " " });
    expect(technician.problems()["answer"]).toBe("Escribe tu respuesta en pocas palabras.");
    await technician.submit({ answer: "Sí" });

    expect(rig.messages({ kind: "plan.answered" })).toEqual([]);
  });
});

describe("a joint column", () => {
  const JOINT = "Library: earlier trial. IT: name a contact for codes";
  const open = async () => {
    const { rows } = await rig.stores.goals.list({
      partnershipIds: ["p-ab"],
      statuses: ["done"],
      page: { skip: 0, limit: 50 },
    });
    for (const { id } of rows)
      for (const { id: found, joint } of await rig.stores.reflections.ofGoal(id))
        if (joint?.agreed.startsWith(JOINT)) {
          await librarian.say(`reflect ${id}`);
          return found;
        }
    throw new Error("No joint column");
  };

  test("reaches a supervisor by both consents alone, as it was previewed, and without the answers", async () => {
    const reflectionId = await open();
    await librarian.press("Show a supervisor");
    await librarian.submit({});
    expect(librarian.problems()["reader-u-ab-prin"]).toBe("Choose at least one reader.");
    await librarian.submit({ "reader-u-ab-prin": "yes" });
    const preview = wordsOf(librarian.card());
    await librarian.press("I consent");
    expect(sentTo(principal)).toEqual([]);
    await technician.press("Doy mi consentimiento");

    const [message, ...others] = sentTo(principal);
    if (!message) throw new Error("Nothing was sent");
    expect(others).toEqual([]);
    expect(wordsOf(message.card)).toContain(JOINT);
    for (const line of wordsOf(message.card).split("\n")) expect(preview).toContain(line);
    expect(sentTo(rig.as("u-d-itdir"))).toEqual([]);
    await principal.press("Thank both", message);
    expect(librarian.card().title).toContain("thanks you both for the joint column on goal");
    await librarian.say("plan shared");
    expect(librarian.words()).toContain("Shown to Principal, Alder Bend: the joint column on goal");
    await principal.press("sharing.joint", {
      ...message,
      card: {
        title: "",
        body: [
          {
            type: "actions",
            buttons: [{ label: "It", action: "sharing.joint", value: reflectionId }],
          },
        ],
      },
    });
    expect(principal.card().title).toContain("only for the partners");
  });

  test("that one side alone would show stays with the two", async () => {
    await open();
    await librarian.press("Show a supervisor");
    await librarian.submit({ "reader-u-ab-prin": "yes" });
    await librarian.press("I consent");
    await librarian.twice();
    await principal.say("shared");

    expect(principal.card().title).toBe("No plan is shared with you");
    expect(sentTo(principal)).toEqual([]);
  });
});
