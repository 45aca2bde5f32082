/** The real bot on a real database, with a platform that a test can act on and a clock it can move. */

import { readFileSync } from "node:fs";
import { assemble, type Liaison } from "../../src/assemble.ts";
import type { Answers, Card, Form, Input } from "../../src/card.ts";
import { virtualClock, type VirtualClock } from "../../src/time/clock.ts";
import type { Feature } from "../../src/feature.ts";
import { features as everyFeature } from "../../src/features/index.ts";
import type { Address } from "../../src/team/person.ts";
import type { ChatEvent, DistrictStores, Log, Outcome } from "../../src/ports.ts";
import { loadDemo } from "../../db/demo.ts";
import { testDatabase } from "../setup/database.ts";
import {
  buttonsOf,
  createTestPlatform,
  wordsOf,
  type Posted,
  type TestPlatform,
} from "./platform.ts";

/** Tue 2 March 2027, 09:00 in Chicago. */
export const DEMO_NOW = new Date("2027-03-02T15:00:00Z");
export const DISTRICT = "d-tv";
const TEAM = "T0TAMARACK";

const demoData = JSON.parse(
  readFileSync(new URL("../../playground/demo-data.json", import.meta.url), "utf8"),
) as { workspaces: [{ users: Record<string, string>; channels: Record<string, { id: string }> }] };
const [{ users, channels }] = demoData.workspaces;

export const addressOf = (personId: string): Address =>
  `slack:${TEAM}/${users[personId] ?? personId}` as Address;
/** The channel of a school's partnership: `s-ab`. */
export const channelOf = (schoolId: string): Address =>
  `slack:${TEAM}/${channels[schoolId]?.id ?? schoolId}` as Address;

export interface Rig {
  readonly liaison: Liaison;
  readonly platform: TestPlatform;
  readonly clock: VirtualClock;
  readonly stores: DistrictStores;
  readonly log: readonly { readonly level: string; readonly message: string }[];
  as(personId: string): Actor;
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
  } = {},
): Promise<Rig> {
  const database = testDatabase();
  const clock = virtualClock(options.now ?? DEMO_NOW);
  const platform = createTestPlatform();
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
      platforms: [platform],
      uri: database.uri,
      databaseName: database.name,
      clock,
      log,
      alone: true,
      timersRing: "on command",
    });
    await loadDemo(opened.stores, demoData, { mode: options.data ?? "demo" });
    await opened.start();
    return opened;
  };
  let liaison = await open();
  let count = 0;

  const actors = new Map<string, Actor>();
  const step = (at: Date): Promise<void> => {
    clock.moveTo(at);
    return Promise.resolve();
  };
  const settle = async () => {
    await liaison.idle();
    await liaison.advance(clock.now(), step);
    await liaison.idle();
  };

  function actor(personId: string): Actor {
    const address = addressOf(personId);
    let last: ChatEvent | undefined;
    const send = async (event: ChatEvent) => {
      last = event;
      const outcome = await platform.deliver(event);
      await settle();
      return outcome;
    };
    const arrival = (channel: Address | null, via: object) => ({
      id: `event-${String(++count)}`,
      tenant: `slack:${TEAM}` as Address,
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
      if (!found) throw new Error(`${personId} was told nothing yet`);
      return found;
    };
    const openForm = () => {
      const open = platform.forms.get(address);
      if (!open) throw new Error(`${personId} has no form open`);
      return open;
    };
    const filled = (form: Form, answers: Answers): Answers => ({
      ...Object.fromEntries(form.inputs.flatMap(standing)),
      ...answers,
    });

    return {
      address,
      say: (text, channel) => send({ ...arrival(channel ?? null, {}), type: "command", text }),
      press: (wanted, on = newest()) => {
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
        return send({
          ...arrival(isChannel(on.to) ? on.to : null, isHome ? {} : { message: on.message }),
          type: "action",
          action: button.action,
          value: button.value,
        });
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
      shortcut: (shortcut, text) =>
        send({ ...arrival(null, {}), type: "shortcut", shortcut, text }),
      home: async () => {
        await send({ ...arrival(null, {}), type: "home" });
        const home = platform.homes.get(address);
        if (!home) throw new Error(`${personId} has no home`);
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

  return {
    get liaison() {
      return liaison;
    },
    platform,
    clock,
    get stores() {
      return liaison.stores.of(DISTRICT);
    },
    log: lines,
    as(personId) {
      const known = actors.get(personId) ?? actor(personId);
      actors.set(personId, known);
      return known;
    },
    async advanceTo(instant) {
      await liaison.advance(new Date(instant), step);
      await settle();
    },
    messages: ({ kind, to } = {}) =>
      platform.posted.filter(
        (message) => (!kind || message.kind === kind) && (!to || message.to === to),
      ),
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

const isChannel = (address: Address): boolean =>
  Object.values(channels).some(({ id }) => address.endsWith(`/${id}`));

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
