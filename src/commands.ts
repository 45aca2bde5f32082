/** Typed words find their command: the one whose words fit best, else the nearest that exists. */

import { closest, distance } from "fastest-levenshtein";
import { actions, quotes, text, type Card } from "./card.ts";
import type { CommandFeature, Context, EventOf } from "./feature.ts";
import { plain } from "./finding/names.ts";
import type { Outcome } from "./ports.ts";
import type { Texts } from "./texts/index.ts";

/** The button that types a command for a person; its value is the command's text. */
export const RUN_COMMAND = "command.run";

/** Runs the command whose words fit best; an unknown one is answered with one that is spelled alike. */
export async function runCommand(
  context: Context<EventOf<"command">>,
  commands: ReadonlyMap<string, CommandFeature>,
): Promise<Outcome> {
  const meant = commandMeant(context.event.text, commands);
  if (meant) return await meant.command.run(context, meant.rest);
  const { text: typed } = context.event;
  const names = [...commands.keys()];
  const [near] = [2, 1].flatMap((count) => {
    const name = alike(firstWords(typed, count), names);
    return name === undefined ? [] : [{ name, rest: restAfter(typed, count) }];
  });
  return { type: "reply", card: unknownCommand(context.texts, typed, near) };
}

const firstWords = (typed: string, count: number): string =>
  wordsOf(typed).slice(0, count).join(" ");

/** The command whose words fit a text best, with what follows them. @param commands as `callable` names them. */
export function commandMeant(
  typed: string,
  commands: ReadonlyMap<string, CommandFeature>,
): { readonly command: CommandFeature; readonly rest: string } | undefined {
  const words = wordsOf(typed);
  for (let length = Math.min(3, words.length); length >= Math.min(1, words.length); length--) {
    const command = commands.get(words.slice(0, length).join(" "));
    const rest = restAfter(typed, length);
    if (command && (command.accepts?.(rest) ?? true)) return { command, rest };
  }
  return undefined;
}

const wordsOf = (typed: string): readonly string[] => plain(typed).split(" ").filter(Boolean);

/** The command that may have been meant, if one is spelled like this; help is offered anyway. */
function alike(asked: string, names: readonly string[]): string | undefined {
  const near = closest(asked, names.filter(Boolean));
  return near !== "help" && distance(asked, near) <= slipsIn(asked) ? near : undefined;
}

/** How many letters of a word may be wrong: of a short one at most a half, of a long one a third. */
const slipsIn = ({ length }: string): number => Math.max(Math.min(2, length / 2), length / 3);

/** What follows the first `count` words, with its own spaces and line breaks. */
function restAfter(typed: string, count: number): string {
  return typed.trim().replace(new RegExp(`^(?:\\S+\\s*){${String(count)}}`, "u"), "");
}

/** With what was typed, so that nobody has to type it again. */
function unknownCommand(
  { common }: Texts,
  typed: string,
  near: { readonly name: string; readonly rest: string } | undefined,
): Card {
  const title = common.unknownCommand(firstWords(typed, 2));
  const help = { label: common.help, action: RUN_COMMAND, value: "help" };
  if (near === undefined)
    return {
      title,
      body: [...(restAfter(typed, 2) ? quotes(typed) : []), actions({ ...help, style: "primary" })],
    };
  const { name, rest } = near;
  return {
    title,
    body: [
      text(common.didYouMean(name)),
      ...quotes(rest),
      actions(
        { label: `/liaison ${name}`, action: RUN_COMMAND, value: name, style: "primary" },
        help,
      ),
    ],
  };
}
