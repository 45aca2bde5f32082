import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { placeAddress } from "../../../adapters/teams/address.ts";
import { actions, type Card } from "../../../src/card.ts";
import { type Delivery, DeliveryError, type MessageAddress } from "../../../src/ports.ts";
import type { Address } from "../../../src/team/person.ts";
import { cardOf, wordsOf } from "./client.ts";
import { openTeams, type Teams } from "./open-teams.ts";
import { ADA, CHANNEL, type Fault, OTHER_TENANT, TENANT } from "./stand-in.ts";

const PERSON = placeAddress(TENANT, ADA.id);
const PLACE = placeAddress(TENANT, CHANNEL);

let teams: Teams;
beforeEach(async () => {
  teams = await openTeams();
});
afterEach(async () => {
  await teams.stop();
});

const delivery = (to: Address, more: Partial<Delivery> = {}): Delivery => ({
  key: "digest/u-1/2027-03-08",
  kind: "nudge.digest",
  to,
  card: { title: "Your week", body: [] },
  thread: null,
  replaces: null,
  triedAt: null,
  ...more,
});

async function failure(work: Promise<unknown>): Promise<DeliveryError> {
  const error: unknown = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof DeliveryError) return error;
  throw error instanceof Error ? error : new Error("It did not fail");
}

const posted = (): readonly string[] =>
  teams.standIn.posts.map((post) => `${post.conversation} ${wordsOf(cardOf(post))}`);
const messagesSent = (): number =>
  teams.standIn.calls.filter(({ path, method }) => method !== "GET" && path.includes("activities"))
    .length;

describe("what Teams refuses", () => {
  test.each<[string, Fault, object]>([
    [
      "writes are blocked",
      { status: 403, subCode: "MessageWritesBlocked" },
      { fate: "refused", reason: "blocked" },
    ],
    [
      "the bot is not in the roster",
      { status: 403, code: "BotNotInConversationRoster" },
      { fate: "refused", reason: "blocked" },
    ],
    ["no word why", { status: 403 }, { fate: "refused", reason: "blocked" }],
    [
      "the message is too big",
      { status: 413, code: "MessageSizeTooBig" },
      { fate: "refused", reason: "invalid" },
    ],
    [
      "the request is wrong",
      { status: 400, code: "BadSyntax" },
      { fate: "refused", reason: "invalid" },
    ],
    [
      "too many requests, wait",
      { status: 429, headers: { "retry-after": "7" } },
      { fate: "later", retryAfterMs: 7_000 },
    ],
    ["too many requests", { status: 429 }, { fate: "later", retryAfterMs: null }],
    ["a precondition", { status: 412 }, { fate: "later", reason: null }],
    ["an internal error", { status: 500, afterDelivery: true }, { fate: "uncertain" }],
    ["a bad gateway", { status: 502 }, { fate: "uncertain" }],
    ["a gateway's time-out", { status: 504 }, { fate: "uncertain" }],
    ["a broken connection", { breaks: true, afterDelivery: true }, { fate: "uncertain" }],
  ])("%s: said once, in our words", async (_, fault, expected) => {
    await teams.platform.send(delivery(PERSON));
    const before = messagesSent();
    teams.standIn.fault(fault);

    expect(await failure(teams.platform.send(delivery(PERSON)))).toMatchObject(expected);
    expect(messagesSent()).toBe(before + 1);
  });

  test("a failure that changed nothing twice over is for later", async () => {
    const { message } = await teams.platform.send(delivery(PERSON));
    teams.standIn.fault({ status: 500 });

    expect(
      await failure(teams.platform.send(delivery(PERSON, { replaces: message }))),
    ).toMatchObject({ fate: "later" });
  });

  test("a message that is no more cannot be replaced, and nobody is gone for it", async () => {
    const message = `teams:${TENANT}/a:${ADA.id}/17` as MessageAddress;

    expect(
      await failure(teams.platform.send(delivery(PERSON, { replaces: message }))),
    ).toMatchObject({ fate: "refused", reason: "invalid" });
  });

  test("a channel that cannot be written to is closed, whatever Teams calls it", async () => {
    for (const fault of [{ status: 403, subCode: "MessageWritesBlocked" }, { status: 404 }]) {
      teams.standIn.fault(fault);
      expect(await failure(teams.platform.send(delivery(PLACE)))).toMatchObject({
        fate: "refused",
        reason: "closed",
      });
    }
  });

  test("another tenant's people and channels are nobody's", async () => {
    for (const id of [ADA.id, CHANNEL])
      expect(
        await failure(teams.platform.send(delivery(placeAddress(OTHER_TENANT, id)))),
      ).toMatchObject({ fate: "refused", reason: "closed" });
    expect(teams.standIn.calls).toEqual([]);
  });

  test("a card that carries too much is no message", async () => {
    const card: Card = {
      title: "Goal",
      body: [actions({ label: "Done", action: "goal.done", value: "v".repeat(5_000) })],
    };

    expect(await failure(teams.platform.send(delivery(PERSON, { card })))).toMatchObject({
      fate: "refused",
      reason: "invalid",
    });
  });
});

describe("credentials", () => {
  test("that Microsoft does not accept are named, with what to do", async () => {
    const wrong = await openTeams({ appPassword: "not-the-secret" });

    const failed = await failure(wrong.platform.send(delivery(PERSON)));

    expect(failed).toMatchObject({ fate: "refused", reason: "not_allowed" });
    expect(failed.message).toContain("TEAMS_APP_PASSWORD");
    expect(wrong.log.lines).toContainEqual(
      expect.objectContaining({ level: "error", message: failed.message }),
    );
    await wrong.stop();
  });

  test("that cannot be had now are for later: nothing was sent", async () => {
    const { url } = teams.standIn;
    await teams.standIn.stop();

    expect(await failure(teams.platform.send(delivery(PERSON)))).toMatchObject({ fate: "later" });
    expect(url).toContain("127.0.0.1");
  });
});

describe("what may have arrived", () => {
  test("is found once Teams' late answer is in, and is no second message", async () => {
    const slow = await openTeams({ answerWithinMs: 1_000 });
    let release: () => void = () => undefined;
    slow.standIn.fault({ until: new Promise((resolve) => (release = resolve)) });

    expect(await failure(slow.platform.send(delivery(PERSON)))).toMatchObject({
      fate: "uncertain",
    });
    release();
    const found = await slow.platform.find(delivery(PERSON, { triedAt: new Date() }));

    expect(found?.message).toBe(`teams:${TENANT}/a:${ADA.id}/${slow.standIn.posts[0]?.id ?? ""}`);
    expect(slow.standIn.posts).toHaveLength(1);
    await slow.stop();
  });

  test("is not found when no answer ever came; the log names what may be there twice", async () => {
    await teams.platform.send(delivery(PERSON, { key: "first" }));
    teams.standIn.fault({ breaks: true, afterDelivery: true });
    const tried = delivery(PERSON, { triedAt: new Date() });
    await failure(teams.platform.send(tried));

    expect(await teams.platform.find(tried)).toBeUndefined();
    expect(teams.log.lines).toContainEqual(
      expect.objectContaining({ level: "warn", fields: { key: tried.key, kind: tried.kind } }),
    );
  });

  test("is not looked for when it replaces another: sending it again changes nothing", async () => {
    const { message } = await teams.platform.send(delivery(PERSON));

    const tried = delivery(PERSON, { replaces: message, triedAt: new Date() });

    expect(await teams.platform.find(tried)).toBeUndefined();
    expect(teams.log.lines).toEqual([]);
  });
});

describe("places", () => {
  test("a person's chat is begun once, and known after a restart", async () => {
    await Promise.all([
      teams.platform.send(delivery(PERSON, { key: "a" })),
      teams.platform.send(delivery(PERSON, { key: "b" })),
    ]);
    await teams.restart();
    await teams.platform.send(delivery(PERSON, { key: "c" }));

    const begun = teams.standIn.calls.filter(({ path }) => path === "v3/conversations");
    expect(begun).toHaveLength(1);
    expect(posted()).toHaveLength(3);
  });

  test("a chat that Teams no longer knows is begun anew", async () => {
    await teams.notes.set(
      PERSON,
      JSON.stringify({ conversation: "a:old", serviceUrl: teams.standIn.url }),
    );
    teams.standIn.fault({ status: 404, code: "ConversationNotFound", path: /a:old/u });

    await teams.platform.send(delivery(PERSON));

    expect(posted()).toEqual([`a:${ADA.id} Your week`]);
  });

  test("a server that is no longer allowed is not written to", async () => {
    await teams.notes.set(PERSON, JSON.stringify({ serviceUrl: "https://evil.example/" }));

    await teams.platform.send(delivery(PERSON));

    expect(posted()).toEqual([`a:${ADA.id} Your week`]);
  });

  test("an answer in a thread stands below it, also when an answer in it is named", async () => {
    const { message } = await teams.platform.send(delivery(PLACE));
    const first = await teams.platform.send(delivery(PLACE, { key: "b", thread: message }));
    await teams.platform.send(delivery(PLACE, { key: "c", thread: first.message }));

    const [root] = teams.standIn.posts;
    expect(new Set(teams.standIn.posts.map(({ conversation }) => conversation))).toEqual(
      new Set([`${CHANNEL};messageid=${root?.id ?? ""}`]),
    );
  });

  test("a group chat has no threads", async () => {
    const group = placeAddress(TENANT, "19:group@thread.v2");
    const { message } = await teams.platform.send(delivery(group));
    await teams.platform.send(delivery(group, { key: "b", thread: message }));

    expect(posted()).toEqual(["19:group@thread.v2 Your week", "19:group@thread.v2 Your week"]);
  });

  test("a message says in its notification what it is about", async () => {
    await teams.platform.send(delivery(PERSON));

    expect(teams.standIn.posts[0]?.summary).toBe("Your week");
  });

  test("a message says of what kind it is to who looks at what was sent", async () => {
    await teams.platform.send(delivery(PERSON));
    await teams.platform.send(delivery(PLACE, { key: "b", kind: "check_in.after" }));

    expect(teams.standIn.posts.map(({ channelData }) => channelData)).toMatchObject([
      { liaison: { kind: "nudge.digest" } },
      { liaison: { kind: "check_in.after" } },
    ]);
  });

  test("a card is read out in the language it is written in, wherever it stands", async () => {
    const card = { title: "Seguimiento", body: [], locale: "es" } as const;
    await teams.platform.send(delivery(PLACE, { card }));
    await teams.platform.send(delivery(PERSON, { key: "b", card }));
    await teams.platform.send(delivery(PLACE, { key: "c" }));

    expect(teams.standIn.posts.map((post) => cardOf(post)["lang"])).toEqual(["es", "es", "en"]);
  });
});
