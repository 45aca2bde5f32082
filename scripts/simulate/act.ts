/** Something that somebody does at a moment of the year, and what all of these need. */

import type { Outcome } from "../../src/ports.ts";
import type { Address, Person, Side } from "../../src/team/person.ts";
import { addDays, instantAt, type LocalDate, type LocalTime } from "../../src/time/calendar.ts";
import type { Chance } from "./chance.ts";
import type { Fact } from "./facts.ts";
import type { Running } from "./running.ts";
import type { World } from "./world.ts";

export interface Act {
  readonly at: Date;
  readonly run: (running: Running) => Promise<void>;
}

export const at = (date: LocalDate, time: string, timezone: string): Date =>
  instantAt(date, time as LocalTime, timezone);

/** Some day of the year. */
export const dayOf = ({ from, to }: World, luck: Chance): LocalDate =>
  addDays(from, luck.between(3, Math.max(3, (Date.parse(to) - Date.parse(from)) / 86_400_000 - 3)));

export const SIDES: readonly Side[] = ["library", "it"];

export const addressOf = ({ addresses: [address] }: Person): Address => address ?? ("" as Address);

/** Whoever did something is in a conversation that day. */
export const acted = ({ id: personId }: Person, from: Date, note: (fact: Fact) => void): void => {
  note({ kind: "acted", from, personId });
};

export const isDone = ({ type }: Outcome): boolean => type === "reply" || type === "replace";
