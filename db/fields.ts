/** What stands in a row, checked when it is read: a row of another shape is a fault, not a surprise. */

import { z } from "zod";
import type { LocalDate, LocalTime } from "../src/time/calendar.ts";
import { WEEKDAYS, type Address, type Side } from "../src/team/person.ts";

const matching =
  (pattern: RegExp) =>
  (value: unknown): boolean =>
    typeof value === "string" && pattern.test(value);

export const localDate = z.custom<LocalDate>(matching(/^\d{4}-\d\d-\d\d$/u), "is no date");
export const localTime = z.custom<LocalTime>(matching(/^\d\d:\d\d$/u), "is no time of day");
export const dayRange = z.object({ start: localDate, end: localDate });
export const address = z.custom<Address>(matching(/^[a-z]+:./u), "is no address");
export const side = z.enum(["library", "it"] satisfies readonly Side[]);
export const weekday = z.enum(WEEKDAYS);
export const ids = z.array(z.string());

/** The last press on a row, with what these fields were before it and became by it. */
export const lastPress = <T extends z.ZodRawShape>(fields: T) => {
  const kept = z.object(fields);
  return z.object({ byId: z.string(), at: z.date(), was: kept, became: kept });
};

/** Names every field of an entity, the optional ones too: one that is forgotten does not compile. */
export const entity = <T>(fields: { readonly [K in keyof T]-?: z.ZodType<T[K]> }): z.ZodType<T> =>
  z.object(fields) as unknown as z.ZodType<T>;
