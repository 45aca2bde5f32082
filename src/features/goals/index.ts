/** Goals: logged in a sentence or a form, listed, changed and taken back. */

import { looksLikeId } from "../../access.ts";
import type { Context, EventOf, Feature } from "../../feature.ts";
import type { Outcome } from "../../ports.ts";
import { goalHelpCard, unclearCard } from "./cards.ts";
import { logAgain, openEdit, showGoal, undo } from "./edit.ts";
import { GOAL_FORM } from "./form.ts";
import { myGoals } from "./home.ts";
import { listGoals, pageOf, replyList } from "./list.ts";
import { logMessage, logSentence, openForm, openWith, pickDue } from "./log.ts";
import { redraw, submit } from "./submit.ts";
import { goalWords, isListed } from "./words.ts";

export const goalsFeature: Feature = {
  name: "goals",
  commands: {
    goal: {
      summary: ({ goals }) => goals.summary,
      situation: "plan",
      words: ({ commands }) => commands.goal,
      fill: openWith,
      hint: "<title> [by date]",
      asks: true,
      run: understand,
    },
    "goal add": {
      summary: ({ goals }) => goals.addSummary,
      situation: "plan",
      words: ({ commands }) => commands["goal add"],
      menu: false,
      hint: "[title]",
      asks: true,
      run: understand,
    },
    "goal list": {
      summary: ({ goals }) => goals.listSummary,
      situation: "plan",
      words: ({ commands }) => commands["goal list"],
      hint: "[mine | done | common | library | it | school | short | long | all] [page]",
      accepts: isListed,
      run: understand,
    },
    "goal show": {
      summary: ({ goals }) => goals.showSummary,
      situation: "plan",
      words: ({ commands }) => commands["goal show"],
      menu: false,
      hint: "<number>",
      accepts: (rest) => rest === "" || looksLikeId("g", rest),
      run: understand,
    },
    "goal edit": {
      summary: ({ goals }) => goals.editSummary,
      situation: "plan",
      words: ({ commands }) => commands["goal edit"],
      menu: false,
      hint: "<number>",
      accepts: (rest) => rest === "" || looksLikeId("g", rest),
      run: understand,
    },
    "goal help": {
      summary: ({ goals }) => goals.helpSummary,
      situation: "plan",
      words: ({ commands }) => commands["goal help"],
      menu: false,
      run: understand,
    },
  },
  actions: {
    "goal.new": async (context) => await openForm(context),
    "goal.show": async (context) => await showGoal(context, context.event.value),
    "goal.edit": async (context) => {
      const [id = "", from = ""] = context.event.value.split("|");
      return await openEdit(context, id, from);
    },
    "goal.due": pickDue,
    "goal.log_as": logTyped,
    "goal.undo": undo,
    "goal.again": logAgain,
    "goal.browse": async (context) => await replyList(context, pageOf(context.event.value).filter),
    "goal.page": turnPage,
  },
  asks: ["goal.new", "goal.edit", "goal.log_as", "goal.again"],
  forms: { [GOAL_FORM]: { submit, change: redraw } },
  shortcuts: { log_as_goal: logMessage },
  home: { order: 50, lines: myGoals },
};

/** A title may begin with a subcommand's word, so all that follows `goal` is understood as one. */
async function understand(context: Context<EventOf<"command">>): Promise<Outcome> {
  const { event, texts } = context;
  const words = goalWords(event.text.trim().replace(/^\S+/u, ""));
  switch (words.kind) {
    case "nothing":
      return await openForm(context);
    case "title":
      return await logSentence(context, words.title, event.id);
    case "list":
      return await replyList(context, words.filter, words.page);
    case "show":
    case "edit":
      if (words.id === "") return await replyList(context, "open", 1, texts.goals.whichOne);
      return words.kind === "show"
        ? await showGoal(context, words.id)
        : await openEdit(context, words.id, "");
    case "help":
      return { type: "reply", card: goalHelpCard(texts) };
    case "unclear":
      return { type: "reply", card: unclearCard(words.title, words.meant, event.id, texts) };
  }
}

/** The person's own id is part of the origin: no value of a button names what somebody else logged. */
async function logTyped(context: Context<EventOf<"action">>): Promise<Outcome> {
  const { event, person } = context;
  const [typedAt = ""] = event.value.split("|", 1);
  const title = event.value.slice(typedAt.length + 1);
  return await logSentence(context, title, `${person.id}/${typedAt}`);
}

async function turnPage(context: Context<EventOf<"action">>): Promise<Outcome> {
  const { filter, page } = pageOf(context.event.value);
  const card = await listGoals(context, filter, page);
  return card ? { type: "replace", card } : await replyList(context, filter);
}
