/**
 * Files in the person's own chat. Teams puts nothing of a bot's into a OneDrive unasked: the bot offers a
 * file, the person allows it or not, and with their yes comes an address to send the bytes to.
 * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/bots-filesv4
 */

import type { Activity } from "botbuilder";
import { z } from "zod";
import type { ChatFile } from "../../src/ports.ts";
import type { TeamsActivity } from "./activity.ts";
import type { Upload } from "./via.ts";

export const CONSENT = "fileConsent/invoke";

const OFFER_TYPE = "application/vnd.microsoft.teams.card.file.consent";
const FILE_TYPE = "application/vnd.microsoft.teams.card.file.info";

/** The press that makes the file, again with the yes: nothing is kept in between. */
export interface Making {
  readonly action: string;
  readonly value: string;
  /** Which one of the files that it makes. */
  readonly name: string;
}

/** The answer to an offer. What made the file went through the client: a request and never a right. */
type Consent =
  | { readonly type: "accepted"; readonly making: Making; readonly upload: Upload }
  | { readonly type: "declined" };

const making = z.object({ action: z.string(), value: z.string(), name: z.string() });
const accepted = z.object({
  type: z.literal("fileUpload"),
  action: z.literal("accept"),
  context: z.object({ liaison: making }),
  uploadInfo: z.object({
    contentUrl: z.string(),
    name: z.string(),
    uploadUrl: z.string(),
    uniqueId: z.string(),
    fileType: z.string(),
  }),
});
const declined = z.object({ type: z.literal("fileUpload"), action: z.literal("decline") });

/** Undefined when it answers no offer of ours. */
export function readConsent({ value }: TeamsActivity): Consent | undefined {
  if (declined.safeParse(value).success) return { type: "declined" };
  const { data } = accepted.safeParse(value);
  if (!data) return undefined;
  const { uploadUrl, ...file } = data.uploadInfo;
  return {
    type: "accepted",
    making: data.context.liaison,
    upload: { ...file, url: uploadUrl, file: data.context.liaison.name },
  };
}

/** Asks whether a file may come. */
export function offerMessage({ name, title, content }: ChatFile, made: Making): Partial<Activity> {
  return {
    type: "message",
    summary: title,
    attachments: [
      {
        contentType: OFFER_TYPE,
        name,
        content: {
          description: title,
          sizeInBytes: Buffer.byteLength(content, "utf8"),
          acceptContext: { liaison: made },
          declineContext: {},
        },
      },
    ],
  };
}

/** The file where it now is, to open it from the chat. */
export const fileMessage = (upload: Upload): Partial<Activity> => ({
  type: "message",
  summary: upload.name,
  attachments: [
    {
      contentType: FILE_TYPE,
      name: upload.name,
      contentUrl: upload.contentUrl,
      content: { uniqueId: upload.uniqueId, fileType: upload.fileType },
    },
  ],
});
