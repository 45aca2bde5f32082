/** The real bot on a real database, with platforms that a test can act on and a clock it can move. */

import { assemble, type Liaison } from "../../src/assemble.ts";
import type { Answers, Card, Form, Input } from "../../src/card.ts";
import { virtualClock, type VirtualClock } from "../../src/time/clock.ts";
import type { Feature } from "../../src/feature.ts";
import { features as everyFeature } from "../../src/features/index.ts";
import { tenantOf, type Address } from "../../src/team/person.ts";
import type { ChatEvent, DistrictStores, Log, Outcome } from "../../src/ports.ts";
import { loadDemo } from "../../db/demo.ts";
import { addressOf, demoData } from "./demo.ts";
import { pagesWithoutServer } from "./pages.ts";
import { testDatabase } from "../setup/database.ts";
import {
  buttonsOf,
  createTestPlatform,
  wordsOf,
  type Posted,
  type TestPlatform,
} from "./platform.ts";

export { addressOf, channelOf } from "./demo.ts";

/** Tue 2 March 2027, 09:00 in Chicago. */
export const DEMO_NOW = new Date("2027-03-02T15:00:00Z");
export const DISTRICT = "d-tv";

export interface Rig {
  readonly liaison: Liaison;
  /** The first of the platforms. */
  readonly platform: TestPlatform;
  on(platform: string): TestPlatform;
  readonly clock: VirtualClock;
  readonly stores: DistrictStores;
  readonly log: readonly { readonly level: string; readonly message: string }[];
  /** The person of the demo on Slack; on another platform as `u-tv-lib@teams`. */
  as(person: string): Actor;
  /** Whoever is at an address of any platform. */
  at(address: Address): Actor;
  /** Moves the clock through everything due. */
  advanceTo(instant: Date | string): Promise<void>;
  /** Everything posted so far, of a kind or to somebody. */
  messages(filter?: { readonly kind?: string; readonly to?: Address }): readonly Posted[];
  /** Kills the bot and starts it again on the same data. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

export interface Actor {
  readonly address: Address;
  /** Types a command, without the slash: `goal list`. In the direct message, or in a channel. */
  say(text: string, channel?: Address): Promise<Outcome | "seen before">;
  /** Presses a button by label or action on a message; the newest this person sees by default. */
  press(button: string, on?: Posted): Promise<Outcome | "seen before">;
  /** Submits the open form: the answers given, and what stands in it for the rest. */
  submit(answers?: Answers): Promise<Outcome | "seen before">;
  /** Tells the bot that the open form now holds these answers. */
  change(answers: Answers): Promise<Outcome | "seen before">;
  /** Writes into the thread below a message, as people do among themselves. */
  reply(below: Posted, text: string): Promise<Outcome | "seen before">;
  /** Installs the bot in a channel, or for themselves. */
  install(channel?: Address): Promise<Outcome | "seen before">;
  uninstall(channel?: Address): Promise<Outcome | "seen before">;
  shortcut(shortcut: string, text: string): Promise<Outcome | "seen before">;
  home(): Promise<Card>;
  /** The newest card only this person sees or was sent. */
  card(): Card;
  /** Everything that card says. */
  words(): string;
  form(): Form;
  problems(): Readonly<Record<string, string>>;
  /** Delivers the last event of this person once more, as a platform does when it was not answered. */
  again(): Promise<Outcome | "seen before">;
  /** Makes the last event happen a second time, as a person does by pressing twice. */
  twice(): Promise<Outcome | "seen before">;
}

export async function openLiaison(
  options: {
    readonly features?: readonly Feature[];
    readonly now?: Date;
    readonly data?: "demo" | "empty";
    /** Names of the platforms that are connected, or platforms of the test's own. */
    readonly platforms?: readonly (string | TestPlatform)[];
  } = {},
): Promise<Rig> {
  const database = testDatabase();
  const clock = virtualClock(options.now ?? DEMO_NOW);
  const platforms = (options.platforms ?? ["slack"]).map((each) =>
    typeof each === "string" ? createTestPlatform(each) : each,
  );
  const platformOf = (name: string): TestPlatform => {
    const found = platforms.find((each) => each.name === name);
    if (!found) throw new Error(`${name} is not connected`);
    return found;
  };
  const lines: { level: string; message: string }[] = [];
  const line = (level: string) => (fields: Readonly<Record<string, unknown>>, message: string) => {
    const { error } = fields;
    lines.push({
      level,
      message: error instanceof Error ? `${message}: ${error.stack ?? ""}` : message,
    });
  };
  const log: Log = { info: line("info"), warn: line("warn"), error: line("error") };
  const open = async () => {
    const opened = await assemble({
      features: options.features ?? everyFeature,
      platforms,
      uri: database.uri,
      databaseName: database.name,
      clock,
      log,
      alone: true,
      pages: pagesWithoutServer,
      timersRing: "on command",
    });
    await loadDemo(opened.stores, demoData, { mode: options.data ?? "demo" });
    await opened.start();
    return opened;
  };
  let liaison = await open();
  let count = 0;

  const actors = new Map<Address, Actor>();
  const step = (at: Date): Promise<void> => {
    clock.moveTo(at);
    return Promise.resolve();
  };
  const settle = async () => {
    await liaison.idle();
    await liaison.advance(clock.now(), step);
  };

  function actor(address: Address): Actor {
    const platform = platformOf(address.slice(0, address.indexOf(":")));
    let last: ChatEvent | undefined;
    const send = async (event: ChatEvent) => {
      last = event;
      const outcome = await platform.deliver(event);
      await settle();
      return outcome;
    };
    const arrival = (channel: Address | null, via: object) => ({
      id: `event-${String(++count)}`,
      tenant: tenantOf(address),
      from: address,
      channel,
      via: JSON.stringify(via),
    });
    const seen = () =>
      platform.posted.filter(
        ({ to, private: hidden }) => to === address || (!hidden && isChannel(to)),
      );
    const newest = (): Posted => {
      const found = seen().findLast(({ to }) => to === address);
      if (!found) throw new Error(`${address} was told nothing yet`);
      return found;
    };
    const openForm = () => {
      const open = platform.forms.get(address);
      if (!open) throw new Error(`${address} has no form open`);
      return open;
    };
    const filled = (form: Form, answers: Answers): Answers => ({
      ...Object.fromEntries(form.inputs.flatMap(standing)),
      ...answers,
    });

    return {
      address,
      say: (text, channel) => send({ ...arrival(channel ?? null, {}), type: "command", text }),
      press: async (wanted, on = newest()) => {
        const isHome = !platform.posted.includes(on);
        const button = buttonsOf(on.card).find(
          ({ label, action, about }) =>
            label === wanted || action === wanted || `${label}: ${about ?? ""}` === wanted,
        );
        if (!button)
          throw new Error(
            `No button "${wanted}" among: ${buttonsOf(on.card)
              .map(({ label, action }) => `${label} (${action})`)
              .join(", ")}`,
          );
        const outcome = await send({
          ...arrival(isChannel(on.to) ? on.to : null, isHome ? {} : { message: on.message }),
          type: "action",
          action: button.action,
          value: button.value,
        });
        if (outcome !== "seen before" && outcome.type === "ask" && !button.asks)
          throw new Error(`"${button.label}" (${button.action}) asks, but is not marked so`);
        return outcome;
      },
      submit: (answers = {}) => {
        const { form, instance, via } = openForm();
        return send({
          ...arrival(null, JSON.parse(via) as object),
          type: "form",
          form: form.form,
          context: form.context,
          answers: filled(form, answers),
          instance,
        });
      },
      change: (answers) => {
        const { form, via } = openForm();
        return send({
          ...arrival(null, JSON.parse(via) as object),
          type: "change",
          form: form.form,
          context: form.context,
          answers: filled(form, answers),
        });
      },
      reply: ({ to, message, thread }, text) =>
        send({ ...arrival(to, {}), type: "said", thread: thread ?? message, text }),
      install: (channel) => send({ ...arrival(channel ?? null, {}), type: "installed" }),
      uninstall: (channel) => send({ ...arrival(channel ?? null, {}), type: "uninstalled" }),
      shortcut: (shortcut, text) =>
        send({ ...arrival(null, {}), type: "shortcut", shortcut, text }),
      home: async () => {
        await send({ ...arrival(null, {}), type: "home" });
        const home = platform.homes.get(address);
        if (!home) throw new Error(`${address} has no home`);
        return home;
      },
      card: () => newest().card,
      words: () => wordsOf(newest().card),
      form: () => openForm().form,
      problems: () => platform.problems.get(address) ?? {},
      again: () => {
        if (!last) throw new Error("Nothing happened yet");
        return send(last);
      },
      twice: () => {
        if (!last) throw new Error("Nothing happened yet");
        return send({ ...last, id: `event-${String(++count)}` });
      },
    };
  }

  function at(address: Address): Actor {
    const known = actors.get(address) ?? actor(address);
    actors.set(address, known);
    return known;
  }

  return {
    get liaison() {
      return liaison;
    },
    get platform() {
      return platformOf(platforms[0]?.name ?? "");
    },
    on: platformOf,
    clock,
    get stores() {
      return liaison.stores.of(DISTRICT);
    },
    log: lines,
    as: (person) => at(addressOf(person)),
    at,
    async advanceTo(instant) {
      await liaison.advance(new Date(instant), step);
      await settle();
    },
    messages: ({ kind, to } = {}) =>
      platforms
        .flatMap(({ posted }) => posted)
        .filter((message) => (!kind || message.kind === kind) && (!to || message.to === to)),
    async restart() {
      await liaison.stop();
      liaison = await open();
      await settle();
    },
    async close() {
      await liaison.stop();
      await database.dispose();
    },
  };
}

/** Ids of channels begin so: Slack's, Teams', and those of platforms that only a test has. */
const isChannel = (address: Address): boolean => /\/(?:C|19:|#)/u.test(address);

function standing(input: Input): [string, string | readonly string[]][] {
  switch (input.type) {
    case "text":
    case "choice":
    case "channel":
      return [[input.id, input.value ?? ""]];
    case "people":
      return [[input.id, input.value ?? []]];
    case "note":
      return [];
  }
}
