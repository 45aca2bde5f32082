/** What a page's form sends: its fields, and files as the text that is in them. */

import type { IncomingMessage } from "node:http";

/** A calendar of the largest size that is read, and what stands around it. */
export const MOST_BYTES = 5_000_000;
const AROUND_BYTES = 500_000;

export class TooLarge extends Error {
  override readonly name = "TooLarge";
}

/** @throws TooLarge as soon as it is. */
export async function readFields(
  request: IncomingMessage,
): Promise<Readonly<Record<string, string>>> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > MOST_BYTES + AROUND_BYTES) throw new TooLarge("A form was too large");
    parts.push(part);
  }
  const body = new Response(Buffer.concat(parts), {
    headers: { "content-type": request.headers["content-type"] ?? "" },
  });
  // What is no form has no fields: the page says what is missing. It holds the whole body in memory, which is bounded above; no library is needed for that.
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  const form = await body.formData().catch(() => new FormData());
  const fields: Record<string, string> = {};
  for (const [name, value] of form)
    fields[name] =
      typeof value === "string" ? value : textOf(new Uint8Array(await value.arrayBuffer()));
  return fields;
}

/** UTF-8, UTF-16 with its mark, or what spreadsheets on Windows write. */
export function textOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}
