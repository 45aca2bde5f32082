/** Who holds which right, who gave it, and how one comes to have it. */

import { actions, item, muted, text, type Block, type Card } from "../../card.ts";
import type { Context, EventOf, Services } from "../../feature.ts";
import type { Outcome } from "../../ports.ts";
import { giversOf, mayGiveNow, readHeld, type Held } from "../../rights.ts";
import { holding, RIGHTS, type Grant, type Right } from "../../team/grant.ts";
import type { Person } from "../../team/person.ts";
import type { Texts } from "../../texts/index.ts";
import { localDate } from "../../time/calendar.ts";
import { pageNumber } from "../../page-number.ts";

const PER_PAGE = 8;

export async function showOverview(context: Context): Promise<Outcome> {
  return { type: "reply", card: await overview(context, 1) };
}

export async function turnOverview(context: Context<EventOf<"action">>): Promise<Outcome> {
  return { type: "replace", card: await overview(context, pageNumber(context.event.value)) };
}

/** For those who hold a right: all of them. For everybody else: whom to ask. */
export async function overview(
  context: Pick<Context, "stores" | "person" | "texts">,
  asked: number,
): Promise<Card> {
  const { person, texts } = context;
  const held = await readHeld(context);
  if (!holding(held.grants, person.id, RIGHTS)) return askCard(held, texts);
  const pages = Math.max(1, Math.ceil(held.grants.length / PER_PAGE));
  const page = Math.min(pages, Math.max(1, Math.trunc(asked)));
  const shown = held.grants.slice((page - 1) * PER_PAGE, page * PER_PAGE);
  const givers = await nameGivers(context, shown);
  const { rights } = texts;
  const turn = (to: number, label: string) =>
    to < 1 || to > pages ? [] : [{ label, action: "rights.turn", value: String(to) }];
  const buttons = [
    ...(givable(held, person).length > 0
      ? [{ label: rights.give, action: "rights.give", value: "" }]
      : []),
    ...turn(page - 1, rights.earlier),
    ...turn(page + 1, rights.later),
  ];
  return {
    title: rights.title,
    body: [
      ...shown.map((grant) => row(grant, held, person, givers, texts)),
      ...(buttons.length > 0 ? [actions(...buttons)] : []),
      muted(rights.note),
    ],
  };
}

function row(
  grant: Grant,
  held: Held,
  person: Person,
  givers: ReadonlyMap<string, string>,
  { rights, dates, labelled }: Texts,
): Block {
  const holder = held.people.get(grant.personId);
  const name = holder?.name ?? "";
  const by = grant.givenById === null ? undefined : givers.get(grant.givenById);
  const on = dates.full(localDate(grant.givenAt, person.timezone));
  const mayTake = grant.personId === person.id || mayGiveNow(held, person.id, grant.right);
  return item(
    labelled(name, rights.names[grant.right]),
    by === undefined ? rights.givenAtStart(on) : rights.givenBy(by, on),
    mayTake
      ? {
          label: grant.personId === person.id ? rights.layDown : rights.takeBack,
          action: "rights.take",
          value: grant.id,
          about: labelled(name, rights.names[grant.right]),
        }
      : undefined,
  );
}

/** The rights that somebody may give. */
export const givable = (held: Held, { id }: Pick<Person, "id">): readonly Right[] =>
  RIGHTS.filter((right) => mayGiveNow(held, id, right));

async function nameGivers(
  { stores }: Pick<Services, "stores">,
  grants: readonly Grant[],
): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(grants.flatMap(({ givenById }) => givenById ?? []))];
  return new Map((await stores.people.findAll(ids)).map(({ id, name }) => [id, name]));
}

function askCard(held: Held, { rights, locale }: Texts): Card {
  const names = giversOf(held, "administrator").map(({ name }) => name);
  return {
    title: rights.notYours,
    body: [
      text(
        names.length > 0
          ? rights.askThem(new Intl.ListFormat(locale).format(names))
          : rights.nobodyYet,
      ),
      muted(rights.note),
    ],
  };
}
