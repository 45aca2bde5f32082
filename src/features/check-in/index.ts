/** The regular check-in: set up, announced, moved or skipped, asked about afterwards. */

import type { Feature } from "../../feature.ts";
import { held, keepTopic, notHeld } from "./after.ts";
import { askNotes, saveNotes } from "./notes.ts";
import { askMove, changeMoveForm, meetOn, submitMove } from "./move.ts";
import { homeLines, showByCommand, showOne, showTopics } from "./overview.ts";
import { askSeries, changeSeriesForm, saveSeries } from "./series.ts";
import { askSkip, submitSkip, unskip } from "./skip.ts";
import { askThanks, sayThanks } from "./thanks.ts";
import { announce, askAfter, placeAnew, reconcile } from "./timers.ts";
import { addByCommand, addByForm, askTopic, askWith, removeTopic } from "./topics.ts";

export const checkInFeature: Feature = {
  name: "check-in",
  commands: {
    checkin: {
      summary: ({ checkIn }) => checkIn.summary,
      situation: "meet",
      words: ({ commands }) => commands.checkin,
      asks: true,
      run: async (context) => await showByCommand(context),
    },
    topic: {
      summary: ({ checkIn }) => checkIn.topicSummary,
      situation: "meet",
      words: ({ commands }) => commands.topic,
      fill: askWith,
      hint: "<what to talk about>",
      asks: true,
      run: addByCommand,
    },
    topics: {
      summary: ({ checkIn }) => checkIn.topicsSummary,
      situation: "meet",
      words: ({ commands }) => commands.topics,
      run: async (context) => await showTopics(context),
    },
  },
  actions: {
    "check_in.show": showOne,
    "check_in.set_up": askSeries,
    "check_in.move": askMove,
    "check_in.meet_on": meetOn,
    "check_in.skip": askSkip,
    "check_in.unskip": unskip,
    "check_in.held": held,
    "check_in.not_held": notHeld,
    "check_in.was_moved": askMove,
    "check_in.notes": askNotes,
    "check_in.thanks": askThanks,
    "topic.add": askTopic,
    "topic.remove": removeTopic,
    "topic.keep": keepTopic,
  },
  asks: [
    "check_in.set_up",
    "check_in.move",
    "check_in.was_moved",
    "check_in.skip",
    "check_in.notes",
    "check_in.thanks",
    "topic.add",
  ],
  forms: {
    "check-in": { submit: saveSeries, change: changeSeriesForm },
    "check-in.move": { submit: submitMove, change: changeMoveForm },
    "check-in.skip": { submit: submitSkip },
    "check-in.notes": { submit: saveNotes },
    "check-in.thanks": { submit: sayThanks },
    topic: { submit: addByForm },
  },
  timers: {
    "check_in.announce": announce,
    "check_in.after": askAfter,
    "check_in.place": placeAnew,
  },
  home: { order: 30, lines: homeLines },
  reconcile,
};
