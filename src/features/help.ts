/** Where everything is found: the situations, what is behind each, and every command there is. */

import { actions, muted, text } from "../card.ts";
import { typing } from "../commands.ts";
import type { Context, EventOf, Feature } from "../feature.ts";
import { answered, newHabit } from "../finding/habit.ts";
import { homeCard } from "../finding/home.ts";
import { helpCard, menuCard, situationCard } from "../finding/menu.ts";
import type { Outcome } from "../ports.ts";
import { pageNumber } from "../page-number.ts";

export const helpFeature: Feature = {
  name: "help",
  commands: {
    "": {
      summary: ({ finding }) => finding.summary,
      situation: "me",
      words: ({ commands }) => commands.help,
      for: ["anyone"],
      menu: false,
      run: showMenu,
    },
    help: {
      summary: ({ finding }) => finding.summary,
      situation: "me",
      words: ({ commands }) => commands.help,
      for: ["anyone"],
      menu: false,
      accepts: (rest) => isShort(rest),
      run: showMenu,
    },
    "help all": {
      summary: ({ finding }) => finding.allSummary,
      situation: "me",
      words: ({ commands }) => commands["help all"],
      for: ["anyone"],
      menu: false,
      run: async (context) => ({ type: "reply", card: await helpCard(context, 1) }),
    },
    home: {
      summary: ({ chat }) => chat.homeSummary,
      situation: "me",
      words: ({ commands }) => commands.home,
      for: ["anyone"],
      run: async (context) => ({ type: "reply", card: await homeCard(context) }),
    },
  },
  actions: {
    "menu.show": async (context) => ({ type: "replace", card: await menuCard(context) }),
    "menu.more": showMenu,
    // In answer to a card that has to stay as it is.
    "menu.look": async (context) => ({
      type: "reply",
      card: await situationCard(context, context.event.value),
    }),
    "menu.open": async (context) => ({
      type: "replace",
      card: await situationCard(context, context.event.value),
    }),
    "help.turn": async (context) => ({
      type: "replace",
      card: await helpCard(context, pageNumber(context.event.value)),
    }),
    "season.open": openSeason,
    "season.no": leaveSeason,
  },
};

/** "Hello there", "help me please": more than that is a sentence. */
const POLITE_WORDS = 3;
const isShort = (rest: string): boolean => rest.split(/\s+/u).filter(Boolean).length < POLITE_WORDS;

async function showMenu(context: Context): Promise<Outcome> {
  return { type: "reply", card: await menuCard(context) };
}

/** What a season offers, and the way to hear no more of it this year. */
async function openSeason(context: Context<EventOf<"action">>): Promise<Outcome> {
  const { declared, event, texts } = context;
  const [name = ""] = event.value.split("/");
  const season = declared.seasons.find((each) => each.name === name);
  const command = declared.commands.find(({ words }) => words === season?.command);
  if (!season || !command) return { type: "reply", card: await menuCard(context) };
  await remember(context, event.value);
  return {
    type: "reply",
    card: {
      title: season.line(texts),
      body: [
        text(command.command.summary(texts)),
        actions(typing(command.command.words(texts).label, season.command, { style: "primary" }), {
          label: texts.finding.notThisYear,
          action: "season.no",
          value: event.value,
        }),
        muted(texts.finding.seasonWhy),
      ],
    },
  };
}

async function leaveSeason(context: Context<EventOf<"action">>): Promise<Outcome> {
  await remember(context, context.event.value);
  return { type: "replace", card: { title: context.texts.finding.leftThisYear, body: [] } };
}

async function remember({ stores, person }: Context, season: string): Promise<void> {
  const known = await stores.habits.update(person.id, (habit) => answered(habit, season));
  if (!known) await stores.habits.add(answered(newHabit(person.id), season));
}
