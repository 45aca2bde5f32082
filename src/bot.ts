/** Routes each event to the one feature that declared its name; the one place where faults end. */

import { randomUUID } from "node:crypto";
import { createAsking } from "./asking.ts";
import { FILL_COMMAND, RUN_COMMAND } from "./commands.ts";
import { nameOf } from "./event-name.ts";
import type { CommandFeature, Context, Feature, Services } from "./feature.ts";
import { codeAwaited } from "./features/rights/first.ts";
import { boundAsked, boundTyped } from "./typed-bound.ts";
import { declarationsOf } from "./finding/declarations.ts";
import { homeCard } from "./finding/home.ts";
import { fillCommand, isThere, runCommand } from "./finding/understand.ts";
import { attend } from "./telling/attend.ts";
import { noteActed } from "./telling/press.ts";
import { politeOutbox } from "./telling/polite-outbox.ts";
import { ownCard } from "./own-card.ts";
import type { Page, PageAnswer, PageTicket, PageVisit } from "./page.ts";
import type {
  ChatEvent,
  ChatPlatform,
  Delivery,
  Log,
  Outbox,
  Outcome,
  Refusal,
  Timers,
} from "./ports.ts";
import { inLanguageOf, notice, onlyText, outOfDate } from "./plain-outcomes.ts";
import { createPresence } from "./presence.ts";
import { textsFor } from "./texts/index.ts";
import type { DistrictStores, Stores } from "./stores.ts";
import type { Clock } from "./time/clock.ts";
import type { Timer } from "./time/timer.ts";

/** What a person does of their own will, and not just by looking. */
const ACTS: readonly ChatEvent["type"][] = ["command", "action", "form", "shortcut"];

export interface BotParts {
  readonly features: readonly Feature[];
  readonly stores: Stores;
  readonly outbox: (districtId: string) => Outbox;
  readonly timers: Timers;
  readonly clock: Clock;
  readonly log: Log;
  /** Looks a stranger up on the platform their address belongs to. */
  readonly profile: ChatPlatform["profile"];
  /** Who does not want to be disturbed, on whatever platform they are. */
  readonly doNotDisturb?: NonNullable<ChatPlatform["doNotDisturb"]>;
  readonly readCalendar: Services["readCalendar"];
  /** Makes the links of pages; none where there is no server for them. */
  readonly link?: (ticket: PageTicket) => string | undefined;
  /** The code that makes a district's administrator, when it had that many before. */
  readonly firstCode?: (districtId: string, nth: number) => string;
  /** Draws a page as a file; nothing does where there is no server for them. */
  readonly html?: (page: Page) => string | undefined;
}

export interface Bot {
  /** What is wanted on an event. Never throws. */
  decide(event: ChatEvent): Promise<Outcome>;
  /** What the holder of a link sees. Never throws. */
  visit(visit: PageVisit): Promise<PageAnswer>;
  /** Runs a timer that rang. @throws what the feature throws, so that the timer is tried again. */
  ring(timer: Pick<Timer, "name" | "districtId" | "id">): Promise<void>;
  /** A message could not be delivered for good; the features decide who is told. */
  refused(districtId: string, delivery: Delivery, reason: Refusal | null): Promise<void>;
  /** Sets every timer that should be set and is not. */
  reconcile(): Promise<void>;
  /** The code that waits for an administrator, of each district that has none. */
  codesAwaited(): Promise<readonly { readonly districtId: string; readonly code: string }[]>;
  /** The words of every command, with their hints, for manifests and help. */
  readonly commands: ReadonlyMap<string, CommandFeature>;
  readonly shortcuts: readonly string[];
}

export function createBot(parts: BotParts): Bot {
  const { features, stores, clock, log } = parts;
  const commands = merge(features.map((f) => f.commands ?? {}));
  const buttons = merge(features.map((f) => f.actions ?? {}));
  const forms = merge(features.map((f) => f.forms ?? {}));
  const shortcuts = merge(features.map((f) => f.shortcuts ?? {}));
  const timers = merge(features.map((f) => f.timers ?? {}));
  const pages = merge(features.map((f) => f.pages ?? {}));
  const owners = ownersOf(features);
  const declared = declarationsOf(features);
  const asking = createAsking(features, declared);
  const presence = createPresence(parts.profile);

  /** What timers say at one instant is gathered; what people cause is looked at at once. */
  const services = (
    district: DistrictStores,
    when: "at once" | "gathered" = "at once",
  ): Services => {
    const now = clock.now();
    const { doNotDisturb, firstCode } = parts;
    const plain: Services = {
      stores: district,
      outbox: asking.markPosts(parts.outbox(district.districtId)),
      timers: parts.timers,
      now,
      log,
      ...(doNotDisturb ? { doNotDisturb: (addresses) => doNotDisturb(addresses, now) } : {}),
      meet: (address) => presence.meet(district, address),
      link: (page, personId, about) =>
        parts.link?.({ page, personId, about, districtId: district.districtId }),
      ...(firstCode ? { firstCode: (nth) => firstCode(district.districtId, nth) } : {}),
      declared,
      html: (page) => parts.html?.(page),
      readCalendar: parts.readCalendar,
    };
    return { ...plain, outbox: politeOutbox(plain, when) };
  };

  async function route(context: Context): Promise<Outcome> {
    const { event, texts } = context;
    const owner = owners.get(`${event.type} ${nameOf(event) ?? ""}`);
    if (owner && !(await isThere(context, { feature: owner })))
      return { type: "reply", card: notice(texts.finding.switchedOff) };
    switch (event.type) {
      case "command":
        return await runCommand({ ...context, event });
      case "action":
        if (event.action === RUN_COMMAND)
          return await runCommand({
            ...context,
            event: { ...event, type: "command", text: event.value },
          });
        if (event.action === FILL_COMMAND) return await fillCommand({ ...context, event });
        return (await buttons.get(event.action)?.({ ...context, event })) ?? outOfDate(texts);
      case "form":
        return (await forms.get(event.form)?.submit({ ...context, event })) ?? outOfDate(texts);
      case "change": {
        const form = await forms.get(event.form)?.change?.({ ...context, event });
        return form ? { type: "ask", form } : { type: "nothing" };
      }
      case "shortcut":
        return (await shortcuts.get(event.shortcut)?.({ ...context, event })) ?? outOfDate(texts);
      case "said":
        for (const feature of features) await feature.said?.({ ...context, event });
        return { type: "nothing" };
      case "home":
        for (const feature of features) await feature.opened?.({ ...context, event });
        return { type: "home", card: await homeCard(context) };
      case "person":
      case "channel":
      case "installed":
      case "uninstalled":
        return { type: "nothing" };
    }
  }

  /** Sees to what a platform tells of itself and of people, with nobody who waits for an answer. */
  async function isTold(event: ChatEvent, district: DistrictStores): Promise<boolean> {
    switch (event.type) {
      case "person": {
        const person = await presence.follow(district, event);
        if (person)
          for (const feature of features)
            await feature.personLeft?.({ ...services(district), person });
        return true;
      }
      case "installed":
      case "uninstalled":
      case "channel": {
        const isThere = event.type === "installed" || isOpened(event);
        if (isThere && event.channel) await presence.open(district, event.channel);
        if (isThere && !event.channel) await presence.present(district, event.from);
        for (const feature of features) await feature.lifecycle?.({ ...services(district), event });
        return true;
      }
      case "command":
      case "action":
      case "form":
      case "change":
      case "shortcut":
      case "home":
      case "said":
        return false;
    }
  }

  async function decide(event: ChatEvent): Promise<Outcome> {
    let texts = textsFor("en", "UTC");
    try {
      const districtId = await stores.districtOf(event.tenant);
      if (!districtId) return { type: "reply", card: notice(texts.common.notInstalled) };
      const district = stores.forOneEvent(districtId);
      if (await isTold(event, district)) return { type: "nothing" };
      if (event.channel) await presence.open(district, event.channel);
      const person = await presence.present(district, event.from);
      if (!person) return { type: "nothing" };
      texts = textsFor(person.locale, person.timezone);
      const given = services(district);
      const isTalking = ACTS.includes(event.type) && (await noteActed(given, person));
      const own = await ownCard(given.outbox, event);
      const bound = boundTyped(event, texts);
      const outcome =
        "outcome" in bound
          ? bound.outcome
          : boundAsked(event, await route({ ...given, event: bound.event, person, texts }), texts);
      if (isTalking) await attend(given, [person.id]);
      return await own.settle(asking.markOutcome(inLanguageOf(texts, outcome)));
    } catch (error) {
      const reference = randomUUID().slice(0, 8);
      log.error(
        { reference, type: event.type, name: nameOf(event), tenant: event.tenant, error },
        "A handler failed",
      );
      const sentence = texts.common.fault(reference);
      const [input] = event.type === "form" ? Object.keys(event.answers) : [];
      return input
        ? { type: "invalid", problems: { [input]: sentence } }
        : { type: "reply", card: notice(sentence) };
    }
  }

  async function visit({ page, districtId, personId, ...visited }: PageVisit): Promise<PageAnswer> {
    const district = stores.forOneEvent(districtId);
    let texts = textsFor("en", "UTC");
    try {
      const person = await district.people.find(personId);
      const open = pages.get(page);
      if (person) texts = textsFor(person.locale, person.timezone);
      if (!person?.active || !open) return onlyText(texts, texts.pages.unknown);
      return await open({ ...services(district), ...visited, person, texts });
    } catch (error) {
      const reference = randomUUID().slice(0, 8);
      log.error({ reference, page, districtId, error }, "A page failed");
      return onlyText(texts, texts.common.fault(reference));
    }
  }

  return {
    decide,
    visit,
    async ring({ name, districtId, id }) {
      const run = timers.get(name);
      if (!run) throw new Error(`No feature declares the timer "${name}"`);
      await run({ ...services(stores.forOneEvent(districtId), "gathered"), id });
    },
    async refused(districtId, delivery, reason) {
      log.warn({ districtId, kind: delivery.kind, reason }, "A message will not arrive");
      for (const feature of features)
        await feature.refused?.({ ...services(stores.of(districtId)), delivery, reason });
    },
    async reconcile() {
      for (const { id } of await stores.districts())
        for (const feature of features) await feature.reconcile?.(services(stores.forOneEvent(id)));
    },
    async codesAwaited() {
      const districts = await stores.districts();
      const codes = await Promise.all(
        districts.map(async ({ id }) => ({
          districtId: id,
          code: (await codeAwaited(services(stores.forOneEvent(id))))?.code,
        })),
      );
      return codes.flatMap(({ districtId, code }) => (code ? [{ districtId, code }] : []));
    },
    commands,
    shortcuts: [...shortcuts.keys()],
  };
}

const isOpened = (event: ChatEvent): boolean =>
  event.type === "channel" && event.change === "opened";

/** Whose each button, form and shortcut is, for those that a school has to switch on. */
function ownersOf(features: readonly Feature[]): ReadonlyMap<string, Feature> {
  const switched = features.filter(({ module, needs }) => module ?? needs);
  return new Map(
    switched.flatMap((feature) => [
      ...Object.keys(feature.actions ?? {}).map((name) => [`action ${name}`, feature] as const),
      ...Object.keys(feature.forms ?? {}).flatMap((name) =>
        ["form", "change"].map((type) => [`${type} ${name}`, feature] as const),
      ),
      ...Object.keys(feature.shortcuts ?? {}).map((name) => [`shortcut ${name}`, feature] as const),
    ]),
  );
}

function merge<H>(tables: readonly Readonly<Record<string, H>>[]): ReadonlyMap<string, H> {
  const merged = new Map<string, H>();
  for (const [name, handler] of tables.flatMap((table) => Object.entries(table))) {
    if (merged.has(name)) throw new Error(`Two features declare "${name}"`);
    merged.set(name, handler);
  }
  return merged;
}
