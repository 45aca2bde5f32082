import { LOCALES, type Locale } from "../../src/team/person.ts";

/** `es-ES`, `fr-CA`; English for what we do not speak. */
export const localeFrom = (tag: string | undefined): Locale =>
  LOCALES.find((locale) => tag?.toLowerCase().startsWith(locale)) ?? "en";
