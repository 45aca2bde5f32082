import { readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { WebAPIPlatformError, WebAPIRateLimitedError } from "@slack/web-api";
import { placeAddress } from "../../../adapters/slack/address.ts";
import { createDoNotDisturb } from "../../../adapters/slack/do-not-disturb.ts";
import { createMemoryLog } from "./open-slack.ts";
import { TEAM } from "./stand-in.ts";

interface Recorded {
  readonly ok: boolean;
  readonly error?: string;
}

const recorded = (name: string): Recorded =>
  JSON.parse(
    readFileSync(new URL(`../../fixtures/slack/${name}.json`, import.meta.url), "utf8"),
  ) as Recorded;
const person = (user: string) => placeAddress(TEAM, user);
const LIBRARIAN = person("U0ABLIB00");
const TECHNICIAN = person("U0ABIT000");
const OTHER = person("U0TVLIB00");
/** In the quiet time that was recorded, and when it ends. */
const [NIGHT, MORNING] = [new Date("2027-03-03T06:00:00Z"), new Date(1_804_082_400_000)];

/** A Slack that answers from recordings, or throws what it is given, and counts. */
function open(...answers: readonly (string | Error)[]) {
  const calls: string[] = [];
  const left = [...answers];
  const call = (method: string): Promise<Recorded> => {
    calls.push(method);
    const answer = left.shift() ?? "dnd-info";
    if (answer instanceof Error) return Promise.reject(answer);
    const body = recorded(answer);
    return body.ok
      ? Promise.resolve(body)
      : Promise.reject(new WebAPIPlatformError({ ok: false, error: body.error ?? "" }));
  };
  const dnd = { info: () => call("dnd.info"), teamInfo: () => call("dnd.teamInfo") };
  let now = 0;
  const log = createMemoryLog();
  return {
    calls,
    log,
    later: (ms: number) => {
      now += ms;
    },
    disturbed: createDoNotDisturb({ dnd }, log, () => now + 1),
  };
}

describe("N-6: do not disturb in Slack", () => {
  test("is asked of one person by themselves, and holds until it ends", async () => {
    const { calls, disturbed } = open();

    expect([...(await disturbed.until([LIBRARIAN], NIGHT))]).toEqual([[LIBRARIAN, MORNING]]);
    expect([...(await disturbed.until([LIBRARIAN], MORNING))]).toEqual([]);
    expect(calls).toEqual(["dnd.info", "dnd.info"]);
  });

  test("is asked of many together; who has it later or never is not named", async () => {
    const { calls, disturbed } = open("dnd-team-info");

    expect([...(await disturbed.until([LIBRARIAN, TECHNICIAN, OTHER], NIGHT))]).toEqual([
      [LIBRARIAN, MORNING],
    ]);
    expect(calls).toEqual(["dnd.teamInfo"]);
  });

  test("is asked fifty at a time", async () => {
    const { calls, disturbed } = open("dnd-team-info", "dnd-team-info", "dnd-info");
    const many = Array.from({ length: 101 }, (_, n) => person(`U0000${String(n)}`));
    await disturbed.until(many, NIGHT);

    expect(calls).toEqual(["dnd.teamInfo", "dnd.teamInfo", "dnd.info"]);
  });

  test("without the scope nobody is held back, nothing is logged, and it is tried again in an hour", async () => {
    const { calls, disturbed, log, later } = open("dnd-missing-scope");

    expect([...(await disturbed.until([LIBRARIAN], NIGHT))]).toEqual([]);
    await disturbed.until([LIBRARIAN], NIGHT);
    expect(calls).toHaveLength(1);
    expect(log.lines).toEqual([]);
    later(3_600_000);

    expect([...(await disturbed.until([LIBRARIAN], NIGHT))]).toHaveLength(1);
  });

  test("a Slack that asks to wait is not asked meanwhile; other faults hold nobody back", async () => {
    const { calls, disturbed, log, later } = open(
      new WebAPIRateLimitedError(30),
      new Error("down"),
    );

    expect([...(await disturbed.until([LIBRARIAN], NIGHT))]).toEqual([]);
    later(29_000);
    await disturbed.until([LIBRARIAN], NIGHT);
    expect(calls).toHaveLength(1);
    later(2000);

    expect([...(await disturbed.until([LIBRARIAN], NIGHT))]).toEqual([]);
    expect(log.lines).toHaveLength(1);
  });
});
