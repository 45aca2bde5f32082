/** A right is given, or taken back, by somebody who may, and both are told. */

import { actions, answer, chosen, muted, text, type Card } from "../../card.ts";
import type { Context, EventOf, Services } from "../../feature.ts";
import type { Outcome } from "../../ports.ts";
import { giversOf, mayGiveNow, readHeld, type Held } from "../../rights.ts";
import {
  administratorsIn,
  ended,
  holding,
  isRight,
  type Grant,
  type Right,
} from "../../team/grant.ts";
import { reachedAt, type Address, type Person } from "../../team/person.ts";
import { textsFor, type Texts } from "../../texts/index.ts";
import { givable, overview } from "./overview.ts";
import { pick, people } from "../../fields/field.ts";
import { formOf } from "../../fields/form.ts";
import { atStart } from "../../plain-text.ts";

const say = (title: string, ...lines: readonly string[]): Card => ({
  title,
  body: lines.map(text),
});

const notYours = ({ rights }: Texts): Outcome => ({
  type: "reply",
  card: say(rights.notYours),
});

const GRANT = { who: people, right: pick };

export async function askWhom(context: Context<EventOf<"action">>): Promise<Outcome> {
  const { person, texts } = context;
  const rightsGiven = givable(await readHeld(context), person);
  const { rights, locale } = texts;
  if (rightsGiven.length === 0) return notYours(texts);
  const options = rightsGiven.map((right) => ({
    label: atStart(rights.names[right], locale),
    value: right,
  }));
  const form = formOf(texts, GRANT, {
    form: "rights.give",
    title: rights.giveTitle,
    submit: rights.give,
    ask: { who: rights.who, right: { label: rights.which, options, open: true } },
    after: [
      ...rightsGiven.map((right) => ({ type: "note" as const, text: rights.options[right] })),
      { type: "note", text: rights.giveNote },
    ],
  });
  return { type: "ask", form };
}

export async function giveByForm(context: Context<EventOf<"form">>): Promise<Outcome> {
  const { event, texts } = context;
  const { rights, common } = texts;
  const right = answer(event.answers, "right");
  const [address] = chosen(event.answers, "who") as Address[];
  const who = address && (await context.meet(address));
  if (!who?.active) return { type: "invalid", problems: { who: rights.needsWho } };
  if (!isRight(right)) return { type: "invalid", problems: { right: common.empty } };
  if (!(await give(context, who, right))) return notYours(texts);
  return { type: "reply", card: say(rights.given(who.name, rights.names[right])) };
}

/** On the message that says what somebody calls themselves: `person|right`. */
export async function giveByButton(context: Context<EventOf<"action">>): Promise<Outcome> {
  const { event, stores, texts } = context;
  const [personId = "", right = ""] = event.value.split("|");
  const who = await stores.people.find(personId);
  if (!isRight(right) || !who?.active || !(await give(context, who, right))) return notYours(texts);
  const { rights } = texts;
  return { type: "replace", card: say(rights.given(who.name, rights.names[right])) };
}

export async function leaveIt(context: Context<EventOf<"action">>): Promise<Outcome> {
  const { event, person, texts } = context;
  const [, right = ""] = event.value.split("|");
  if (!isRight(right) || !mayGiveNow(await readHeld(context), person.id, right))
    return notYours(texts);
  return { type: "replace", card: say(texts.rights.nothingGiven) };
}

/** @returns false when the one who acts may not give it. Repeatable. */
async function give(context: Context, who: Person, right: Right): Promise<boolean> {
  const { stores, person, now, event } = context;
  const held = await readHeld(context);
  if (!mayGiveNow(held, person.id, right)) return false;
  const grant =
    holding(held.grants, who.id, [right]) ??
    (await stores.grants.add({
      id: `${event.id}/${right}`,
      personId: who.id,
      right,
      givenById: person.id,
      givenAt: now,
      ended: null,
    }));
  if (right !== "administrator")
    await stores.people.update(who.id, (known) =>
      known.role === right ? known : { ...known, role: right },
    );
  if (who.id !== person.id) await tell(context, who, grant, "given");
  return true;
}

/** By whoever may give it, or by the holder; the last administrator stays. */
export async function takeBack(context: Context<EventOf<"action">>): Promise<Outcome> {
  const { event, stores, person, texts, now } = context;
  const held = await readHeld(context);
  const grant = held.grants.find(({ id }) => id === event.value);
  if (!grant) return { type: "replace", card: await overview(context, 1) };
  if (grant.personId !== person.id && !mayGiveNow(held, person.id, grant.right))
    return notYours(texts);
  if (isLast(held, grant)) return { type: "reply", card: say(texts.rights.lastOne) };
  await stores.grants.update(grant.id, (known) => ended(known, person.id, now));
  const who = held.people.get(grant.personId);
  if (who && who.id !== person.id) await tell(context, who, grant, "taken");
  return { type: "replace", card: await overview(context, 1) };
}

const isLast = ({ grants }: Held, { right, personId }: Grant): boolean =>
  right === "administrator" && administratorsIn(grants).every((id) => id === personId);

async function tell(
  { outbox, person }: Context,
  who: Person,
  { id, right }: Grant,
  what: "given" | "taken",
): Promise<void> {
  const to = reachedAt(who);
  if (!to) return;
  const { rights } = textsFor(who.locale, who.timezone);
  const name = rights.names[right];
  await outbox.post({
    key: `rights.${what}/${id}`,
    kind: `rights.${what}`,
    to,
    manner: "answer",
    card: {
      title:
        what === "given"
          ? rights.givenNews(person.name, name)
          : rights.takenNews(person.name, name),
      body: [
        ...(what === "given" ? [text(rights.options[right])] : []),
        muted(what === "given" ? rights.givenWhy : rights.takenWhy),
      ],
    },
  });
}

/**
 * Somebody calls themselves what carries a right: those who may give it are asked, once.
 * @returns the names of who was asked.
 */
export async function askForRight(
  services: Pick<Services, "stores" | "outbox">,
  person: Person,
  right: Right,
): Promise<readonly string[]> {
  const held = await readHeld(services);
  if (holding(held.grants, person.id, [right])) return [];
  const givers = giversOf(held, right).filter(({ id }) => id !== person.id);
  for (const giver of givers) {
    const to = reachedAt(giver);
    if (!to) continue;
    const { rights } = textsFor(giver.locale, giver.timezone);
    const value = `${person.id}|${right}`;
    await services.outbox.post({
      key: `rights.ask/${right}/${person.id}/${giver.id}`,
      kind: "rights.ask",
      to,
      manner: "question",
      personal: true,
      card: {
        title: rights.askNews(person.name, rights.names[right]),
        body: [
          text(rights.options[right]),
          text(rights.askBody),
          actions(
            { label: rights.confirm, action: "rights.confirm", value, about: person.name },
            { label: rights.leave, action: "rights.no", value, about: person.name },
          ),
          muted(rights.askWhy),
        ],
      },
    });
  }
  return givers.map(({ name }) => name);
}
