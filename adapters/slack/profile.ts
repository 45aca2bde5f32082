/** What Slack knows of a person. */

import type { Address, Locale } from "../../src/team/person.ts";
import { LOCALES } from "../../src/team/person.ts";
import type { Profile } from "../../src/ports.ts";
import { inTime } from "../tasks.ts";
import { isPerson, readPlace } from "./address.ts";
import type { Connection } from "./client.ts";
import { codeOf, deliveryError } from "./errors.ts";

const LOCALE_WITHIN_MS = 1_000;

export interface Profiles {
  /**
   * Undefined for bots, for people of another organisation who share a channel (they may read along
   * but change nothing), and for whom Slack does not know. @throws DeliveryError.
   */
  profile(address: Address): Promise<Profile | undefined>;
  /** Their language, asked once; English when Slack does not tell within a second. */
  localeOf(address: Address): Promise<Locale>;
}

export function createProfiles({ web }: Connection): Profiles {
  const locales = new Map<Address, Locale>();

  async function ask(user: string) {
    try {
      return (await web.users.info({ user, include_locale: true })).user;
    } catch (error) {
      if (["user_not_found", "user_not_visible"].includes(codeOf(error) ?? "")) return undefined;
      throw deliveryError(error, true);
    }
  }

  async function profile(address: Address): Promise<Profile | undefined> {
    const place = readPlace(address);
    if (!place || !isPerson(place.id)) return undefined;
    const user = await ask(place.id);
    if (!user || user.is_bot || user.is_stranger) return undefined;
    const locale = localeFrom(user.locale);
    locales.set(address, locale);
    const name = user.profile?.display_name ?? "";
    return {
      name: name.trim() || (user.real_name ?? user.profile?.real_name ?? user.name ?? place.id),
      locale,
      timezone: user.tz ?? null,
      active: !user.deleted,
    };
  }

  return {
    profile,
    async localeOf(address) {
      const known = locales.get(address);
      if (known) return known;
      const asked = profile(address).catch(() => undefined);
      const answer = await inTime(asked, LOCALE_WITHIN_MS);
      return answer?.locale ?? "en";
    },
  };
}

/** `es-ES`, `fr-CA`; English for what we do not speak. */
function localeFrom(tag: string | undefined): Locale {
  return LOCALES.find((locale) => tag?.toLowerCase().startsWith(locale)) ?? "en";
}
