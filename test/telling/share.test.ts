import { describe, expect, test } from "@jest/globals";
import type { OutgoingMessage } from "../../src/ports.ts";
import { withChannel } from "../../src/team/partnership.ts";
import { tenantOf } from "../../src/team/person.ts";
import { share, siblingsOf, textsAt, type Team } from "../../src/telling/share.ts";
import { aPartnership, aPerson, at } from "../contracts/entities.ts";

const SLACK = at("slack:T1/C1");
const TEAMS = at("teams:t/19:c@thread.tacv2");
const onSlack = aPerson({ locale: "en" });
const onTeams = aPerson({ id: "u-2", locale: "es", addresses: [at("teams:t/29:b")] });
const SCHOOL = {
  id: "s-1",
  name: "School",
  timezone: "America/Chicago",
  locale: "fr",
  calendarId: null,
  learningGoals: [],
} as const;
const team = (changes: Partial<Team["partnership"]>, partners = [onSlack, onTeams]): Team => ({
  partnership: aPartnership({ channels: [SLACK, TEAMS], ...changes }),
  partners,
  school: SCHOOL,
});

async function posted(of: Team): Promise<readonly OutgoingMessage[]> {
  const messages: OutgoingMessage[] = [];
  const outbox = {
    post: (message: OutgoingMessage) => {
      messages.push(message);
      return Promise.resolve();
    },
  };
  await share({ outbox: outbox as never }, of, { key: "k", kind: "k", thread: "t" }, (texts) => ({
    title: texts.locale,
    body: [],
  }));
  return messages;
}

describe("what is shared", () => {
  test("goes to each channel, in the language of those who are there, under keys of its own", async () => {
    expect(await posted(team({}))).toMatchObject([
      { key: "k", thread: "t", to: SLACK, card: { title: "en", locale: "en" } },
      { key: "k@teams:t", thread: "t@teams:t", to: TEAMS, card: { title: "es", locale: "es" } },
    ]);
  });

  test("is in the school's language where people read several, and where there is one channel", () => {
    const other = aPerson({ id: "u-3", locale: "es" });

    expect(textsAt(team({}, [onSlack, other, onTeams]), SLACK).locale).toBe("fr");
    expect(textsAt(team({ channels: [SLACK] }), SLACK).locale).toBe("fr");
    expect(textsAt(team({}, [onSlack]), TEAMS).locale).toBe("fr");
  });

  test("goes privately to whom no open channel reaches", async () => {
    expect(await posted(team({ closed: [TEAMS] }))).toMatchObject([
      { key: "k", to: SLACK },
      { key: "k/u-2", to: at("teams:t/29:b"), card: { title: "es" } },
    ]);
    expect((await posted(team({ channels: [] }))).map(({ key }) => key)).toStrictEqual([
      "k/u-1",
      "k/u-2",
    ]);
    const silent = { ...onTeams, unreachable: onTeams.addresses };
    expect(await posted(team({ channels: [SLACK] }, [onSlack, silent]))).toHaveLength(1);
  });
});

test("a message finds its siblings, either way, and none that is closed", () => {
  const { partnership } = team({});

  expect(siblingsOf(partnership, SLACK, "k")).toStrictEqual([{ to: TEAMS, key: "k@teams:t" }]);
  expect(siblingsOf(partnership, TEAMS, "k@teams:t")).toStrictEqual([{ to: SLACK, key: "k" }]);
  expect(siblingsOf(partnership, TEAMS, "k")).toStrictEqual([]);
  expect(siblingsOf({ ...partnership, closed: [TEAMS] }, SLACK, "k")).toStrictEqual([]);
});

describe("a channel that is chosen", () => {
  test("is added on another platform, and takes the place of the former one on the same", () => {
    const one = withChannel(aPartnership(), SLACK);
    const both = withChannel(one, TEAMS);
    const moved = withChannel({ ...both, closed: [SLACK] }, at("slack:T1/C9"));

    expect(both.channels).toStrictEqual([SLACK, TEAMS]);
    expect(moved).toMatchObject({ channels: ["slack:T1/C9", TEAMS], closed: [] });
  });

  test("is open again", () => {
    expect(withChannel(aPartnership({ channels: [SLACK], closed: [SLACK] }), SLACK)).toMatchObject({
      channels: [SLACK],
      closed: [],
    });
  });
});

test.each(["slack:T1/U1", "slack:T1", "slack:T1/C1/1.2"])(
  "%s lies in the workspace it begins with",
  (address) => {
    expect(tenantOf(at(address))).toBe("slack:T1");
  },
);
