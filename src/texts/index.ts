/**
 * Everything the bot says, in the languages it speaks. English declares the shape; the other
 * catalogues must have every entry of it or they do not compile, so no text can be missing.
 */

import type { Locale } from "../team/person.ts";
import { dates, type Dates } from "./dates.ts";
import { en } from "./en/index.ts";
import { es } from "./es/index.ts";
import { fr } from "./fr/index.ts";
import { grammarOf, type Grammar } from "./grammar.ts";

/** One language's catalogue. */
export type Catalogue = typeof en;

/** A catalogue, with dates and times written in that language and zone. */
export type Texts = Catalogue &
  Pick<Grammar, "labelled"> & { readonly locale: Locale; readonly dates: Dates };

const CATALOGUES: Readonly<Record<Locale, Catalogue>> = { en, es, fr };

/** Few languages and zones, and making the formatters of one is slow: each is made once. */
const made = new Map<string, Texts>();

/** What to say in a language; instants are written in `timezone` (IANA). */
export function textsFor(locale: Locale, timezone: string): Texts {
  const key = `${locale} ${timezone}`;
  const known = made.get(key);
  if (known) return known;
  const texts = {
    ...CATALOGUES[locale],
    labelled: grammarOf(locale).labelled,
    locale,
    dates: dates(locale, timezone),
  };
  made.set(key, texts);
  return texts;
}
