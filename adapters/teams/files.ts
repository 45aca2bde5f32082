/** What files mean in Teams, decided purely: offers first, and each one sent when it is allowed. */

import { type Card, text } from "../../src/card.ts";
import type { ChatEvent, ChatFile, Outcome } from "../../src/ports.ts";
import { textsFor } from "../../src/texts/index.ts";
import type { Making } from "./consent.ts";
import { offersFiles } from "./hosts.ts";
import type { Upload, Via } from "./via.ts";

export type FileStep =
  /** Asks the person whether these files may come; where none may they see `otherwise`. */
  | {
      readonly type: "offer";
      readonly offers: readonly { readonly file: ChatFile; readonly making: Making }[];
      readonly otherwise: Card;
    }
  /** A file goes to where Teams wants it; `failed` is said when it does not get there. */
  | {
      readonly type: "upload";
      readonly upload: Upload;
      readonly content: string;
      readonly failed: Card;
    }
  /** A message goes away; `instead` is said when it was still there. */
  | { readonly type: "withdraw"; readonly message: string; readonly instead?: Card };

type Files = Extract<Outcome, { readonly type: "files" }>;

/** What is said, then the offers; undefined where Teams takes no files from a bot. */
export function offersOf(
  outcome: Files,
  { event, via }: { readonly event: ChatEvent; readonly via: Via },
): { readonly card: Card; readonly step: FileStep } | undefined {
  // Only what a button made can be made again by the yes.
  if (!via.isPersonal || !offersFiles(via.serviceUrl) || event.type !== "action") return undefined;
  const { action, value } = event;
  const { card, files, otherwise } = outcome;
  const locale = card.locale ?? via.locale;
  const { chat } = textsFor(locale, "UTC");
  const offers = files.map((file) => ({ file, making: { action, value, name: file.name } }));
  return {
    card: { title: chat.filesOffered, body: [text(chat.filesOfferedBody)], locale },
    step: { type: "offer", offers, otherwise },
  };
}

/** What was allowed, as it is now, if it is still made; and what is said when it does not get there. */
export function allowedFile(
  { files, otherwise }: Files,
  { file: name }: Upload,
  via: Via,
): { readonly content: string | undefined; readonly failed: Card } {
  const { chat } = textsFor(otherwise.locale ?? via.locale, "UTC");
  return {
    content: files.find((file) => file.name === name)?.content,
    failed: { ...otherwise, title: chat.fileFailed(name) },
  };
}
