/** What every chat platform keeps, tried on a stand-in of it. */

import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { actions, type Answers, type Card, type Form, text } from "../../src/card.ts";
import type { Address } from "../../src/team/person.ts";
import { DeliveryError } from "../../src/ports.ts";
import type { ChatEvent, ChatPlatform, Delivery, Outcome, Reception } from "../../src/ports.ts";
import { brief } from "../../src/texts/brief.ts";

/** A core that does as a test says. */
interface ScriptedCore extends Reception {
  readonly accepted: readonly ChatEvent[];
  readonly finished: readonly string[];
  on(decide: (event: ChatEvent) => Outcome | Promise<Outcome>): void;
  failWith(error: Error | null): void;
}

/** A message as the person sees it. */
export interface Seen {
  readonly text: string;
  /** Only this person sees it, in a place where others are. */
  readonly private: boolean;
  readonly inThread: boolean;
  readonly buttons: readonly string[];
}

/** One platform, started on its stand-in with a core, and a person who uses it. */
export interface Bench {
  readonly platform: ChatPlatform;
  readonly core: ScriptedCore;
  readonly person: Address;
  readonly nobody: Address;
  readonly channel: Address;
  /** What the person sees, oldest first. */
  seen(place: "direct" | "channel"): Promise<readonly Seen[]>;
  /** Types a command in the channel: `plan`. */
  type(command: string): Promise<void>;
  /** Presses a button of the newest message that has it. */
  press(button: string): Promise<void>;
  /** The title of the form that is open. */
  form(): Promise<string | undefined>;
  /** Submits it; answers what is said beside which input. */
  submit(answers: Answers): Promise<Readonly<Record<string, string>>>;
  openHome(): Promise<string>;
  /** The next sends meet this. */
  fault(kind: "429" | "503" | "timeout-after-accept" | "blocked" | "archived"): Promise<void>;
  stop(): Promise<void>;
}

const card = (title: string, ...lines: readonly string[]): Card => ({
  title,
  body: lines.map(text),
});

const FORM: Form = {
  form: "goal",
  title: brief("Log a goal"),
  submit: brief("Save"),
  cancel: brief("Cancel"),
  context: "g-1|draft",
  inputs: [
    { type: "text", id: "title", label: "What?", value: "Read more" },
    { type: "text", id: "why", label: "Why?", optional: true, multiline: true },
    {
      type: "choice",
      id: "horizon",
      label: "How far?",
      value: "short",
      options: [
        { label: "Short", value: "short" },
        { label: "Long", value: "long" },
      ],
    },
  ],
};

export function chatPlatformContract(name: string, open: () => Promise<Bench>): void {
  describe(`${name} keeps the promises of a chat platform`, () => {
    let bench: Bench;
    beforeEach(async () => {
      bench = await open();
    });
    afterEach(async () => {
      await bench.stop();
    });

    const delivery = (key: string, to: Address, more: Partial<Delivery> = {}): Delivery => ({
      key,
      kind: "nudge.digest",
      to,
      card: card(`Message ${key}`, "With a line"),
      thread: null,
      replaces: null,
      triedAt: null,
      ...more,
    });
    const failure = async (work: Promise<unknown>): Promise<DeliveryError> =>
      await work.then(
        () => {
          throw new Error("It did not fail");
        },
        (error: unknown) => {
          if (error instanceof DeliveryError) return error;
          throw error;
        },
      );
    const titles = async (place: "direct" | "channel") =>
      (await bench.seen(place)).map((message) => message.text.split("\n")[0]);

    describe("sending", () => {
      test("a message arrives once, at a person or in a channel", async () => {
        await bench.platform.send(delivery("a", bench.person));
        await bench.platform.send(delivery("b", bench.channel));

        expect(await titles("direct")).toEqual(["Message a"]);
        expect(await titles("channel")).toEqual(["Message b"]);
      });

      test("a message that replaces another stands in its place", async () => {
        const { message } = await bench.platform.send(delivery("a", bench.person));

        const again = await bench.platform.send(
          delivery("a", bench.person, { replaces: message, card: card("Changed") }),
        );

        expect(again.message).toBe(message);
        expect(await titles("direct")).toEqual(["Changed"]);
      });

      test("a message goes into the thread of the one that opened it", async () => {
        const { message } = await bench.platform.send(delivery("a", bench.channel));

        await bench.platform.send(delivery("b", bench.channel, { thread: message }));

        expect((await bench.seen("channel")).map(({ inThread }) => inThread)).toEqual([
          false,
          true,
        ]);
      });

      test("what people wrote is shown as they wrote it, and pings nobody", async () => {
        const nasty = "<!channel> & *bold* @everyone </at>";

        await bench.platform.send(delivery("a", bench.channel, { card: card("Title", nasty) }));

        expect((await bench.seen("channel"))[0]?.text).toContain(nasty);
      });

      test("a card of any length is taken", async () => {
        const long = card("t".repeat(900), ...Array.from({ length: 300 }, () => "l".repeat(5_000)));

        await bench.platform.send(delivery("a", bench.person, { card: long }));

        expect(await bench.seen("direct")).toHaveLength(1);
      });
    });

    describe("failing", () => {
      test("a rate limit is for later and says how long", async () => {
        await bench.fault("429");

        const failed = await failure(bench.platform.send(delivery("a", bench.person)));

        expect(failed.fate).toBe("later");
        expect(failed.retryAfterMs).toBeGreaterThan(0);
      });

      test("a server error leaves it uncertain, and nothing is found", async () => {
        await bench.fault("503");
        const tried = delivery("a", bench.person, { triedAt: new Date() });

        expect((await failure(bench.platform.send(tried))).fate).toBe("uncertain");
        expect(await bench.platform.find(tried)).toBeUndefined();
      });

      test("a message whose answer was lost is found, and no other is taken for it", async () => {
        await bench.platform.send(delivery("other", bench.person));
        await bench.fault("timeout-after-accept");
        const tried = delivery("a", bench.person, { triedAt: new Date() });

        expect((await failure(bench.platform.send(tried))).fate).toBe("uncertain");
        const found = await bench.platform.find(tried);

        expect(found).toBeDefined();
        await bench.platform.send(
          delivery("a", bench.person, { replaces: found?.message ?? null, card: card("Found") }),
        );
        expect(await titles("direct")).toEqual(["Message other", "Found"]);
      });

      test("a closed channel and a person who takes no messages are refused for good", async () => {
        await bench.fault("archived");
        expect(await failure(bench.platform.send(delivery("a", bench.channel)))).toMatchObject({
          fate: "refused",
          reason: "closed",
        });

        await bench.fault("blocked");
        const refused = await failure(bench.platform.send(delivery("b", bench.person)));
        expect(refused.fate).toBe("refused");
        expect(["gone", "blocked"]).toContain(refused.reason);
      });

      test("a person who does not exist is gone", async () => {
        expect(await failure(bench.platform.send(delivery("a", bench.nobody)))).toMatchObject({
          fate: "refused",
          reason: "gone",
        });
      });

      test("an address of another platform is refused", async () => {
        const elsewhere = "carrier-pigeon:loft/7" as Address;

        expect((await failure(bench.platform.send(delivery("a", elsewhere)))).fate).toBe("refused");
      });
    });

    describe("hearing and answering", () => {
      test("a command is stored, decided, answered for its sender alone, and finished", async () => {
        const order: string[] = [];
        bench.core.on((event) => {
          if (bench.core.accepted.some(({ id }) => id === event.id)) order.push("stored");
          order.push(`finished before: ${String(bench.core.finished.length)}`);
          return { type: "reply", card: card("Here is the plan") };
        });

        await bench.type("plan");

        expect(order).toEqual(["stored", "finished before: 0"]);
        expect(bench.core.accepted).toMatchObject([
          { type: "command", text: "plan", from: bench.person, channel: bench.channel },
        ]);
        expect(bench.core.finished).toEqual(bench.core.accepted.map(({ id }) => id));
        expect(await bench.seen("channel")).toMatchObject([
          { private: true, text: expect.stringContaining("Here is the plan") },
        ]);
      });

      test("what cannot be stored is not done, and the person is told", async () => {
        bench.core.failWith(new Error("The disk is full"));

        await bench.type("plan");

        expect(bench.core.finished).toEqual([]);
        expect(await bench.seen("channel")).toMatchObject([
          { text: expect.stringContaining("nothing was changed") },
        ]);
      });

      test("a press brings the action and its value, and its message is replaced", async () => {
        const button = { label: "Done", action: "goal.done", value: "g-1|2", about: "read" };
        bench.core.on((event) =>
          event.type === "command"
            ? { type: "reply", card: { title: "Goal", body: [actions(button)] } }
            : { type: "replace", card: card("Well done") },
        );
        await bench.type("goal list");

        await bench.press("Done: read");

        expect(bench.core.accepted[1]).toMatchObject({
          type: "action",
          action: "goal.done",
          value: "g-1|2",
          from: bench.person,
        });
        expect(await titles("channel")).toEqual(["Well done"]);
      });

      test("a form comes back with its context and answers", async () => {
        bench.core.on((event) =>
          event.type === "command"
            ? { type: "ask", form: FORM }
            : { type: "reply", card: card("Saved") },
        );
        await bench.type("goal add");
        expect(await bench.form()).toBe("Log a goal");

        await bench.submit({ title: "Cite sources", horizon: "long" });

        expect(bench.core.accepted[1]).toMatchObject({
          type: "form",
          form: "goal",
          context: "g-1|draft",
          answers: { title: "Cite sources", why: "", horizon: "long" },
        });
        expect(await bench.form()).toBeUndefined();
        expect(await titles("channel")).toEqual(["Saved"]);
      });

      test("several of a list, an amount and two days come back as they were chosen", async () => {
        const options = ["ai", "inquiry", "making"].map((value) => ({ label: value, value }));
        const inputs: Form["inputs"] = [
          { type: "choices", id: "themes", label: "Themes", options, value: ["ai"] },
          { type: "choices", id: "none", label: "More", options, optional: true },
          { type: "money", id: "cost", label: "Cost", value: "12" },
          { type: "days", id: "weeks", label: "From", endLabel: "Until" },
        ];
        bench.core.on((event) =>
          event.type === "command"
            ? { type: "ask", form: { ...FORM, inputs } }
            : { type: "invalid", problems: { weeks: "It ends before it begins." } },
        );
        await bench.type("goal add");

        const problems = await bench.submit({
          themes: ["inquiry", "making"],
          cost: "1200.5",
          weeks: "2027-03-15",
          "weeks~end": "2027-03-01",
        });

        expect(bench.core.accepted[1]).toMatchObject({
          answers: {
            themes: ["inquiry", "making"],
            none: [],
            cost: "1200.5",
            weeks: ["2027-03-15", "2027-03-01"],
          },
        });
        expect(problems).toEqual({ weeks: "It ends before it begins." });
      });

      test("problems are said beside their inputs while the form stays open", async () => {
        bench.core.on((event) =>
          event.type === "command"
            ? { type: "ask", form: FORM }
            : { type: "invalid", problems: { title: "Too long." } },
        );
        await bench.type("goal add");

        expect(await bench.submit({ title: "Cite" })).toEqual({ title: "Too long." });
        expect(await bench.form()).toBe("Log a goal");
      });

      test("a form that cannot be stored keeps its answers and says so", async () => {
        bench.core.on(() => ({ type: "ask", form: FORM }));
        await bench.type("goal add");
        bench.core.failWith(new Error("The disk is full"));

        expect(Object.values(await bench.submit({ title: "Cite" })).join()).toContain(
          "nothing was changed",
        );
        expect(await bench.form()).toBe("Log a goal");
      });

      test("the home is what the core says", async () => {
        bench.core.on(() => ({ type: "home", card: card("Your home", "Two goals") }));

        expect(await bench.openHome()).toContain("Two goals");
      });
    });

    describe("knowing people", () => {
      test("a person has a name, a language and a zone", async () => {
        expect(await bench.platform.profile(bench.person)).toMatchObject({
          name: expect.stringMatching(/\S/u),
          locale: expect.stringMatching(/^(en|es|fr)$/u),
          active: true,
        });
      });

      test("nobody is known at an address where nobody is", async () => {
        expect(await bench.platform.profile(bench.nobody)).toBeUndefined();
      });
    });
  });
}
