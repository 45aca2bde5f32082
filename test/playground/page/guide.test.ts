import { describe, expect, test } from "@jest/globals";
import { STORY, type StoryId, type StoryStep } from "../../../playground/contract.ts";
import { personState } from "../../../playground/control/screen.ts";
import { readDemo } from "../../../playground/demo.ts";
import { guidance, type Situation } from "../../../playground/page/story/guide.ts";
import { STEPS, type Step } from "../../../playground/page/story/steps.ts";
import { asTyped, type Pair, teamOf, TEAMS } from "../../../playground/page/story/teams.ts";

const demo = readDemo();
const people = demo.people.map(personState);
const channels = [
  ...demo.channels.map(({ id, name, members }) => ({ id, name, members, platform: "slack" })),
  ...demo.tenants.flatMap((tenant) =>
    tenant.channels.map((channel) => ({ ...channel, platform: "teams" })),
  ),
].map(({ id, name, members, platform }) => ({
  ...{ id, name, archived: false },
  platform: platform === "slack" ? ("slack" as const) : ("teams" as const),
  members: members.flatMap((user) => demo.people.find((one) => one.user === user)?.id ?? []),
}));
const NOW = "2027-03-02T15:00:00.000Z";
const [SLACK, TEAMS_ONLY, BOTH] = TEAMS.map(({ pair }) => pair);

const storyWith = (taken: Partial<Record<StoryId, string>>): readonly StoryStep[] =>
  STORY.map((id) => ({ id, done: id in taken, at: taken[id] ?? null }));

function situation(seated: Pair | undefined, some: Partial<Situation> = {}): Situation {
  return {
    state: { now: NOW, people, channels },
    seated: seated ?? ["", ""],
    story: storyWith({}),
    dialogs: [false, false],
    draft: () => "",
    ...some,
  };
}

function step(id: StoryId): Step {
  const found = STEPS.find((one) => one.id === id);
  if (!found) throw new Error(`There is no step ${id}.`);
  return found;
}

describe("help with a step", () => {
  test.each([
    ["Slack", SLACK, "C0AB00000", "/goal Every fourth grader can cite a source by May 14"],
    ["Teams", TEAMS_ONLY, "dm", "goal Every Year 7 class can check a source by June 11"],
    ["both", BOTH, "C0TV00000", "/goal Every ninth grader can cite a source by May 14"],
  ])("types for the librarian who sits there: %s", (_where, seated, place, text) => {
    expect(guidance(step("log-goal"), situation(seated))).toMatchObject({
      ...{ by: "showing", side: 0, person: seated?.[0], place, text, sentence: null },
    });
  });

  test("is for the technician of the same team, on the side where they sit or should", () => {
    const help = (seated: Pair) => guidance(step("check-in"), situation(seated));

    expect(help(["u-wc-lib", "u-wc-it"])).toMatchObject({ side: 1, person: "u-wc-it" });
    expect(help(["u-wc-it", "u-wc-lib"])).toMatchObject({ side: 0, person: "u-wc-it" });
    expect(help(["u-wc-lib", "u-wc-prin"])).toMatchObject({ side: 1, person: "u-wc-it" });
  });

  test("never replaces what somebody has typed, but what it typed itself", () => {
    const typed = (text: string) => guidance(step("plan"), situation(SLACK, { draft: () => text }));

    expect(typed("Dear colleague")).toMatchObject({
      text: null,
      sentence: "Something is typed there already: send it or clear it first.",
    });
    expect(typed("/goal Every fourth grader can cite a source by May 14")).toMatchObject({
      text: "/liaison plan",
      sentence: null,
    });
  });

  test("waits for a dialog that is open before the same person", () => {
    const open = situation(SLACK, { dialogs: [true, false] });

    expect(guidance(step("plan"), open)).toEqual({
      by: "saying",
      sentence: "A form is open there: save it or close it first.",
    });
    expect(guidance(step("check-in"), open)).toMatchObject({ by: "showing" });
  });

  test("looks for a button where its command was answered", () => {
    expect(guidance(step("add-action"), situation(SLACK))).toMatchObject({ place: "C0AB00000" });
    expect(guidance(step("add-action"), situation(TEAMS_ONLY))).toMatchObject({ place: "dm" });
  });

  test("sets the clock to when the bot writes there, and says what time that is", () => {
    expect(guidance(step("nudge"), situation(SLACK))).toEqual({
      by: "clock",
      to: "2027-03-08T14:10:00.000Z",
      sentence: "The date is filled in above: press Move the clock.",
    });
    expect(guidance(step("nudge"), situation(TEAMS_ONLY))).toEqual({
      by: "clock",
      to: "2027-03-08T21:10:00.000Z",
      sentence:
        "The date is filled in above: press Move the clock. That is Tue 08:10 in Melbourne.",
    });
  });

  test("looks for the questions of this story's goal alone, and goes to when they come", () => {
    const at = "2027-03-08T14:10:00.000Z";
    const done = situation(SLACK, { story: storyWith({ "press-done": at }) });

    expect(guidance(step("survey"), done)).toMatchObject({
      since: at,
      missing: { to: "2027-03-03T14:10:00.000Z" },
    });
    expect(guidance(step("survey"), situation(SLACK))).toMatchObject({
      since: "9999",
      missing: { to: null },
    });
  });
});

describe("a team", () => {
  test.each([
    [["u-ab-lib", "u-ab-it"], "Slack"],
    [["u-wc-prin", "u-ab-it"], "Teams"],
    [["u-tv-lib@teams", "u-tv-sci"], "Both"],
    [["u-d-coord", "u-wc-it"], "Teams"],
    [["u-d-coord", "u-d-itdir"], "Slack"],
  ] as const)("%j is that of %s", (seated, label) => {
    expect(teamOf(seated, people).label).toBe(label);
  });

  test("reads a command as it is typed where it talks", () => {
    expect(asTyped("type /goal and …", "slack")).toBe("type /goal and …");
    expect(asTyped("type /goal and …", "teams")).toBe("type goal and …");
    expect(asTyped("/liaison plan", "teams")).toBe("plan");
  });
});
