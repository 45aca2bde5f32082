/** What a person types, as Teams passes it on: mentions as tags with an entity for each. */
import type { Bag } from "../../bag.ts";
import type { Person } from "../../demo.ts";
import { BOT, BOT_NAME } from "../ids.ts";
import type { TeamsWorld } from "../world.ts";

export interface Typed {
  /** As the activity carries it: `<at>Liaison</at> goal …`. */
  readonly text: string;
  /** As people read it: `@Liaison goal …`. */
  readonly shown: string;
  readonly mentions: readonly Bag[];
  readonly mentionsBot: boolean;
}

/** `@Liaison`, `@name` and `@u-wc-it` become mentions of people in the same tenant. */
export function typedText(world: TeamsWorld, person: Person, text: string): Typed {
  const known = mentionables(world, person.team);
  const found = new RegExp(known.map(({ typed }) => quoted(typed)).join("|"), "giu");
  const mentions: Bag[] = [];
  let sent = "";
  let shown = "";
  let from = 0;
  for (const match of text.matchAll(found)) {
    const before = text[match.index - 1];
    if (before !== undefined && /[\p{L}\p{N}.]/u.test(before)) continue;
    const one = known.find(({ typed }) => typed.toLowerCase() === match[0].toLowerCase());
    if (!one) continue;
    const between = text.slice(from, match.index);
    sent += `${between}<at>${one.name}</at>`;
    shown += `${between}@${one.name}`;
    from = match.index + match[0].length;
    mentions.push({
      type: "mention",
      text: `<at>${one.name}</at>`,
      mentioned: { id: one.id, name: one.name },
    });
  }
  const rest = text.slice(from);
  return {
    text: sent + rest,
    shown: shown + rest,
    mentions,
    mentionsBot: mentions.some((mention) => (mention["mentioned"] as Bag)["id"] === BOT),
  };
}

/** What is typed after Teams has put the bot's mention in front; the blank between is a hard one. */
export function toBot(typed: Typed): Typed {
  const mention = {
    type: "mention",
    text: `<at>${BOT_NAME}</at>`,
    mentioned: { id: BOT, name: BOT_NAME },
  };
  return {
    text: `<at>${BOT_NAME}</at>\u00a0${typed.text}`,
    shown: `@${BOT_NAME} ${typed.shown}`,
    mentions: [mention, ...typed.mentions],
    mentionsBot: true,
  };
}

/** Longest names first, so that the shorter do not win over them. */
function mentionables(
  world: TeamsWorld,
  tenant: string,
): readonly { readonly typed: string; readonly id: string; readonly name: string }[] {
  const people = world.demo.people.filter(({ team }) => team === tenant);
  return [
    { typed: `@${BOT_NAME}`, id: BOT, name: BOT_NAME },
    ...people.flatMap(({ id, name, user }) =>
      [`@${name}`, `@${id}`, `@${id.replace(/^u-/, "")}`, `<@${id}>`].map((typed) => ({
        typed,
        id: user,
        name,
      })),
    ),
  ].sort((a, b) => b.typed.length - a.typed.length);
}

function quoted(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}
