/**
 * A meeting as a calendar file (RFC 5545). The same UID all its life, and a higher SEQUENCE after each
 * change: a calendar that has it moves its entry, or takes it out when the meeting was called off.
 */

import ICAL from "ical.js";
import { endsAt, startsAt, type CheckIn } from "../check-in/check-in.ts";

export interface Invitation {
  readonly meeting: CheckIn;
  readonly districtId: string;
  /** The school's zone. */
  readonly timezone: string;
  readonly title: string;
  /** Where it is: the school, and whose room. */
  readonly place: string;
  /** What it is about, a line each. */
  readonly agenda: readonly string[];
  /** When the file is made. */
  readonly now: Date;
}

/** Nobody answers by mail, and no mail address of anybody is known: nothing can be sent to it. */
const ORGANIZER = "mailto:liaison@liaison.invalid";

/** The library does not count the blank that begins a continued line: 75 octets are all of it. */
ICAL.foldLength = 74;

/** Instants are written in UTC, which every calendar shows in its own zone (CAL-16). */
export function invitationFile(invitation: Invitation): string {
  const { meeting, districtId, timezone, title, place, agenda, now } = invitation;
  const isOff = meeting.status === "skipped";
  const event = new ICAL.Component("vevent");
  event.updatePropertyWithValue("uid", `${meeting.id}@${districtId}.liaison`);
  event.updatePropertyWithValue("sequence", meeting.changes ?? 0);
  event.updatePropertyWithValue("dtstamp", ICAL.Time.fromJSDate(now, true));
  event.updatePropertyWithValue("dtstart", ICAL.Time.fromJSDate(startsAt(meeting, timezone), true));
  event.updatePropertyWithValue("dtend", ICAL.Time.fromJSDate(endsAt(meeting, timezone), true));
  event.updatePropertyWithValue("summary", title);
  event.updatePropertyWithValue("location", place);
  event.updatePropertyWithValue("description", agenda.join("\n"));
  event.updatePropertyWithValue("status", isOff ? "CANCELLED" : "CONFIRMED");
  event.updatePropertyWithValue("organizer", ORGANIZER).setParameter("cn", "Liaison");
  const file = new ICAL.Component("vcalendar");
  file.updatePropertyWithValue("prodid", "-//Liaison//Meetings//EN");
  file.updatePropertyWithValue("version", "2.0");
  file.updatePropertyWithValue("method", isOff ? "CANCEL" : "PUBLISH");
  file.addSubcomponent(event);
  // The library ends no last line, and some calendars refuse a file without its end.
  return `${file.toString()}\r\n`;
}
