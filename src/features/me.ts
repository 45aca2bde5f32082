/** What a person settles for themselves: language, time zone, and where they are written to. */

import { answer, text, type Form } from "../card.ts";
import type { Context, EventOf, Feature } from "../feature.ts";
import type { Outcome } from "../ports.ts";
import { LOCALES, type Address, type Person } from "../team/person.ts";
import { placeName } from "../team/places.ts";
import { textsFor } from "../texts/index.ts";
import { isZone } from "../time/local-time.ts";

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

function meForm({ person, texts }: Pick<Context, "person" | "texts">): Form {
  const { people, setup, common } = texts;
  return {
    form: "me",
    title: people.meTitle,
    submit: common.save,
    cancel: common.cancel,
    context: "",
    inputs: [
      {
        type: "choice",
        id: "language",
        label: people.meLanguage,
        value: person.locale,
        options: LOCALES.map((value) => ({ label: setup.languages[value], value })),
        open: true,
      },
      {
        type: "text",
        id: "timezone",
        label: people.meTimezone,
        hint: setup.timezoneHint,
        value: person.timezone,
      },
      ...(person.addresses.length > 1
        ? [
            {
              type: "choice" as const,
              id: "place",
              label: people.mePlace,
              value: person.addresses[0] ?? "",
              options: person.addresses.map((address) => ({
                label: placeName(address, texts),
                value: address,
              })),
              open: true as const,
            },
          ]
        : []),
    ],
  };
}

/** What was changed here is theirs from now on: their platform's profile no longer changes it. */
async function save(context: Context<EventOf<"form">>): Promise<Outcome> {
  const { stores, person, event, texts } = context;
  const timezone = answer(event.answers, "timezone");
  if (!isZone(timezone))
    return { type: "invalid", problems: { timezone: texts.setup.badTimezone } };
  const language = answer(event.answers, "language");
  const locale = LOCALES.find((value) => value === language);
  const place = answer(event.answers, "place");
  const saved =
    (await stores.people.update(person.id, (known) =>
      settled(known, { locale: locale ?? known.locale, timezone, place }),
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
  wanted: Pick<Person, "locale" | "timezone"> & { readonly place: string },
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
