/**
 * A chat platform for tests: it keeps what the core sends as cards, in memory, and lets a test act
 * as a person. It answers to the addresses of the demo data and needs no line of `src/` to know it.
 */

import type { Block, Button, Card, Form } from "../../src/card.ts";
import type { Address } from "../../src/team/person.ts";
import {
  DeliveryError,
  type ChatEvent,
  type ChatFile,
  type ChatPlatform,
  type Delivery,
  type MessageAddress,
  type Outcome,
  type Profile,
  type Reception,
} from "../../src/ports.ts";

import { fits } from "./fits.ts";

export interface Posted {
  readonly message: MessageAddress;
  readonly key: string | null;
  readonly kind: string | null;
  /** Person or channel; a private reply goes to the person. */
  readonly to: Address;
  readonly thread: MessageAddress | null;
  readonly private: boolean;
  card: Card;
}

/** Where an event was caused, as this platform notes it. */
interface Via {
  readonly message?: string;
  readonly form?: string;
}

export interface TestPlatform extends ChatPlatform {
  readonly posted: Posted[];
  readonly forms: Map<
    Address,
    { readonly form: Form; readonly instance: string; readonly via: string }
  >;
  /** Everything that anybody was given as a file. */
  readonly files: ChatFile[];
  readonly problems: Map<Address, Readonly<Record<string, string>>>;
  readonly homes: Map<Address, Card>;
  readonly profiles: Map<Address, Profile>;
  /** The next sends to that address fail so. */
  fail(to: Address, ...errors: readonly DeliveryError[]): void;
  /** Delivers an event as the adapter would: stored, decided, carried out, finished. */
  deliver(event: ChatEvent): Promise<Outcome | "seen before">;
  /** Keeps all that it shows. @returns what makes it so again. */
  keep(): () => Promise<void>;
}

/** Its people are quick readers; how a platform is paced is the outbox's tests' to try. */
const UNPACED = { everyMs: 0, burst: 1 };

export function createTestPlatform(name = "slack"): TestPlatform {
  const posted: Posted[] = [];
  const forms: TestPlatform["forms"] = new Map();
  const problems: TestPlatform["problems"] = new Map();
  const homes: TestPlatform["homes"] = new Map();
  const profiles: TestPlatform["profiles"] = new Map();
  const files: ChatFile[] = [];
  const failures = new Map<Address, DeliveryError[]>();
  let core: Reception | undefined;
  let count = 0;
  const next = (): MessageAddress => `${name}:message/${String(++count)}` as MessageAddress;

  function perform(event: ChatEvent, outcome: Outcome): void {
    if ("card" in outcome) fits(outcome.card);
    if ("form" in outcome) fits(outcome.form);
    const via = JSON.parse(event.via) as Via;
    const origin = posted.find(({ message }) => message === via.message);
    problems.delete(event.from);
    if (event.type === "form" && outcome.type !== "invalid") forms.delete(event.from);
    switch (outcome.type) {
      case "reply":
        posted.push(reply(event.from, outcome.card));
        break;
      case "replace":
        if (origin) origin.card = outcome.card;
        else posted.push(reply(event.from, outcome.card));
        break;
      case "ask": {
        const open = forms.get(event.from);
        const instance =
          event.type === "change" && open ? open.instance : `form-${String(++count)}`;
        forms.set(event.from, { form: outcome.form, instance, via: event.via });
        break;
      }
      case "invalid":
        problems.set(event.from, outcome.problems);
        break;
      case "home":
        homes.set(event.from, outcome.card);
        break;
      case "files":
        files.push(...outcome.files);
        posted.push(reply(event.from, outcome.card));
        break;
      case "nothing":
        break;
    }
  }

  const reply = (to: Address, card: Card): Posted => ({
    message: next(),
    key: null,
    kind: null,
    to,
    thread: null,
    private: true,
    card,
  });

  const platform: TestPlatform = {
    name,
    pace: { channel: UNPACED, workspace: UNPACED },
    posted,
    forms,
    files,
    problems,
    homes,
    profiles,
    fail: (to, ...errors) => failures.set(to, [...(failures.get(to) ?? []), ...errors]),
    start: (reception) => {
      core = reception;
      return Promise.resolve();
    },
    perform: (event, outcome) => {
      perform(event, outcome);
      return Promise.resolve();
    },
    send: (delivery: Delivery) => {
      fits(delivery.card);
      const failure = failures.get(delivery.to)?.shift();
      if (failure) return Promise.reject(failure);
      const old = posted.find(({ message }) => message === delivery.replaces);
      if (old) {
        old.card = delivery.card;
        return Promise.resolve({ message: old.message });
      }
      const { key, kind, to, thread, card } = delivery;
      const message = next();
      posted.push({ message, key, kind, to, thread, private: false, card });
      return Promise.resolve({ message });
    },
    find: ({ key }) => {
      const found = posted.find((message) => message.key === key);
      return Promise.resolve(found && { message: found.message });
    },
    profile: (address) => Promise.resolve(profiles.get(address)),
    deliver: async (event) => {
      if (!core) throw new Error("Start the bot first");
      if (!(await core.accept(event))) return "seen before";
      const outcome = await core.decide(event);
      try {
        perform(event, outcome);
        return outcome;
      } finally {
        await core.finish(event);
      }
    },
    keep() {
      const was = count;
      /** A test may put its own in the place of one. */
      const methods = { ...platform };
      const putBack = [
        keepList(posted, (message) => ({ ...message })),
        keepList(files, (file) => file),
        ...[forms, problems, homes, profiles, failures].map(keepMap),
      ];
      return () => {
        count = was;
        Object.assign(platform, methods);
        for (const put of putBack) put();
        return Promise.resolve();
      };
    },
    stop: () => Promise.resolve(),
  };
  return platform;
}

function keepList<T>(list: T[], copy: (each: T) => T): () => void {
  const was = list.map(copy);
  return () => void list.splice(0, list.length, ...was.map(copy));
}

function keepMap(map: Map<Address, unknown>): () => void {
  const was = [...map];
  return () => {
    map.clear();
    for (const [address, value] of was) map.set(address, value);
  };
}

/** Every button of a card, in reading order. */
export function buttonsOf(card: Card): readonly Button[] {
  return card.body.flatMap((block) => {
    if (block.type === "actions") return block.buttons;
    return block.type === "item" && block.button ? [block.button] : [];
  });
}

/** Everything a card says, a line each. */
export function wordsOf(card: Card): string {
  return [card.title, ...card.body.flatMap(wordsOfBlock)].join("\n");
}

function wordsOfBlock(block: Block): readonly string[] {
  switch (block.type) {
    case "heading":
    case "text":
      return [block.text];
    case "facts":
      return block.facts.map(({ label, value }) => `${label}: ${value}`);
    case "item":
      return [block.title, ...(block.detail ? [block.detail] : [])];
    case "columns":
      return [block.left, block.right].flatMap(({ title, lines }) => [title, ...lines]);
    case "link":
      return [`${block.label} <${block.url}>`];
    case "actions":
    case "divider":
      return [];
  }
}
