/** The numbers of the nudge policy: defaults of rules.md, each a setting of the school (section 5.2). */

import type { Cadence } from "../team/availability.ts";
import type { LocalDate, LocalTime } from "../time/local-time.ts";

export interface NudgeSettings {
  /** When the weekly digest comes, on the person's clock (N-1). */
  readonly digestAt: LocalTime;
  /** When the channel's weekly line comes, on the school's clock (N-10). */
  readonly sharedAt: LocalTime;
  /** Quiet hours of those who chose none (N-6). */
  readonly quietFrom: LocalTime;
  readonly quietTo: LocalTime;
  /** Lines of a digest (N-1). */
  readonly lines: number;
  /** A meeting is told this many working days ahead (N-1). */
  readonly meetingDays: number;
  /** What is due within this many working days is told (N-1). */
  readonly dueDays: number;
  /** Unasked direct messages in any 7 days, the digest included; one a day always (N-2). */
  readonly perWeek: number;
  /** Digests after the due week's in which something overdue shows (N-3). */
  readonly overdueDigests: number;
  /** Digests without a press after which they come half as often (N-7). */
  readonly silentDigests: number;
  /** Days between two thanks prompts (N-12). */
  readonly thanksEveryDays: number;
  /** How often the digest comes to those who chose nothing; a step slower since that day (N-13). */
  readonly cadence: Cadence;
  readonly cadenceCutOn?: LocalDate;
  /** More than this part of at least so many people who mute within so many days is too much (N-13). */
  readonly mutePercent: number;
  readonly mutePeople: number;
  readonly muteDays: number;
  /** Busy weeks at both ends of the year where none were entered (CAL-10). */
  readonly busyFirstWeeks: number;
  readonly busyLastWeeks: number;
}

export const USUAL_SETTINGS: NudgeSettings = {
  digestAt: "08:10" as LocalTime,
  sharedAt: "14:00" as LocalTime,
  quietFrom: "16:30" as LocalTime,
  quietTo: "07:45" as LocalTime,
  lines: 3,
  meetingDays: 2,
  dueDays: 5,
  perWeek: 2,
  overdueDigests: 2,
  silentDigests: 3,
  thanksEveryDays: 14,
  cadence: "weekly",
  mutePercent: 10,
  mutePeople: 10,
  muteDays: 30,
  busyFirstWeeks: 4,
  busyLastWeeks: 3,
};

/** Those of a school, where it changed some. Somebody at several schools keeps those of the first. */
export const settingsOf = (
  schools: readonly { readonly nudging?: Partial<NudgeSettings> }[],
): NudgeSettings => ({ ...USUAL_SETTINGS, ...schools[0]?.nudging });
