/** Dates, times and working days in a school's own clock. Pure: `now` and zones are arguments. */

/** A day without a zone: `2027-05-14`. Sorts as text. */
export type LocalDate = string & { readonly brand: "LocalDate" };

/** A time of day without a zone: `14:45`. */
export type LocalTime = string & { readonly brand: "LocalTime" };
