/**
 * The form of a partnership. Its pickers show the people and channels of the platform it is opened on;
 * those who are only on another one are chosen by name, once they have written to the bot there.
 */

import type { Form, Input } from "../../card.ts";
import { USUAL_SERIES } from "../../check-in/check-in.ts";
import type { Context } from "../../feature.ts";
import {
  channelIn,
  membersOf,
  partnersOf,
  type CheckInSeries,
  type Partnership,
} from "../../team/partnership.ts";
import {
  addressIn,
  LOCALES,
  type Address,
  type Locale,
  type Person,
  type Side,
} from "../../team/person.ts";
import { placeNames } from "../../team/places.ts";
import type { Texts } from "../../texts/index.ts";
import { line, one, zone } from "../../fields/field.ts";
import { formOf } from "../../fields/form.ts";

export const SETUP = { school: line(100), timezone: zone, language: one(...LOCALES) };
/** In weeks. */
export const CADENCES: readonly CheckInSeries["everyWeeks"][] = [1, 2, 4];

/** What the form asks for, filled in and in order. */
export interface Wanted {
  readonly name: string;
  readonly timezone: string;
  readonly locale: Locale;
  /** Undefined when this platform has none and another has. */
  readonly channel: Address | undefined;
  readonly library: readonly Person[];
  readonly it: readonly Person[];
  readonly supervisors: readonly Person[];
  /** Undefined when it was not asked. */
  readonly meetsEvery: CheckInSeries["everyWeeks"] | undefined;
}

/** More names than this nobody looks through. */
const NAMES_SHOWN = 80;

export async function setupForm(
  context: Context,
  partnership: Partnership | undefined,
): Promise<Form> {
  const { stores, person, texts, event } = context;
  const { setup } = texts;
  const school = partnership && (await stores.schools.find(partnership.schoolId));
  const elsewhere = await peopleElsewhere(context);
  const channel = partnership && channelIn(partnership, event.tenant);
  const chosen = channel ?? event.channel;
  const isElsewhere = partnership?.channels.some((each) => each !== channel);
  const named = formOf(texts, SETUP, {
    form: "setup",
    title: setup.formTitle,
    context: partnership?.id ?? "",
    ask: {
      school: setup.school,
      timezone: { label: setup.timezone, hint: setup.timezoneHint },
      language: { label: setup.language, options: setup.languages },
    },
    values: {
      school: school?.name,
      timezone: school?.timezone ?? person.timezone,
      language: school?.locale ?? person.locale,
    },
  });
  const [first, ...others] = named.inputs;
  return {
    ...named,
    inputs: [
      ...(first ? [first] : []),
      ...(await sideInputs(context, "library", partnership, elsewhere)),
      ...(await sideInputs(context, "it", partnership, elsewhere)),
      await supervisorInput(context, partnership),
      {
        type: "channel",
        id: "channel",
        label: setup.channel,
        hint: setup.channelHint,
        ...(chosen ? { value: chosen } : {}),
        ...(isElsewhere ? { optional: true as const } : {}),
      },
      ...cadenceInput(partnership, texts),
      ...others,
    ],
  };
}

/** Until they have a regular meeting, which says it itself. */
function cadenceInput(
  partnership: Partnership | undefined,
  { setup, checkIn }: Texts,
): readonly Input[] {
  if (partnership?.series) return [];
  return [
    {
      type: "choice",
      id: "every",
      label: setup.cadence,
      hint: setup.cadenceHint,
      value: String(partnership?.meetsEvery ?? USUAL_SERIES.everyWeeks),
      options: CADENCES.map((weeks) => ({
        label: checkIn.everyShort[weeks],
        value: String(weeks),
      })),
      open: true,
    },
  ];
}

/** Who may be shown things later; those of another platform stay as they are. */
async function supervisorInput(
  { stores, texts, event }: Context,
  partnership: Partnership | undefined,
): Promise<Input> {
  const known = partnership ? await stores.people.findAll(partnership.supervisorIds) : [];
  return {
    type: "people",
    id: "supervisors",
    label: texts.setup.supervisors,
    hint: texts.setup.supervisorsHint,
    value: known.flatMap((person) => addressIn(person, event.tenant) ?? []),
    optional: true,
  };
}

/** People whom the pickers of this platform cannot show; undefined where there is no other one. */
async function peopleElsewhere({
  stores,
  event,
}: Pick<Context, "stores" | "event">): Promise<readonly Person[] | undefined> {
  const tenants = await stores.tenants();
  return tenants.length > 1 ? await stores.people.outside(event.tenant) : undefined;
}

async function sideInputs(
  { stores, texts, event }: Context,
  side: Side,
  partnership: Partnership | undefined,
  elsewhere: readonly Person[] | undefined,
): Promise<readonly Input[]> {
  const { setup } = texts;
  const members = partnership ? await stores.people.findAll(membersOf(partnership, side)) : [];
  const partners = partnership ? partnersOf(partnership) : [];
  const there = members.filter((member) => !addressIn(member, event.tenant));
  const others = (elsewhere ?? []).filter(
    ({ id, addresses }) => addresses.length > 0 && !partners.includes(id),
  );
  const named = (person: Person) =>
    setup.personElsewhere(person.name, placeNames(person.addresses, texts));
  const options = [
    ...there.map((person) => ({ label: setup.takeOut(named(person)), value: `-${person.id}` })),
    ...others
      .slice(0, NAMES_SHOWN)
      .map((person) => ({ label: setup.takeIn(named(person)), value: `+${person.id}` })),
  ];
  const isEither = options.length > 0;
  const hint = side === "it" ? setup.noItYet : isEither ? setup.hereOrElsewhere : undefined;
  const picker: Input = {
    type: "people",
    id: side,
    label: side === "library" ? setup.libraryPeople : setup.itPeople,
    value: members.flatMap((member) => addressIn(member, event.tenant) ?? []),
    ...(hint ? { hint } : {}),
    ...(isEither || side === "it" ? { optional: true as const } : {}),
  };
  if (!elsewhere) return [picker];
  // Said once, below the second of the two lists.
  if (!isEither)
    return side === "it" ? [picker, { type: "note", text: setup.elsewhereHint }] : [picker];
  const list = new Intl.ListFormat(texts.locale).format(there.map(named));
  return [
    picker,
    {
      type: "choice",
      id: elsewhereInput(side),
      label: side === "library" ? setup.libraryElsewhere : setup.itElsewhere,
      hint: there.length > 0 ? setup.elsewhereNow(list) : setup.elsewhereHint,
      value: NO_CHANGE,
      options: [{ label: setup.elsewhereNobody, value: NO_CHANGE }, ...options],
      optional: true,
    },
  ];
}

/** The input for people of a side who are not on the platform of the form. */
export const elsewhereInput = (side: Side): string => `${side}-elsewhere`;
const NO_CHANGE = "=";
