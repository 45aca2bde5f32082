/** What every part of a record feature is given: the kind, its words, and the record of a press. */

import type { Answers, Block, Button, Input } from "../card.ts";
import type { Context, Handler, Services } from "../feature.ts";
import type { FieldValue } from "../fields/field.ts";
import type { Person } from "../team/person.ts";
import type { Texts } from "../texts/index.ts";
import type { AnyKind, AnySays } from "./kind.ts";
import { upgraded, type KeptRecord } from "./record.ts";
import { may, seeingOf, standingOf, type Standing } from "./rights.ts";

/** What is truly special about a kind, by name. */
export interface Handlers {
  /** After it was added or changed; may run again for the same record, and must then change nothing. */
  readonly kept?: (services: Services, record: KeptRecord) => Promise<void>;
  /** What is said, above the record, to who added or changed it. */
  readonly said?: (context: Context, records: readonly KeptRecord[]) => Promise<readonly Block[]>;
  /** After a press, or its end, led to another state; may run again, as `kept`. */
  readonly moved?: (services: Services, record: KeptRecord) => Promise<void>;
  /** What is said of a form beyond what each field says, while it is open and when it is sent. */
  readonly judge?: Judge;
  /** What else can be done with one, beside the presses of its states. */
  readonly more?: (seen: Seen, texts: Texts) => readonly Button[];
}

export interface Judge {
  /** The form is judged anew when one of these changes. */
  readonly live: readonly string[];
  readonly of: (context: Context, filling: Filling) => Promise<Judged>;
}

/** A form that is being filled in, or was sent. */
export interface Filling {
  /** Whose it is going to be; undefined while nobody said so. */
  readonly scopeId: string | undefined;
  /** Those of the fields that can be read. */
  readonly values: Readonly<Record<string, FieldValue>>;
  readonly answers: Answers;
  /** The one that is changed. */
  readonly record: KeptRecord | undefined;
}

export interface Judged {
  /** By field, in place of its hint. */
  readonly readings?: Readonly<Record<string, string>>;
  /** Questions below those of the kind, which `judge` alone reads. */
  readonly inputs?: readonly Input[];
  /** By field: it cannot be kept so. */
  readonly problems?: Readonly<Record<string, string>>;
  /** In place of what was filled in. */
  readonly values?: Readonly<Record<string, FieldValue>>;
  /** Where a new one begins. */
  readonly state?: string;
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
  const isOpen = kind.changeIn?.includes(record.state) ?? true;
  const mayChange = isOpen && may(kind, kind.may.change, record, standing, isHere);
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
