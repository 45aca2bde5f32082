/** What is to be shown, drawn for one reader: with the names that Teams has for people and channels. */

import type { Answers, Form } from "../../src/card.ts";
import type { Address } from "../../src/team/person.ts";
import { textsFor, type Texts } from "../../src/texts/index.ts";
import type { AdaptiveCard } from "./adaptive-card.ts";
import { isShared, readPlace } from "./address.ts";
import type { Directory } from "./directory.ts";
import type { Content } from "./plan.ts";
import { dialogTitle, renderCard } from "./render.ts";
import type { Place } from "./render-button.ts";
import { renderForm } from "./render-form.ts";
import type { ChannelChoice } from "./render-input.ts";
import type { Seals } from "./seal.ts";
import { summary } from "./text.ts";

export interface Drawn {
  /** In the frame of a dialog. */
  readonly title: string;
  /** What a notification says. */
  readonly summary: string;
  readonly card: AdaptiveCard;
}

interface Reader {
  /** In the reader's language, for what does not say in which it is. */
  readonly texts: Texts;
  readonly tenant: string;
  /** Of whoever is shown a form, and sends it back. */
  readonly user?: string;
}

export type Artist = (content: Content, place: Place, reader: Reader) => Promise<Drawn>;

/** @throws RangeError when a button or a form carries more than Teams takes. */
export function createArtist(directory: Directory, seals: Seals): Artist {
  /** What is chosen stays to be chosen, also where its team was not heard of yet. */
  async function channelsFor(
    { inputs }: Form,
    answers: Answers = {},
    { texts, tenant }: Reader,
  ): Promise<readonly ChannelChoice[]> {
    const asked = inputs.flatMap((input) => (input.type === "channel" ? [input] : []));
    if (asked.length === 0) return [];
    const known = await directory.channels(tenant);
    const chosen = asked.flatMap(({ id, value }) => [value ?? [], answers[id] ?? []].flat());
    const ids = chosen.flatMap((address) => channelId(address as Address) ?? []);
    const others = [...new Set(ids)].filter((id) => !known.some((choice) => choice.id === id));
    return [...known, ...others.map((id) => ({ id, name: texts.chat.sameChannel }))];
  }

  return async (content, place, { texts: readers, tenant, user }) => {
    const { locale } = content.kind === "card" ? content.card : content.form;
    const texts = locale ? textsFor(locale, "UTC") : readers;
    if (content.kind === "card")
      return {
        title: dialogTitle(content.card.title),
        summary: summary(content.card, texts.locale),
        card: renderCard(content.card, { texts, place }),
      };
    const { instance, note, answers, problems } = content;
    const [channels, people] = await Promise.all([
      channelsFor(content.form, answers, { texts, tenant }),
      directory.idsOf(peopleIn(content.form, answers)),
    ]);
    const form = keepingUnseen(content.form, answers, people);
    return {
      title: dialogTitle(form.title),
      summary: form.title,
      card: renderForm(form, {
        texts,
        place,
        instance,
        note,
        seal: user
          ? (whole) => seals.seal({ form: whole, instance, note }, { tenant, user })
          : undefined,
        ...(answers ? { answers } : {}),
        ...(problems ? { problems } : {}),
        channels,
        idOf: (address) => people.get(address) ?? channelId(address),
      }),
    };
  };
}

/** Who cannot be shown stays in what the form answers: nobody is taken out by a directory that is slow. */
function keepingUnseen(
  form: Form,
  answers: Answers | undefined,
  shown: ReadonlyMap<Address, string>,
): Form {
  const inputs = form.inputs.map((input) => {
    if (input.type !== "people") return input;
    const stood = [answers?.[input.id] ?? input.value ?? []].flat().filter(Boolean);
    const unseen = stood.filter((address) => !shown.has(address as Address));
    return unseen.length > 0 || input.unseen ? { ...input, unseen } : input;
  });
  return { ...form, inputs };
}

function peopleIn(form: Form, answers: Answers = {}): readonly Address[] {
  const named = form.inputs.flatMap((input) =>
    input.type === "people" ? [input.value ?? [], answers[input.id] ?? []].flat() : [],
  );
  return [...new Set(named)].filter(Boolean) as Address[];
}

function channelId(address: Address): string | undefined {
  const place = readPlace(address);
  return place && isShared(place.id) ? place.id : undefined;
}
