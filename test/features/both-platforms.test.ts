import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { tenantOf } from "../../src/team/person.ts";
import { channelOf, openLiaison, type Rig } from "../rig/index.ts";
import { buttonsOf, wordsOf, type Posted } from "../rig/platform.ts";

const SLACK = channelOf("s-tv");
const TEAMS = channelOf("s-tv", "teams");

let liaison: Rig;
beforeEach(async () => {
  liaison = await openLiaison({ platforms: ["slack", "teams"] });
});
afterEach(async () => {
  await liaison.close();
});

const posts = (kind: string) => ({
  slack: liaison.messages({ kind, to: SLACK }),
  teams: liaison.messages({ kind, to: TEAMS }),
});

/** Everyone of the partnership is in Teams with their own address, the technicians in Slack alone. */
const librarianInTeamsOnly = async () => {
  const slack = liaison.as("u-tv-lib").address;
  const teams = liaison.as("u-tv-it@teams").address;
  await liaison.stores.people.update("u-tv-lib", (person) => ({
    ...person,
    addresses: person.addresses.filter((address) => address !== slack),
  }));
  await liaison.stores.people.update("u-tv-it", (person) => ({
    ...person,
    addresses: person.addresses.filter((address) => address !== teams),
  }));
};

async function announced(): Promise<{ readonly slack: Posted; readonly teams: Posted }> {
  await liaison.advanceTo("2027-03-12T00:00:00Z");
  const { slack, teams } = posts("check_in.announcement");
  const [first, second] = [slack.at(-1), teams.at(-1)];
  if (!first || !second) throw new Error("The check-in was not announced on both");
  return { slack: first, teams: second };
}

describe("a shared post", () => {
  test("stands on both platforms, each time once", async () => {
    await announced();

    const { slack, teams } = posts("check_in.announcement");
    expect(slack.map(({ card }) => card.title)).toStrictEqual(teams.map(({ card }) => card.title));
    expect(new Set(slack.map(({ key }) => key)).size).toBe(slack.length);
  });

  test("is in the language of those who are there", async () => {
    await librarianInTeamsOnly();
    await liaison.stores.partnerships.update("p-tv", (known) => ({ ...known, itIds: ["u-tv-it"] }));
    const { slack, teams } = await announced();

    expect(slack.card.title).toMatch(/^Rencontre de suivi/u);
    expect(teams.card.title).toMatch(/^Check-in/u);
  });

  test("changes everywhere when it is pressed on one platform, and says who pressed", async () => {
    await announced();
    const { slack, teams } = posts("check_in.after");
    const [here, there] = [slack.at(-1), teams.at(-1)];
    if (!here || !there) throw new Error("Nobody was asked");
    await liaison.as("u-tv-it@teams").press("check_in.held", there);

    for (const post of [here, there]) expect(wordsOf(post.card)).toMatch(/Held: yes/u);
    expect(wordsOf(here.card)).toContain("Site technician, Tamarack Valley High");
    expect(buttonsOf(here.card).map(({ action }) => action)).not.toContain("check_in.held");
  });

  test("has its own thread on each platform", async () => {
    const announcement = await announced();
    const { slack, teams } = posts("check_in.after");

    expect(slack.at(-1)?.thread).toBe(announcement.slack.message);
    expect(teams.at(-1)?.thread).toBe(announcement.teams.message);
  });

  test("reaches a partner in private who is on neither platform's channel", async () => {
    await librarianInTeamsOnly();
    await liaison.stores.partnerships.update("p-tv", (known) => ({
      ...known,
      channels: known.channels.filter((channel) => channel === SLACK),
    }));
    await liaison.advanceTo("2027-03-12T00:00:00Z");

    const private_ = liaison.messages({
      kind: "check_in.announcement",
      to: liaison.as("u-tv-lib@teams").address,
    });
    expect(private_).not.toHaveLength(0);
    expect(posts("check_in.announcement").slack).toHaveLength(private_.length);
  });
});

describe("what is written below a post", () => {
  test("is shown below its sibling once, with the writer's name and role", async () => {
    const { slack, teams } = await announced();
    const technician = liaison.as("u-tv-it");
    await technician.reply(slack, "I bring the spare outlet");
    await technician.again();

    const shown = liaison.messages({ kind: "thread.said" });
    expect(shown.map(({ to, thread }) => ({ to, thread }))).toStrictEqual([
      { to: TEAMS, thread: teams.message },
    ]);
    expect(shown.map(({ card }) => wordsOf(card))).toStrictEqual([
      "Site technician, Tamarack Valley High (IT technician) in Slack\nI bring the spare outlet",
    ]);
  });

  test("goes the other way, too", async () => {
    const { slack, teams } = await announced();
    await liaison.as("u-tv-lib@teams").reply(teams, "Thank you");

    const [shown] = liaison.messages({ kind: "thread.said", to: SLACK });
    expect(shown?.thread).toBe(slack.message);
    expect(shown?.card.title).toBe(
      "School librarian, Tamarack Valley High (school librarian) in Teams",
    );
  });

  test("stays where it is when the post has no sibling", async () => {
    const { slack } = await announced();
    await liaison.stores.partnerships.update("p-tv", (known) => ({ ...known, channels: [SLACK] }));
    await liaison.as("u-tv-it").reply(slack, "Only here");

    expect(liaison.messages({ kind: "thread.said" })).toHaveLength(0);
  });

  test("stays where it is in a channel of no partnership, and below a message of somebody else", async () => {
    const { slack } = await announced();
    await liaison.as("u-tv-it").reply({ ...slack, to: channelOf("s-xx") }, "Elsewhere");
    await liaison.as("u-tv-it").reply({ ...slack, message: "slack:other" as never }, "Elsewhere");

    expect(liaison.messages({ kind: "thread.said" })).toHaveLength(0);
  });
});

describe("a team is set up on two platforms", () => {
  const channel = `${tenantOf(TEAMS)}/19:new@thread.tacv2` as typeof TEAMS;

  test("each platform chooses its own channel; partners of the other one stay in the team", async () => {
    await librarianInTeamsOnly();
    await liaison.stores.partnerships.update("p-tv", (known) => ({
      ...known,
      channels: [SLACK],
      itIds: ["u-tv-it"],
    }));
    const librarian = liaison.as("u-tv-lib@teams");
    await librarian.say("setup");
    const inputs = librarian.form().inputs.flatMap((each) => (each.type === "note" ? [] : [each]));
    expect(inputs.find(({ id }) => id === "it")).toMatchObject({ value: [], optional: true });
    expect(inputs.find(({ id }) => id === "it-elsewhere")?.hint).toBe(
      "On the team now: Site technician, Tamarack Valley High (Slack).",
    );
    await librarian.submit({ channel });

    expect(await liaison.stores.partnerships.find("p-tv")).toMatchObject({
      libraryIds: ["u-tv-lib"],
      itIds: ["u-tv-it"],
      channels: [SLACK, channel],
    });
    expect(wordsOf(liaison.messages({ to: channel })[0]?.card ?? EMPTY)).toMatch(
      /My posts stand in Slack as well.*shown there too/u,
    );
    expect(liaison.messages({ kind: "setup.joined", to: SLACK })).toHaveLength(1);
    expect(liaison.messages({ kind: "setup.welcome" })).toHaveLength(0);
  });

  test("a channel chosen anew takes the place of that platform's former one", async () => {
    const librarian = liaison.as("u-tv-lib@teams");
    await librarian.say("setup");
    await librarian.submit({ channel });

    expect((await liaison.stores.partnerships.find("p-tv"))?.channels).toStrictEqual([
      SLACK,
      channel,
    ]);
    expect(liaison.messages({ kind: "setup.joined" })).toHaveLength(1);
  });

  test("somebody of the other platform is taken in and out by name", async () => {
    const librarian = liaison.as("u-tv-lib@teams");
    await librarian.say("setup");
    await librarian.submit({ "it-elsewhere": "+u-ab-it" });
    expect((await liaison.stores.partnerships.find("p-tv"))?.itIds).toContain("u-ab-it");
    expect(liaison.messages({ kind: "setup.welcome" }).map(({ to }) => to)).toStrictEqual([
      liaison.as("u-ab-it").address,
    ]);

    await librarian.say("setup");
    await librarian.submit({ "it-elsewhere": "-u-ab-it" });
    expect((await liaison.stores.partnerships.find("p-tv"))?.itIds).not.toContain("u-ab-it");
  });
});

const EMPTY = { title: "", body: [] };
