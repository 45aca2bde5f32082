/** A person of a test: what they can do on a platform, and what they see there. */

import type { Answers, Card, Form, Input } from "../../src/card.ts";
import type { ChatEvent, Outcome } from "../../src/ports.ts";
import { tenantOf, type Address } from "../../src/team/person.ts";
import { buttonsOf, wordsOf, type Posted, type TestPlatform } from "./platform.ts";

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

/** What all of a test's people share. */
interface World {
  /** Resolves when all that an event caused has happened. */
  readonly settle: () => Promise<void>;
  /** Of an event, as a platform gives it; no two are alike. */
  readonly nextId: () => string;
}

/** Whoever is at an address of that platform. */
export function createActor(
  address: Address,
  platform: TestPlatform,
  { settle, nextId }: World,
): Actor {
  let last: ChatEvent | undefined;
  const send = async (event: ChatEvent) => {
    last = event;
    const outcome = await platform.deliver(event);
    await settle();
    return outcome;
  };
  const arrival = (channel: Address | null, via: object) => ({
    id: nextId(),
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
    shortcut: (shortcut, text) => send({ ...arrival(null, {}), type: "shortcut", shortcut, text }),
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
      return send({ ...last, id: nextId() });
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
    case "money":
      return [[input.id, input.value ?? ""]];
    case "people":
    case "choices":
      return [[input.id, input.value ?? []]];
    case "days":
      return [[input.id, input.value ?? ["", ""]]];
    case "note":
      return [];
  }
}
