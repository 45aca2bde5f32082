/** What can be done about a meeting that is announced; the three meetings have buttons of their own. */

import type { Button } from "../../card.ts";
import type { CheckIn } from "../../check-in/check-in.ts";
import { bringsSomething, roundOf } from "../../meetings/search.ts";
import type { Texts } from "../../texts/index.ts";

export function changeButtons(
  checkIn: CheckIn,
  about: string,
  { checkIn: say, meetings }: Texts,
): readonly Button[] {
  const { id } = checkIn;
  const calendar: Button = {
    label: meetings.addToCalendar,
    action: "meeting.calendar",
    value: id,
    about,
  };
  if (checkIn.kind === "check_in")
    return [
      { label: say.addTopic, action: "topic.add", value: id, about, style: "primary" },
      { label: say.move, action: "check_in.move", value: id, about },
      { label: say.skip, action: "check_in.skip", value: id, about },
      calendar,
    ];
  const round = roundOf(checkIn);
  if (!round) return [calendar];
  const { kind, host } = checkIn;
  return [
    { ...calendar, style: "primary" },
    ...(host && bringsSomething(kind)
      ? [
          { label: meetings.tick, action: "meeting.tick", value: `${round}|ticked`, about },
          { label: meetings.skipBring, action: "meeting.tick", value: `${round}|skipped`, about },
        ]
      : []),
    { label: meetings.move, action: "meeting.move", value: round, about },
    { label: meetings.cancel, action: "meeting.cancel", value: round, about },
  ];
}
