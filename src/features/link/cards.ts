import { actions, facts, item, muted, text, type Button, type Card } from "../../card.ts";
import type { Linking, Self } from "../../team/linking.ts";
import type { Person } from "../../team/person.ts";
import { placeName } from "../../team/places.ts";
import type { Texts } from "../../texts/index.ts";

export const sayCard = (title: string, ...lines: readonly string[]): Card => ({
  title,
  body: lines.map(text),
});

/** Where a person is reached, the primary place first, and what they can change about it. */
export function whereCard(texts: Texts, person: Person, canAdd: boolean): Card {
  const { people } = texts;
  const { addresses, unreachable } = person;
  const add: Button = { label: people.linkAdd, action: "link.code", value: "" };
  return {
    title: people.linkTitle,
    body: [
      ...addresses.flatMap((address, n) => {
        const name = placeName(address, texts);
        const about = { value: address, about: name };
        const buttons: readonly Button[] = [
          ...(n > 0 ? [{ label: people.linkPrimary, action: "link.primary", ...about }] : []),
          ...(addresses.length > 1
            ? [
                {
                  label: people.linkRemove,
                  action: "link.remove",
                  style: "danger" as const,
                  ...about,
                },
              ]
            : []),
        ];
        return [
          item(
            name,
            [
              ...(n === 0 ? [people.linkFirst] : [people.linkAlso]),
              ...(unreachable.includes(address) ? [people.linkSilent] : []),
            ].join(" · "),
          ),
          ...(buttons.length > 0 ? [actions(...buttons)] : []),
        ];
      }),
      ...(canAdd ? [actions(add)] : []),
      ...(addresses.length > 1 ? [muted(people.linkRemoveWhy)] : []),
    ],
  };
}

export function codeCard({ people }: Texts, { id }: Linking): Card {
  return {
    title: people.linkCode(id),
    body: [text(people.linkCodeHow(id)), muted(people.linkCodeWhy)],
  };
}

/** To who typed the code: whom it would join them with. */
export function secondCard(texts: Texts, { id, first }: Linking, who: Person): Card {
  const { people } = texts;
  return {
    title: people.linkIsThatYou(named(texts, who), placeName(first.address, texts)),
    body: [text(people.linkWhat), actions(...answers(texts, "link.second", id))],
  };
}

/** To who asked for the code: who says that they are one. */
export function firstCard(texts: Texts, { id }: Linking, second: Self, who: Person): Card {
  const { people } = texts;
  return {
    title: people.linkIsThatYou(named(texts, who), placeName(second.address, texts)),
    body: [
      text(people.linkTyped),
      text(people.linkWhat),
      actions(...answers(texts, "link.first", id)),
    ],
  };
}

/** Once both said yes. */
export function joinedCard(texts: Texts, person: Person): Card {
  const { people } = texts;
  const [primary, ...others] = person.addresses.map((address) => placeName(address, texts));
  return {
    title: people.linkJoined,
    body: [
      facts(
        { label: people.linkFirst, value: primary ?? "" },
        { label: people.linkAlso, value: new Intl.ListFormat(texts.locale).format(others) },
      ),
      text(people.linkJoinedNext),
    ],
  };
}

const named = ({ people }: Texts, { name, role }: Person): string =>
  people.named(name, people.roles[role]);

const answers = ({ people }: Texts, action: string, code: string): readonly Button[] => [
  { label: people.linkYes, action, value: code, style: "primary" },
  { label: people.linkNo, action: "link.no", value: code },
];
