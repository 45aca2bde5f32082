/** A partnership is started or changed: who stands on each side, and where shared things are posted. */

import { answer, muted, text, type Answers, type Card, type Form } from "../card.ts";
import { partnershipsMeant } from "../access.ts";
import { localDate } from "../calendar.ts";
import type { Context, EventOf, Feature } from "../feature.ts";
import { firstDigestTimer } from "../nudge.ts";
import { partnersOf, sideOf, type Partnership } from "../partnership.ts";
import { LOCALES, type Address, type Locale, type Person, type Role } from "../person.ts";
import type { Outcome } from "../ports.ts";
import type { School } from "../school.ts";
import { textsFor, type Texts } from "../texts/index.ts";

export const setupFeature: Feature = {
  name: "setup",
  commands: {
    setup: {
      summary: ({ setup }) => setup.summary,
      run: async (context) => {
        const [mine] = await partnershipsMeant(context);
        return { type: "ask", form: await setupForm(context, mine?.partnership) };
      },
    },
  },
  forms: { setup: { submit: save } },
};

async function setupForm(
  { stores, person, texts, event }: Context,
  partnership: Partnership | undefined,
): Promise<Form> {
  const { setup, common } = texts;
  const school = partnership && (await stores.schools.find(partnership.schoolId));
  const addresses = async (ids: readonly string[]) =>
    (await stores.people.findAll(ids)).flatMap(({ addresses: [primary] }) => primary ?? []);
  const channel = partnership?.channel ?? event.channel;
  return {
    form: "setup",
    title: setup.formTitle,
    submit: common.save,
    cancel: common.cancel,
    context: partnership?.id ?? "",
    inputs: [
      {
        type: "text",
        id: "school",
        label: setup.school,
        value: school?.name ?? "",
        maxLength: 100,
      },
      {
        type: "people",
        id: "library",
        label: setup.libraryPeople,
        value: await addresses(partnership?.libraryIds ?? []),
      },
      {
        type: "people",
        id: "it",
        label: setup.itPeople,
        value: await addresses(partnership?.itIds ?? []),
      },
      {
        type: "channel",
        id: "channel",
        label: setup.channel,
        hint: setup.channelHint,
        ...(channel ? { value: channel } : {}),
      },
      {
        type: "text",
        id: "timezone",
        label: setup.timezone,
        hint: setup.timezoneHint,
        value: school?.timezone ?? person.timezone,
      },
      {
        type: "choice",
        id: "language",
        label: setup.language,
        value: school?.locale ?? person.locale,
        options: LOCALES.map((value) => ({ label: setup.languages[value], value })),
        open: true,
      },
    ],
  };
}

interface Wanted {
  readonly name: string;
  readonly timezone: string;
  readonly locale: Locale;
  readonly channel: Address;
  readonly library: readonly Person[];
  readonly it: readonly Person[];
}

async function save(context: Context<EventOf<"form">>): Promise<Outcome> {
  const { stores, person, event, texts } = context;
  const current = event.context ? await stores.partnerships.find(event.context) : undefined;
  const wanted = await read(context, event.answers, current);
  if ("problems" in wanted) return { type: "invalid", problems: wanted.problems };
  if (current && !sideOf(current, person.id))
    return { type: "reply", card: { title: texts.common.notFoundHere, body: [] } };

  const { partnership, school } = await store(context, wanted, current);
  await tell(context, partnership, school, wanted, current);
  return {
    type: "reply",
    card: {
      title: current
        ? texts.setup.changedTitle(school.name)
        : texts.setup.startedTitle(school.name),
      body: [text(texts.setup.startedNext)],
    },
  };
}

async function read(
  context: Context<EventOf<"form">>,
  answers: Answers,
  current: Partnership | undefined,
): Promise<Wanted | { readonly problems: Readonly<Record<string, string>> }> {
  const { stores, person, texts, event } = context;
  const { setup, common } = texts;
  const name = answer(answers, "school");
  const timezone = answer(answers, "timezone");
  const language = answer(answers, "language");
  const channel = answer(answers, "channel") as Address;
  const library = await meetAll(context, answers["library"], "school_librarian");
  const it = await meetAll(context, answers["it"], "it_technician");
  const everyone = [...library, ...it].map(({ id }) => id);
  const atChannel = channel ? await stores.partnerships.atChannel(channel) : undefined;
  const problems = {
    ...(name ? {} : { school: common.empty }),
    ...(library.length > 0 ? {} : { library: setup.needLibrary }),
    ...(it.length > 0 ? {} : { it: setup.needIt }),
    ...(new Set(everyone).size === everyone.length ? {} : { it: setup.bothSides }),
    ...(current !== undefined ||
    everyone.includes(person.id) ||
    person.role === "district_library_coordinator"
      ? {}
      : { library: setup.includeYourself }),
    ...(isZone(timezone) ? {} : { timezone: setup.badTimezone }),
    ...(atChannel && ![current?.id, `p-${event.instance}`].includes(atChannel.id)
      ? { channel: setup.channelTaken }
      : {}),
    ...(channel ? {} : { channel: setup.channelHint }),
  };
  if (Object.keys(problems).length > 0) return { problems };
  const locale = LOCALES.find((value) => value === language) ?? person.locale;
  return { name, timezone, locale, channel, library, it };
}

/** The people chosen on the platform; a role is given to those who had none. */
async function meetAll(
  { stores, meet }: Context,
  chosen: string | readonly string[] | undefined,
  role: Role,
): Promise<readonly Person[]> {
  const addresses = typeof chosen === "string" ? [] : (chosen ?? []);
  const people = await Promise.all(
    addresses.map(async (address) => {
      const person = await meet(address as Address);
      return (
        person &&
        (await stores.people.update(person.id, (known) =>
          known.role === "staff" ? { ...known, role } : known,
        ))
      );
    }),
  );
  return people.flatMap((person) => person ?? []);
}

/** Ids follow from the form that was sent, so that a repeated delivery makes one partnership. */
async function store(
  { stores, event, now }: Context<EventOf<"form">>,
  { name, timezone, locale, channel, library, it }: Wanted,
  current: Partnership | undefined,
): Promise<{ readonly partnership: Partnership; readonly school: School }> {
  const sides = {
    channel,
    libraryIds: library.map(({ id }) => id),
    itIds: it.map(({ id }) => id),
  };
  const schoolId = current?.schoolId ?? `s-${event.instance}`;
  await stores.schools.add({
    id: schoolId,
    name,
    timezone,
    locale,
    calendarId: null,
    learningGoals: [],
  });
  const school = await stores.schools.update(schoolId, (known) => ({
    ...known,
    name,
    timezone,
    locale,
  }));
  const id = current?.id ?? `p-${event.instance}`;
  await stores.partnerships.add({
    id,
    schoolId,
    ...sides,
    supervisorIds: [],
    series: null,
    cycle: schoolYearOf(now, timezone),
  });
  const partnership = await stores.partnerships.update(id, (known) => ({ ...known, ...sides }));
  if (!partnership || !school) throw new Error("A partnership was lost while it was stored");
  return { partnership, school };
}

/** "2026-27" until the school has a calendar that names its years (CAL-6). */
function schoolYearOf(now: Date, timezone: string): string {
  const [year = "", month = ""] = localDate(now, timezone).split("-");
  const first = Number(year) - (Number(month) < 7 ? 1 : 0);
  return `${String(first)}-${String((first + 1) % 100).padStart(2, "0")}`;
}

/** Those who were added hear of it once; the channel too when it is a new one. */
async function tell(
  { stores, outbox, timers, person, now }: Context,
  partnership: Partnership,
  school: School,
  { library, it }: Wanted,
  before: Partnership | undefined,
): Promise<void> {
  const known = before ? partnersOf(before) : [];
  for (const added of [...library, ...it].filter(({ id }) => !known.includes(id))) {
    await timers.set(firstDigestTimer(added, stores.districtId, now));
    const [address] = added.addresses;
    if (address && added.id !== person.id)
      await outbox.post({
        key: `setup.welcome/${partnership.id}/${added.id}`,
        kind: "setup.welcome",
        to: address,
        card: welcomeCard(textsFor(added.locale, added.timezone), school, person),
      });
  }
  if (partnership.channel && partnership.channel !== before?.channel)
    await outbox.post({
      key: `setup.channel/${partnership.id}/${partnership.channel}`,
      kind: "setup.channel",
      to: partnership.channel,
      card: channelCard(textsFor(school.locale, school.timezone), library, it),
    });
}

const welcomeCard = ({ setup }: Texts, school: School, by: Person): Card => ({
  title: setup.welcomeTitle(school.name),
  body: [text(setup.welcomeBody(by.name)), muted(setup.welcomeStop)],
});

function channelCard(
  { setup, locale }: Texts,
  library: readonly Person[],
  it: readonly Person[],
): Card {
  const names = (people: readonly Person[]) =>
    new Intl.ListFormat(locale).format(people.map(({ name }) => name));
  return { title: setup.channelTitle, body: [text(setup.channelBody(names(library), names(it)))] };
}

function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}
