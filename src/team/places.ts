/** The chat platforms that addresses lie on, as people call them. */

import { atStart } from "../plain-text.ts";
import type { Texts } from "../texts/index.ts";
import type { Address } from "./person.ts";

/** "Slack", "Teams": every platform is called as its addresses begin, so a new one has its name. */
export const placeName = (address: Address, { locale }: Pick<Texts, "locale">): string =>
  atStart(address.slice(0, address.indexOf(":")), locale);

/** "Slack and Teams". */
export const placeNames = (addresses: readonly Address[], texts: Pick<Texts, "locale">): string =>
  new Intl.ListFormat(texts.locale).format([
    ...new Set(addresses.map((address) => placeName(address, texts))),
  ]);
