/** Whether Teams takes what the bot sends: its kind, its size, its cards. */
import { type Bag, bagsAt, stringAt } from "../bag.ts";
import { checkCard } from "./card-check.ts";
import { isCardAttachment } from "./posts.ts";
import { type Refusal, refusal } from "./refusal.ts";

/** In UTF-16, cards included. */
const MOST_BYTES = 100 * 1024;
const OTHER_ATTACHMENTS =
  /^(image\/|text\/html$|application\/vnd\.microsoft\.(card\.(hero|thumbnail|signin|oauth|list)|teams\.))/;

/** Null when it may be sent. */
export function checkActivity(activity: Bag): Refusal | null {
  const type = stringAt(activity, "type");
  if (type !== "message" && type !== "typing") {
    return refusal(400, "BadArgument", `Bots send no activity of type “${type ?? ""}”.`);
  }
  if (type === "typing") return null;
  if (Buffer.byteLength(JSON.stringify(activity), "utf16le") > MOST_BYTES) {
    return refusal(413, "MessageSizeTooBig", "Message size too large.");
  }
  const attachments = bagsAt(activity, "attachments");
  if ((stringAt(activity, "text") ?? "") === "" && attachments.length === 0) {
    return refusal(400, "BadSyntax", "A message needs `text` or `attachments`.");
  }
  const problems = attachments.flatMap((attachment, index) =>
    isCardAttachment(attachment)
      ? checkCard(attachment["content"])
      : OTHER_ATTACHMENTS.test(stringAt(attachment, "contentType") ?? "")
        ? []
        : [`attachments[${index}]: Teams knows no “${stringAt(attachment, "contentType") ?? ""}”`],
  );
  return problems.length === 0 ? null : refusal(400, "BadSyntax", problems.join("; "));
}
