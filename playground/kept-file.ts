/** Files that were uploaded to a stand-in: kept in memory, and handed out again. */

import type { Response } from "express";

export function sendFile(
  response: Response,
  file: { readonly name: string; readonly bytes: Buffer | null } | undefined,
): void {
  if (file?.bytes) response.attachment(file.name).send(file.bytes);
  else
    response
      .status(404)
      .type("text/plain")
      .send("This file is gone: files are kept in memory only.");
}
