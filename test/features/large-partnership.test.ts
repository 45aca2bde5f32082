import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { addDays, type LocalDate } from "../../src/time/calendar.ts";
import { DEMO_NOW, addressOf, openLiaison, type Actor, type Rig } from "../rig/index.ts";
import { buttonsOf, wordsOf } from "../rig/platform.ts";

const TODAY = "2027-03-02" as LocalDate;
const GOALS = 1_000;
const ITEMS = 5_000;
/** What a platform waits for an answer, in milliseconds. */
const ACK_LIMIT = 3_000;
const MINUTES = 60_000;

let rig: Rig;
let librarian: Actor;

/** Beside what the demo has: the librarian's and the technician's in turn, overdue and to come. */
async function fill({ stores }: Rig): Promise<void> {
  const ids: string[] = [];
  for (let n = 0; n < GOALS; n++) {
    const { id } = await stores.goals.create({
      partnershipId: "p-ab",
      ownerId: n % 2 ? "u-ab-lib" : "u-ab-it",
      department: n % 2 ? "library" : "it",
      title: `Goal number ${String(n)} of a large partnership`,
      horizon: "short",
      why: "",
      measure: null,
      start: TODAY,
      due: addDays(TODAY, (n % 200) - 20),
      servesSchoolGoal: null,
      scope: "department",
      status: "on_track",
      claim: null,
      doneOn: null,
      stoppedReason: null,
      origin: `large-g-${String(n)}`,
      deleted: false,
      createdAt: DEMO_NOW,
    });
    ids.push(id);
  }
  for (let n = 0; n < ITEMS; n++)
    await stores.items.create({
      partnershipId: "p-ab",
      goalId: ids[n % GOALS] ?? "",
      direction: n % 2 ? "library_supports_it" : "it_supports_library",
      ownerId: n % 2 ? "u-ab-lib" : "u-ab-it",
      title: `Step number ${String(n)}`,
      plan: "",
      due: addDays(TODAY, (n % 100) - 20),
      status: "open",
      blockedReason: null,
      quietUntil: null,
      doneOn: null,
      overdueNudges: 0,
      origin: `large-a-${String(n)}`,
      deleted: false,
      createdAt: DEMO_NOW,
    });
}

async function timed(run: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}

describe("with 1,000 goals and 5,000 items in one partnership", () => {
  beforeAll(async () => {
    rig = await openLiaison();
    librarian = rig.as("u-ab-lib");
    await fill(rig);
  }, 5 * MINUTES);
  afterAll(async () => {
    await rig.close();
  });

  test.each(["goal list", "goal list all 126", "plan", "item", "checkin", "why"])(
    "/liaison %s is a page of it, in time",
    async (typed) => {
      expect(await timed(() => librarian.say(typed))).toBeLessThan(ACK_LIMIT);
      expect(buttonsOf(librarian.card()).length).toBeLessThanOrEqual(25);
    },
  );

  test("the home is drawn in time, and the rest is one press away", async () => {
    const draw = () => librarian.home();

    expect(await timed(draw)).toBeLessThan(ACK_LIMIT);
    const labels = buttonsOf(await draw()).map(({ label }) => label);
    expect(labels.length).toBeLessThanOrEqual(50);
    expect(labels).toContain("Show all");
  });

  test("the weekly message holds three things and does not keep the others waiting", async () => {
    expect(await timed(() => rig.advanceTo("2027-03-08T14:10:00Z"))).toBeLessThan(10 * ACK_LIMIT);

    const [digest] = rig.messages({ kind: "nudge.digest", to: addressOf("u-ab-lib") });
    const words = wordsOf(digest?.card ?? { title: "", body: [] });
    expect(words.match(/^\d\. /gmu)).toEqual(["1. ", "2. ", "3. "]);
  });
});
