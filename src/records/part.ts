/** What every part of a record feature is given: the kind, its words, and the record of a press. */

import type { Context, Handler, Services } from "../feature.ts";
import type { Person } from "../team/person.ts";
import type { Texts } from "../texts/index.ts";
import type { AnyKind, AnySays } from "./kind.ts";
import { upgraded, type KeptRecord } from "./record.ts";
import { may, seeingOf, standingOf, type Standing } from "./rights.ts";

/** What is truly special about a kind, by name: at most these two. */
export interface Handlers {
  /** After it was added or changed; may run again for the same record, and must then change nothing. */
  readonly kept?: (services: Services, record: KeptRecord) => Promise<void>;
  /** After a press led to another state. */
  readonly moved?: (services: Services, record: KeptRecord) => Promise<void>;
}

export interface Part {
  readonly kind: AnyKind;
  readonly say: (texts: Texts) => AnySays;
  readonly handlers: Handlers;
}

/** A record as the person who asked sees it. */
export interface Seen {
  readonly record: KeptRecord;
  readonly standing: Standing;
  /** Undefined when nobody of that id is known any more. */
  readonly writer: Person | undefined;
  readonly mayChange: boolean;
}

/** The record, when this person may see it; one that was removed only for who may put it back. */
export async function seenBy(
  { kind }: Part,
  context: Pick<Context, "stores" | "person" | "now">,
  id: string,
): Promise<Seen | undefined> {
  const standing = await standingOf(context, context.person);
  const found = await context.stores.records.see(seeingOf(kind, standing), id);
  if (!found) return undefined;
  const record = upgraded(kind, found);
  const writer = await context.stores.people.find(record.byId);
  const isHere = writer?.active === true;
  const mayChange = may(kind, kind.may.change, record, standing, isHere);
  return record.deleted && !mayChange ? undefined : { record, standing, writer, mayChange };
}

/** `lesson.show`: an action or form of a kind. */
export const named = ({ kind }: Part, what: string): string => `${kind.name}.${what}`;

export const handle =
  <T extends Parameters<Handler<"action" | "form" | "command">>[0]["event"]["type"]>(
    part: Part,
    run: (part: Part, context: Parameters<Handler<T>>[0]) => ReturnType<Handler<T>>,
  ): Handler<T> =>
  async (context) =>
    await run(part, context);
