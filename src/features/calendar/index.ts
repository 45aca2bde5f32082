/** The school's calendar: seen, changed by hand, brought in, started from a preset, taken back. */

import type { Feature } from "../../feature.ts";
import { addDays } from "../../time/calendar.ts";
import { askImport, askPaste, showImport, submitPaste } from "./bring-in.ts";
import { askDecision, submitDecision } from "./decide.ts";
import { askEntry, submitEntry } from "./entry-form.ts";
import { history } from "./history.ts";
import { calendarPage } from "./page.ts";
import { askPreset, submitPreset } from "./preset-form.ts";
import { drop, save, undo } from "./preview.ts";
import { list, show, showOne } from "./show.ts";

/** Before the last day of the last year that the calendar knows. */
const WEEKS_BEFORE = 6;

export const calendarFeature: Feature = {
  name: "calendar",
  commands: {
    calendar: {
      summary: ({ calendar }) => calendar.summary,
      situation: "meet",
      words: ({ commands }) => commands.calendar,
      for: ["partner", "district"],
      hint: "[school]",
      run: show,
    },
    "calendar import": {
      summary: ({ calendar }) => calendar.importSummary,
      situation: "meet",
      words: ({ commands }) => commands["calendar import"],
      for: ["partner", "district"],
      run: askImport,
    },
  },
  actions: {
    "calendar.show": showOne,
    "calendar.list": list,
    "calendar.add": askEntry,
    "calendar.change": askEntry,
    "calendar.import": showImport,
    "calendar.paste": askPaste,
    "calendar.preset": askPreset,
    "calendar.history": history,
    "calendar.decide": askDecision,
    "calendar.save": save,
    "calendar.drop": drop,
    "calendar.undo": undo,
  },
  asks: ["calendar.add", "calendar.change", "calendar.paste", "calendar.preset", "calendar.decide"],
  forms: {
    "calendar.entry": { submit: submitEntry },
    "calendar.paste": { submit: submitPaste },
    "calendar.preset": { submit: submitPreset },
    "calendar.decide": { submit: submitDecision },
  },
  seasons: [
    {
      name: "calendar",
      days: ({ calendar }) => {
        const ends = (calendar?.sessions ?? [])
          .filter(({ type }) => type === "schoolYear")
          .map(({ end }) => end)
          .sort();
        const last = ends.at(-1);
        return last && { from: addDays(last, -WEEKS_BEFORE * 7), to: last };
      },
      line: ({ finding }) => finding.calendarSeason,
      command: "calendar import",
    },
  ],
  pages: { calendar: calendarPage },
};
