/** What a person settles for themselves: language, time zone, and where they are written to. */

import { text, type Form } from "../card.ts";
import type { Context, EventOf, Feature } from "../feature.ts";
import type { Outcome } from "../ports.ts";
import { LOCALES, type Address, type Person } from "../team/person.ts";
import { placeName } from "../team/places.ts";
import { textsFor } from "../texts/index.ts";
import { isZone } from "../time/local-time.ts";
import { one, pick, optional, zone } from "../fields/field.ts";
import { formOf } from "../fields/form.ts";
import { readForm } from "../fields/read.ts";

export const meFeature: Feature = {
  name: "me",
  commands: {
    me: {
      summary: ({ people }) => people.meSummary,
      situation: "me",
      words: ({ commands }) => commands.me,
      for: ["anyone"],
      asks: true,
      run: (context) => Promise.resolve({ type: "ask", form: meForm(context) }),
    },
  },
  actions: { "me.open": (context) => Promise.resolve({ type: "ask", form: meForm(context) }) },
  asks: ["me.open"],
  forms: { me: { submit: save } },
};

const ME = { language: one(...LOCALES), timezone: zone, place: optional(pick) };

function meForm({ person, texts }: Pick<Context, "person" | "texts">): Form {
  const { people, setup } = texts;
  const places = person.addresses.map((value) => ({ label: placeName(value, texts), value }));
  return formOf(texts, ME, {
    form: "me",
    title: people.meTitle,
    ask: {
      language: { label: people.meLanguage, options: setup.languages },
      timezone: { label: people.meTimezone, hint: setup.timezoneHint },
      ...(places.length > 1
        ? { place: { label: people.mePlace, options: places, open: true } }
        : {}),
    },
    values: { language: person.locale, timezone: person.timezone, place: person.addresses[0] },
  });
}

/** What was changed here is theirs from now on: their platform's profile no longer changes it. */
async function save(context: Context<EventOf<"form">>): Promise<Outcome> {
  const { stores, person, texts } = context;
  const { badTimezone } = texts.setup;
  const read = readForm(ME, context, {
    offered: { place: person.addresses },
    missing: { timezone: badTimezone },
  });
  if (read.type === "invalid") return read;
  const { language: locale, timezone, place } = read.values;
  if (!isZone(timezone)) return { type: "invalid", problems: { timezone: badTimezone } };
  const saved =
    (await stores.people.update(person.id, (known) =>
      settled(known, { locale, timezone, place }),
    )) ?? person;
  const theirs = textsFor(saved.locale, saved.timezone);
  return {
    type: "reply",
    card: {
      title: theirs.people.meSaved,
      body: [
        text(
          theirs.people.meNow(
            theirs.setup.languages[saved.locale],
            saved.timezone,
            saved.addresses[0] ? placeName(saved.addresses[0], theirs) : "",
          ),
        ),
      ],
    },
  };
}

function settled(
  known: Person,
  wanted: Pick<Person, "locale" | "timezone"> & { readonly place: string | null },
): Person {
  const { locale, timezone, place } = wanted;
  const first = known.addresses.find((address) => address === place) ?? known.addresses[0];
  const addresses: readonly Address[] = [
    ...(first ? [first] : []),
    ...known.addresses.filter((address) => address !== first),
  ];
  const chosen = new Set([
    ...known.chosen,
    ...(locale === known.locale ? [] : (["locale"] as const)),
    ...(timezone === known.timezone ? [] : (["timezone"] as const)),
  ]);
  return { ...known, locale, timezone, addresses, chosen: [...chosen] };
}
