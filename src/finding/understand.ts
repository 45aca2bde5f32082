/** What somebody typed: the command that it is, else the nearest things there are. A guess is never acted on. */

import { actions, divider, heading, item, quotes, type Block, type Button } from "../card.ts";
import { FILL_COMMAND, typing } from "../commands.ts";
import type { Context, Declared, EventOf } from "../feature.ts";
import { shorten } from "../plain-text.ts";
import type { Outcome } from "../ports.ts";
import { newHabit, used } from "./habit.ts";
import { asCommand, plain } from "./names.ts";
import { situationButtons } from "./menu.ts";
import { isOffered, isOn, standingOf, type Standing } from "./standing.ts";

type Typed = Context<EventOf<"command">>;

/** As many as are taken in at a glance. */
const OFFERED = 3;
/** In code points: what a button carries of a sentence; all of it stands in the card. */
const CARRIED = 1200;

/** Runs what was typed when it is a command that is there for them; else offers what may be meant. */
export async function runCommand(heard: Typed): Promise<Outcome> {
  const event = { ...heard.event, text: asCommand(heard.event.text) };
  const context = { ...heard, event };
  const { declared } = context;
  const meant = declared.meant(event.text);
  if (!meant) return await notUnderstood(context);
  if (!(await isThere(context, meant.declared))) return await notUnderstood(context);
  if (meant.declared.command.menu !== false) await remember(context, meant.declared.words);
  const { words, command } = meant.declared;
  // By another of its names: from here on as its own words say it.
  const isOwn = plain(event.text).startsWith(words);
  const text = isOwn ? event.text : `${words} ${meant.rest}`.trim();
  return await command.run({ ...context, event: { ...event, text } }, meant.rest);
}

/** The core is there for everybody, so nothing is asked about it. */
export async function isThere(
  context: Pick<Context, "stores" | "person" | "now">,
  { feature }: Pick<Declared, "feature">,
): Promise<boolean> {
  if (feature.module === undefined && feature.needs === undefined) return true;
  return isOn(feature, await standingOf(context));
}

async function remember(
  { stores, person }: Pick<Context, "stores" | "person">,
  words: string,
): Promise<void> {
  const known = await stores.habits.update(person.id, (habit) => used(habit, words));
  if (!known) await stores.habits.add(used(newHabit(person.id), words));
}

/** The nearest of what is there for them, with what they typed; then everything. */
async function notUnderstood(context: Typed): Promise<Outcome> {
  const { declared, event, person, texts } = context;
  const typed = event.text.trim();
  const standing = await standingOf(context);
  const near = declared
    .nearest(typed, person.locale)
    .filter((each) => isOffered(each, standing))
    .slice(0, OFFERED);
  return {
    type: "reply",
    card: {
      title: near.length > 0 ? texts.finding.maybe : texts.finding.unknown,
      body: [
        ...quotes(typed),
        ...near.map((each) => offer(each, typed, context)),
        ...(await everything(context, standing)),
      ],
    },
  };
}

/** One thing that may be meant; its form opens with the sentence in it, where it has one. */
function offer({ words, command }: Declared, typed: string, { texts }: Typed): Block {
  const { label } = command.words(texts);
  const button: Button = command.fill
    ? {
        label: texts.finding.open,
        action: FILL_COMMAND,
        value: `${words}|${shorten(typed, CARRIED)}`,
        about: label,
      }
    : typing(texts.finding.open, words, { about: label });
  return item(label, command.summary(texts), button);
}

async function everything(context: Typed, standing: Standing): Promise<readonly Block[]> {
  const buttons = await situationButtons(context, standing);
  return [divider, heading(context.texts.finding.title), actions(...buttons)];
}

/** A press on what was offered: the form with the sentence in it. */
export async function fillCommand(context: Context<EventOf<"action">>): Promise<Outcome> {
  const { declared, event } = context;
  const [words = "", ...rest] = event.value.split("|");
  const found = declared.commands.find((each) => each.words === words);
  const asCommand = { ...context, event: { ...event, type: "command" as const, text: words } };
  if (!found?.command.fill || !(await isThere(context, found))) return await runCommand(asCommand);
  await remember(context, words);
  return await found.command.fill(context, rest.join("|"));
}
