/** What stands in a message as one line: opened as it is, or listed when it did not fit. */

import { notFound } from "../../access.ts";
import { actions, item as row, muted, type Block } from "../../card.ts";
import { itemDetail, lineTitle } from "../../telling/digest-card.ts";
import { digestLines, type DigestLine } from "../../telling/digest-facts.ts";
import { pressed } from "../../telling/press.ts";
import { workplacesOf } from "../../here/workplaces.ts";
import type { Context, EventOf } from "../../feature.ts";
import { itemButton } from "../../cards/item-lines.ts";
import type { Outcome } from "../../ports.ts";
import type { Texts } from "../../texts/index.ts";

type Pressed = Context<EventOf<"action">>;

/** The whole message behind a line, privately, as it stands now. */
export async function openNotice(context: Pressed): Promise<Outcome> {
  const { stores, event, person } = context;
  const notice = await stores.notices.find(event.value);
  if (notice?.personId !== person.id) return notFound(context, event.value);
  if (notice.inMessage !== null) await pressed(context, notice.inMessage);
  return { type: "reply", card: notice.card };
}

const MORE_SHOWN = 10;

/** What did not fit among the three, as it stands now. */
export async function more(context: Pressed): Promise<Outcome> {
  const { person, texts, event } = context;
  const { nudge, plan } = texts;
  const digest = await pressed(context, event.value);
  const rest = digest?.rest ?? [];
  const places = await workplacesOf(context, person);
  const lines = await digestLines(context, person, rest.slice(0, MORE_SHOWN), places);
  const count = digest?.more ?? 0;
  return {
    type: "reply",
    card: {
      title: count === 0 ? nudge.moreNone : nudge.moreTitle(count),
      body: [
        ...lines.map((line) => lineRow(line, texts)),
        ...(count > lines.length ? [muted(nudge.moreRest(count - lines.length))] : []),
        actions({ label: plan.showPlan, action: "plan.show", value: "" }),
      ],
    },
  };
}

function lineRow(line: DigestLine, texts: Texts): Block {
  const title = lineTitle(line, texts);
  switch (line.kind) {
    case "check_in":
      return row(title);
    case "notice":
      return row(title, undefined, {
        label: texts.nudge.open,
        action: "notice.open",
        value: line.notice.id,
        about: line.notice.card.title,
      });
    case "item":
      return row(
        title,
        itemDetail(line.item, line.today, texts),
        itemButton(texts.plan.show, "item.show", line.item),
      );
  }
}
