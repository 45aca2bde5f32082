import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { request } from "node:http";
import { formOf, logGoal, type OpenPlayground, openPlayground } from "../open-playground.ts";

let playground: OpenPlayground;
let message: string;
let form: string;
beforeAll(async () => {
  playground = await openPlayground();
  message = (await logGoal(playground, "Label the carts")).id;
  const asked = await playground.control("/say", {
    as: "u-ab-lib",
    in: "dm",
    text: "/goal x",
  });
  form = formOf(asked).id;
}, 60_000);
afterAll(() => playground.remove());

describe("what is not there is a 404 that names what is", () => {
  test.each<readonly [string, string, () => object, readonly string[]]>([
    [
      "a person",
      "/say",
      () => ({ as: "u-nobody", in: "dm", text: "x" }),
      ["no person “u-nobody”", "u-ab-lib, u-ab-it"],
    ],
    [
      "a channel",
      "/say",
      () => ({ as: "u-ab-lib", in: "#lunch", text: "x" }),
      ["no channel “#lunch”", "#alder-library-tech (C0AB00000)", "dm"],
    ],
    [
      "somebody else's channel",
      "/say",
      () => ({ as: "u-ab-lib", in: "tvhs-library-tech", text: "x" }),
      ["is not in “tvhs-library-tech”", "#alder-library-tech, dm"],
    ],
    [
      "a command",
      "/say",
      () => ({ as: "u-ab-lib", in: "dm", text: "/gaol x" }),
      ["no command /gaol", "/goal"],
    ],
    [
      "a message",
      "/press",
      () => ({ as: "u-ab-it", message: "C1:1.2", button: "Done" }),
      ["sees no message “C1:1.2”", "The latest they see: C0AB00000:"],
    ],
    [
      "a message of others",
      "/press",
      () => ({ as: "u-tv-lib", message, button: "Done" }),
      ["sees no message"],
    ],
    [
      "a button",
      "/press",
      () => ({ as: "u-ab-it", message, button: "Delete" }),
      ["no button “Delete”", "“Done: Label the carts” (goal.done)", "“Tell only me” (hush)"],
    ],
    [
      "a form",
      "/submit",
      () => ({ as: "u-ab-lib", form: "V0", answers: {} }),
      ["no form “V0”", "the open one is V"],
    ],
    [
      "a form where none is open",
      "/close",
      () => ({ as: "u-ab-it", form: "V0" }),
      ["has no form open"],
    ],
    [
      "an input",
      "/submit",
      () => ({ as: "u-ab-lib", form, answers: { Colour: "red" } }),
      ["no input “Colour”", "goal (“Goal”)"],
    ],
    [
      "an option",
      "/submit",
      () => ({ as: "u-ab-lib", form, answers: { Horizon: "Endless" } }),
      ["“Horizon” has no “Endless”", "Short, Long"],
    ],
    [
      "a shortcut",
      "/shortcut",
      () => ({ as: "u-ab-lib", shortcut: "Fly" }),
      ["no shortcut “Fly”", "“Log as goal”"],
    ],
    ["a call", "/fly", () => ({}), ["no POST /control/fly", "POST /control/say"]],
  ])("%s", async (_what, path, body, words) => {
    const refused = await playground.refused(path, body());

    expect(refused.status).toBe(404);
    for (const word of words) expect(refused.body.error).toContain(word);
  });
});

describe("what cannot be done is refused with the remedy", () => {
  test.each<readonly [string, number, string, () => object, string]>([
    ["no body", 400, "/say", () => ({}), "`as`"],
    ["an empty text", 400, "/say", () => ({ as: "u-ab-lib", in: "dm", text: " " }), "is empty"],
    [
      "a command in a thread",
      400,
      "/say",
      () => ({ as: "u-ab-lib", in: "C0AB00000", text: "/goal x", thread: message }),
      "no slash commands in threads",
    ],
    [
      "a thread of another channel",
      400,
      "/say",
      () => ({ as: "u-ab-lib", in: "dm", text: "x", thread: message }),
      "another conversation",
    ],
    [
      "installing for oneself on Slack",
      409,
      "/install",
      () => ({ as: "u-ab-lib", installed: false }),
      "for the whole workspace",
    ],
    [
      "a date the calendar does not have",
      400,
      "/submit",
      () => ({ as: "u-ab-lib", form, answers: { Due: "2027-02-31" } }),
      "a date of the calendar",
    ],
    [
      "two values where one fits",
      400,
      "/submit",
      () => ({ as: "u-ab-lib", form, answers: { Owner: ["u-ab-lib", "u-ab-it"] } }),
      "takes one value",
    ],
    [
      "a message shortcut without a message",
      400,
      "/shortcut",
      () => ({ as: "u-ab-lib", shortcut: "Log as goal" }),
      "`message`",
    ],
    ["a time that is none", 400, "/clock", () => ({ to: "soon" }), "Write an instant"],
    ["the past", 400, "/clock", () => ({ to: "2027-03-01T00:00:00Z" }), "only moves forward"],
    ["an unknown kind of fault", 400, "/fault", () => ({ platform: "slack" }), "`kind`"],
    ["a start that is no time", 400, "/reset", () => ({ now: "spring" }), "is no instant"],
  ])("%s", async (_what, status, path, body, words) => {
    const refused = await playground.refused(path, body());

    expect(refused.status).toBe(status);
    expect(refused.body.error).toContain(words);
  });

  test("two buttons of one name ask which", async () => {
    const blocks = ["a", "b"].map((value) => ({
      type: "section",
      text: { type: "plain_text", text: value },
      accessory: {
        type: "button",
        action_id: `hush:${value}`,
        value,
        text: { type: "plain_text", text: "Hush" },
        accessibility_label: `Hush: ${value}`,
      },
    }));
    const sent = await playground.slack("chat.postMessage", {
      channel: "U0ABIT000",
      text: "two",
      blocks,
    });
    const id = `${String(sent.body["channel"])}:${String(sent.body["ts"])}`;
    const press = { as: "u-ab-it", message: id, button: "Hush" };

    const unclear = await playground.refused("/press", press);
    const clear = await playground.refused("/press", { ...press, value: "b" });

    expect(unclear.status).toBe(409);
    expect(unclear.body.error).toContain("“Hush: a” (value a), “Hush: b” (value b)");
    expect(clear.status).toBe(200);
  });

  test("a body that is not JSON", async () => {
    const response = await fetch(`${playground.url}/control/say`, { method: "POST", body: "{" });

    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({
      error: "The body is not JSON. See docs/playground.md.",
    });
  });

  test("a messages query with a wrong instant", async () => {
    const refused = await playground.refused("/messages?as=u-ab-lib&since=monday");

    expect(refused.status).toBe(400);
  });
});

describe("other web sites are kept out", () => {
  const ask = (headers: Record<string, string>): Promise<number> =>
    new Promise((resolve, reject) => {
      const asked = request(`${playground.url}/control/state`, { headers }, (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      });
      asked.on("error", reject);
      asked.end();
    });
  const port = (): string => new URL(playground.url).port;

  test.each<readonly [string, () => Record<string, string>, number]>([
    ["a name that resolves here", () => ({ host: `evil.example:${port()}` }), 403],
    ["another port", () => ({ host: "127.0.0.1:1" }), 403],
    ["localhost", () => ({ host: `localhost:${port()}` }), 200],
    ["the IPv6 loopback", () => ({ host: `[::1]:${port()}` }), 200],
    ["a foreign page", () => ({ origin: "https://evil.example" }), 403],
    ["a page without an origin", () => ({ origin: "null" }), 403],
    ["another local program's page", () => ({ origin: "http://localhost:1" }), 403],
    ["our own page", () => ({ origin: `http://localhost:${port()}` }), 200],
  ])("%s", async (_what, headers, status) => {
    expect(await ask(headers())).toBe(status);
  });
});
