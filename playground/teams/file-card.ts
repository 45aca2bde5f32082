/** How a client of Teams draws a bot's files: an offer with its two buttons, and a file to download. */
import { type Bag, bagAt, bagsAt, stringAt } from "../bag.ts";

const OFFER = "application/vnd.microsoft.teams.card.file.consent";
const FILE = "application/vnd.microsoft.teams.card.file.info";

/** Teams' own words on the buttons of an offer. */
export const ALLOW = "Allow";
const DECLINE = "Decline";

/** The files that an activity offers or shows. */
export function filesIn(activity: Bag): readonly Bag[] {
  return bagsAt(activity, "attachments").filter(({ contentType }) =>
    [OFFER, FILE].includes(String(contentType)),
  );
}

export function offerIn(activity: Bag): Bag | undefined {
  return filesIn(activity).find(({ contentType }) => contentType === OFFER);
}

/** As an Adaptive Card; undefined when the attachment is no file. */
export function fileCard(attachment: Bag): Bag | undefined {
  const name = stringAt(attachment, "name") ?? "";
  switch (attachment["contentType"]) {
    case OFFER: {
      const content = bagAt(attachment, "content");
      const size = `${String(Math.ceil(Number(content?.["sizeInBytes"]) / 1024))} KB`;
      return cardOf(
        [name, stringAt(content, "description") ?? "", size],
        [ALLOW, DECLINE].map((title) => ({ type: "Action.Execute", title })),
      );
    }
    case FILE: {
      const url = stringAt(attachment, "contentUrl") ?? "";
      return cardOf([name], [{ type: "Action.OpenUrl", title: "Download", url }]);
    }
    default:
      return undefined;
  }
}

function cardOf([title = "", ...more]: readonly string[], actions: readonly Bag[]): Bag {
  const head = { type: "TextBlock", text: title, weight: "Bolder", wrap: true };
  const rest = more.map((text) => ({ type: "TextBlock", text, isSubtle: true, wrap: true }));
  return { type: "AdaptiveCard", version: "1.4", body: [head, ...rest], actions };
}
