/** What a person types, as Slack passes it on: escaped, with mentions as ids. */
import { escape } from "../readable.ts";
import type { World } from "../world.ts";

interface Mentionable {
  readonly name: string;
  readonly as: string;
  readonly labelled: string;
}

/**
 * A message: `@name`, `@u-ab-lib`, `@Liaison`, `<@U…>` and `@channel` become mentions, `#name` a
 * channel. `labelled` adds names, as in the text of a command whose manifest asks to escape.
 */
export function typedText(world: World, team: string, text: string, labelled: boolean): string {
  const known = mentionables(world, team);
  const found = new RegExp(known.map(({ name }) => quoted(name)).join("|"), "giu");
  let out = "";
  let from = 0;
  for (const match of text.matchAll(found)) {
    const before = text[match.index - 1];
    if (before !== undefined && /[\p{L}\p{N}.]/u.test(before)) continue;
    const mention = known.find(({ name }) => name.toLowerCase() === match[0].toLowerCase());
    if (!mention) continue;
    out += escape(text.slice(from, match.index)) + (labelled ? mention.labelled : mention.as);
    from = match.index + match[0].length;
  }
  return out + escape(text.slice(from));
}

/** Longest names first, so that the shorter do not win over them. */
function mentionables(world: World, team: string): readonly Mentionable[] {
  const people = world.demo.people.filter((person) => person.team === team);
  const bots = world.demo.workspaces.filter((space) => space.team === team);
  const user = (id: string, handle: string, names: readonly string[]): readonly Mentionable[] =>
    names.map((name) => ({ name, as: `<@${id}>`, labelled: `<@${id}|${handle}>` }));
  const everybody = ["channel", "here", "everyone"].map((name) => ({
    name: `@${name}`,
    as: `<!${name}>`,
    labelled: `<!${name}>`,
  }));
  const channels = world
    .channels()
    .filter((channel) => !channel.direct && channel.team === team)
    .map(({ id, name }) => ({ name: `#${name}`, as: `<#${id}>`, labelled: `<#${id}|${name}>` }));
  return [
    ...bots.flatMap((space) =>
      user(space.bot, "liaison", ["@Liaison", `<@${space.bot}>`, "<@bot>"]),
    ),
    ...people.flatMap((person) =>
      user(person.user, person.id.replace(/^u-/, ""), [
        `@${person.name}`,
        `@${person.id}`,
        `@${person.id.replace(/^u-/, "")}`,
        `<@${person.user}>`,
        `<@${person.id}>`,
      ]),
    ),
    ...everybody,
    ...channels,
  ].sort((a, b) => b.name.length - a.name.length);
}

function quoted(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}
