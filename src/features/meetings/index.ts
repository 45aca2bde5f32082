/** Meetings 1, 2 and 3: a time that suits both sides, an invitation, and what to bring. */

import type { Feature } from "../../feature.ts";
import { addToCalendar, calendarFile, CALENDAR_PAGE } from "./calendar.ts";
import { askCancel, find, submitCancel, tick, uncancel } from "./change.ts";
import { begin } from "./begin.ts";
import { askForSheets } from "./empty-sheet.ts";
import { look } from "./look.ts";
import { askNone, submitNone } from "./none.ts";
import { askWords, read, reconcile, saveWords, showView } from "./perspective.ts";
import { keep, pick } from "./pick.ts";
import { askNote, saveNote, sendPrep, tickReading } from "./prep.ts";
import { renew, watchAll } from "./renew.ts";
import { askPropose, changePropose, submitPropose } from "./propose.ts";

export const meetingsFeature: Feature = {
  name: "meetings",
  commands: {
    meet: {
      summary: ({ meetings }) => meetings.summary,
      situation: "meet",
      words: ({ commands }) => commands.meet,
      run: async (context) => await find(context, ""),
    },
  },
  actions: {
    "meeting.find": async (context) => await find(context, context.event.value),
    "meeting.pick": pick,
    "meeting.none": askNone,
    "meeting.propose": askPropose,
    "meeting.move": askPropose,
    "meeting.keep": keep,
    "meeting.cancel": askCancel,
    "meeting.uncancel": uncancel,
    "meeting.tick": tick,
    "meeting.calendar": addToCalendar,
    "meeting.words": askWords,
    "meeting.read": read,
    "meeting.note": askNote,
    "meeting.note_read": tickReading,
  },
  asks: [
    "meeting.none",
    "meeting.propose",
    "meeting.move",
    "meeting.cancel",
    "meeting.words",
    "meeting.note",
  ],
  forms: {
    "meeting.none": { submit: submitNone },
    "meeting.propose": { submit: submitPropose, change: changePropose },
    "meeting.cancel": { submit: submitCancel },
    "meeting.words": { submit: saveWords },
    "meeting.note": { submit: saveNote },
  },
  timers: {
    "meeting.look": look,
    "meeting.renew": renew,
    "meeting.view": showView,
    "meeting.prep": sendPrep,
    "meeting.sheet": askForSheets,
    "meeting.begin": begin,
  },
  pages: { [CALENDAR_PAGE]: calendarFile },
  async reconcile(services) {
    await reconcile(services);
    await watchAll(services);
  },
};
