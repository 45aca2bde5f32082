/** How the search for a time and the agreed meeting are shown, to a team or to one partner. */

import {
  actions,
  heading,
  item,
  muted,
  text,
  type Block,
  type Button,
  type Card,
} from "../../card.ts";
import type { CheckIn } from "../../check-in/check-in.ts";
import { whenOf } from "../../here/meeting.ts";
import {
  bringsSomething,
  MEETING_MINUTES,
  sidesOf,
  type MeetingSearch,
  type Slot,
  type SlotTime,
  type TurnedDown,
  wishedBy,
} from "../../meetings/search.ts";
import { agendaLines } from "../../meetings/lines.ts";
import type { Texts } from "../../texts/index.ts";
import { roundValue, type Round } from "./round.ts";

/** Under this everything about one turn of a search is shown, and redrawn, to the whole team. */
export const roundKey = ({ id, turn }: MeetingSearch): string =>
  `meeting.time/${id}/${String(turn)}`;

/** The one reminder of a turn, with the times that took the place of those that passed. */
export const againKey = ({ id, turn }: MeetingSearch): string =>
  `meeting.again/${id}/${String(turn)}`;

/** What is so now: times on offer, the agreed meeting, or that it was called off. */
export function roundCard(round: Round, texts: Texts): Card {
  const { search, meeting } = round;
  switch (search.status) {
    case "open":
      return offerCard(round, texts);
    case "agreed":
      return meeting ? meetingCard(round, meeting, texts) : offerCard(round, texts);
    case "called_off":
      return calledOffCard(round, texts);
    case "not_needed":
      return { title: texts.meetings.over, body: [] };
  }
}

function offerCard(round: Round, texts: Texts): Card {
  const { search } = round;
  const { meetings: say } = texts;
  const last = search.turnedDown.at(-1);
  return {
    title: say.findTitle(say.names[search.kind]),
    body: [
      text(factsLine(round, texts)),
      ...(last ? [text(turnedDownLine(last, texts))] : []),
      ...(last?.words ? [{ type: "text" as const, text: last.words, tone: "quote" as const }] : []),
      ...(search.slots.some(({ suits }) => suits) ? [text(say.noCommon)] : []),
      ...(search.slots.length > 0
        ? search.slots.map((slot) => slotRow(slot, round, texts))
        : [text(say.noSlots)]),
      actions(...answerButtons(search, texts)),
      muted(say.findBody),
      ...purpose(search, texts),
      muted(say.why),
    ],
  };
}

/** The two answers that are no pick. */
export function answerButtons(search: MeetingSearch, { meetings: say }: Texts): readonly Button[] {
  const about = say.names[search.kind];
  const value = roundValue(search);
  return [
    ...(search.slots.length > 0 ? [{ label: say.none, action: "meeting.none", value, about }] : []),
    { label: say.propose, action: "meeting.propose", value, about },
  ];
}

const turnedDownLine = ({ side, why }: TurnedDown, { meetings: say }: Texts): string =>
  say.turnedDown(say.side[side], say.reasonWords[why]);

const factsLine = ({ search, place }: Round, { meetings: say }: Texts): string =>
  [say.facts(place.school.name, MEETING_MINUTES[search.kind]), say.host[search.host]].join(" · ");

function slotRow(slot: Slot, { search, place }: Round, texts: Texts): Block {
  const { meetings: say, locale } = texts;
  const when = whenOf(slot, place.today, texts);
  const sides = sidesOf(slot).map((side) => say.side[side]);
  const by = place.partners.find(({ id }) => id === slot.byId);
  const detail = [
    ...(slot.suits ? [say.suitsOnly[slot.suits]] : []),
    ...(by ? [say.proposedBy(by.name)] : []),
    ...(sides.length > 0 ? [say.pickedBy(new Intl.ListFormat(locale).format(sides))] : []),
  ].join(" · ");
  return item(when, detail, {
    label: say.pick,
    action: "meeting.pick",
    value: timeValue(search, slot),
    about: when,
  });
}

export const timeValue = (search: MeetingSearch, { date, start }: SlotTime): string =>
  roundValue(search, date, start);

/** Agenda and checklist of a meeting: what it is for, and what to do before. */
function purpose(search: MeetingSearch, { meetings: say }: Texts): readonly Block[] {
  return [
    heading(say.agendaTitle),
    text(agendaLines(search.kind, say).join("\n")),
    heading(say.checklistTitle),
    text(checklist(search, say).join("\n")),
  ];
}

function checklist(
  { kind, host, brought }: MeetingSearch,
  say: Texts["meetings"],
): readonly string[] {
  const bring =
    brought === "ticked"
      ? say.broughtTicked
      : brought === "skipped"
        ? say.broughtSkipped
        : say.bring[host];
  return [say.checklist[kind], ...(bringsSomething(kind) ? [bring] : [])];
}

function meetingCard(round: Round, meeting: CheckIn, texts: Texts): Card {
  const { search, place } = round;
  const { meetings: say } = texts;
  const name = say.names[search.kind];
  const [wish] = search.slots;
  return {
    title: texts.labelled(name, whenOf(meeting, place.today, texts)),
    body: [
      text(factsLine(round, texts)),
      ...(wish ? wishBlocks(wish, round, texts) : []),
      ...purpose(search, texts),
      actions(...meetingButtons(search, meeting, name, texts)),
      muted(say.agreedBody),
    ],
  };
}

function wishBlocks(wish: Slot, { search, place }: Round, texts: Texts): readonly Block[] {
  const { meetings: say } = texts;
  const side = wishedBy(wish);
  const when = whenOf(wish, place.today, texts);
  return [
    text(say.wishTitle(say.side[side], when)),
    ...(wish.reason ? [text(say.reason(wish.reason))] : []),
    actions(...wishButtons(search, wish, when, texts)),
  ];
}

export const wishButtons = (
  search: MeetingSearch,
  wish: SlotTime,
  when: string,
  { meetings: say }: Texts,
): readonly Button[] => [
  {
    label: say.pickYes,
    action: "meeting.pick",
    value: timeValue(search, wish),
    about: when,
    style: "primary",
  },
  { label: say.keep, action: "meeting.keep", value: roundValue(search), about: when },
];

function meetingButtons(
  search: MeetingSearch,
  meeting: CheckIn,
  about: string,
  { meetings: say }: Texts,
): readonly Button[] {
  const value = roundValue(search);
  const brings = bringsSomething(search.kind) && search.brought === null;
  return [
    {
      label: say.addToCalendar,
      action: "meeting.calendar",
      value: meeting.id,
      about,
      style: "primary",
    },
    ...(brings
      ? [
          { label: say.tick, action: "meeting.tick", value: roundValue(search, "ticked"), about },
          {
            label: say.skipBring,
            action: "meeting.tick",
            value: roundValue(search, "skipped"),
            about,
          },
        ]
      : []),
    { label: say.move, action: "meeting.move", value, about },
    { label: say.cancel, action: "meeting.cancel", value, about },
  ];
}

function calledOffCard({ search, meeting, place }: Round, texts: Texts): Card {
  const { meetings: say } = texts;
  const name = say.names[search.kind];
  return {
    title: meeting
      ? say.cancelled(name, whenOf(meeting, place.today, texts))
      : say.cancelDone(name),
    body: [
      ...(meeting?.reason ? [text(say.reason(meeting.reason))] : []),
      actions(
        {
          label: say.again,
          action: "meeting.find",
          value: place.partnership.id,
          about: name,
          style: "primary",
        },
        ...(meeting
          ? [
              {
                label: say.removeFromCalendar,
                action: "meeting.calendar",
                value: meeting.id,
                about: name,
              },
            ]
          : []),
      ),
    ],
  };
}
