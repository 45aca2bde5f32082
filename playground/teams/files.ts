/** People's OneDrive, as far as bots put files there. Kept in memory only. */
import { randomUUID } from "node:crypto";
import express, { type Express } from "express";
import { type Bag, bagAt, stringAt } from "../bag.ts";
import { filesIn } from "./file-card.ts";
import { type Refusal, refusal } from "./refusal.ts";
import type { Conversation } from "./world.ts";
import { sendFile } from "../kept-file.ts";

const BODY_LIMIT = "12mb";

export interface OneDrive {
  /** An address for one file that was allowed: `uploadInfo` of the person's answer. */
  begin(name: string): Bag;
  mount(app: Express): void;
}

/** @param base of the stand-in, with its final slash. */
export function createOneDrive(base: string): OneDrive {
  const files = new Map<string, { readonly name: string; readonly bytes: Buffer | null }>();
  return {
    begin: (name) => {
      const id = randomUUID();
      files.set(id, { name, bytes: null });
      return {
        contentUrl: `${base}file/${id}`,
        name,
        uploadUrl: `${base}upload/${id}`,
        uniqueId: id,
        fileType: name.split(".").at(-1) ?? "",
      };
    },
    mount: (app) => {
      const raw = express.raw({ type: () => true, limit: BODY_LIMIT });
      app.put("/teams/upload/:id", raw, (request, response) => {
        const { id } = request.params;
        const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
        const file = files.get(id);
        // An address is used up by the file that it was given for.
        if (!file || file.bytes) response.status(404).json({ error: { code: "itemNotFound" } });
        else if (request.headers["content-range"] !== rangeOf(bytes)) {
          response.status(416).json({ error: { code: "invalidRange" } });
        } else {
          files.set(id, { ...file, bytes });
          response.status(201).json({ id, name: file.name, size: bytes.length });
        }
      });
      app.get("/teams/file/:id", (request, response) => {
        sendFile(response, files.get(request.params.id));
      });
    },
  };
}

function rangeOf({ length }: Buffer): string {
  return `bytes 0-${String(length - 1)}/${String(length)}`;
}

/** Files go into a person's own chat with a bot whose manifest says that it has some. */
export function refuseFiles(
  { kind }: Conversation,
  activity: Bag,
  supportsFiles: boolean,
): Refusal | null {
  const files = filesIn(activity);
  if (files.length === 0) return null;
  if (kind !== "personal") {
    return refusal(403, "Forbidden", "Files of bots are for personal chats only.");
  }
  if (!supportsFiles) {
    return refusal(400, "BadArgument", "The app's manifest does not say `supportsFiles`.");
  }
  const isWhole = files.every(
    (file) => stringAt(file, "name") !== undefined && bagAt(file, "content") !== undefined,
  );
  return isWhole ? null : refusal(400, "BadSyntax", "A file needs `name` and `content`.");
}
