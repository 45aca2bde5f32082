/** What a page's form sends: its fields, and files as the text that is in them. */

import type { IncomingMessage } from "node:http";

/** A calendar of the largest size that is read, and what stands around it. */
export const MOST_BYTES = 5_000_000;
const AROUND_BYTES = 500_000;

export class TooLarge extends Error {
  override readonly name = "TooLarge";
}

/** Many times what any page asks for; each part of a form costs more than its bytes. */
const MOST_PARTS = 200;

/** @throws TooLarge as soon as it is, or when it has too many parts. */
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
  const bytes = Buffer.concat(parts);
  const type = request.headers["content-type"] ?? "";
  if (hasMoreParts(bytes, MOST_PARTS, type)) throw new TooLarge("A form had too many parts");
  const body = new Response(bytes, { headers: { "content-type": type } });
  // What is no form has no fields: the page says what is missing. It holds the whole body in memory, which is bounded above; no library is needed for that.
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  const form = await body.formData().catch(() => new FormData());
  const fields: Record<string, string> = {};
  for (const [name, value] of form)
    fields[name] =
      typeof value === "string" ? value : textOf(new Uint8Array(await value.arrayBuffer()));
  return fields;
}

/** By what stands between them. */
function hasMoreParts(bytes: Buffer, most: number, type: string): boolean {
  const [, quoted, plain] = /boundary=(?:"([^"]+)"|([^\s;]+))/iu.exec(type) ?? [];
  const between = quoted ?? plain ?? "&";
  let at = -1;
  for (let count = 0; count <= most; count += 1) {
    at = bytes.indexOf(between, at + 1);
    if (at < 0) return false;
  }
  return true;
}

/** UTF-8, UTF-16, or what spreadsheets on Windows write. */
export function textOf(bytes: Uint8Array): string {
  const encoding = utf16In(bytes);
  if (encoding) return new TextDecoder(encoding).decode(bytes);
  const text = utf8In(bytes) ?? utf8In(unfolded(bytes));
  if (text !== undefined) return text;
  const mended = new TextDecoder("utf-8").decode(bytes);
  return isMostlyRight(mended) ? mended : new TextDecoder("windows-1252").decode(bytes);
}

/** By its mark, or by the empty half of each of its letters. */
function utf16In(bytes: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  const start = bytes.subarray(0, 200);
  const empty = (half: number): number =>
    start.filter((byte, n) => n % 2 === half && byte === 0).length;
  const isHalfEmpty = (half: number): boolean =>
    empty(half) > start.length * 0.45 && empty(1 - half) === 0;
  return isHalfEmpty(1) ? "utf-16le" : isHalfEmpty(0) ? "utf-16be" : undefined;
}

function utf8In(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Calendar files fold their lines after so many bytes, some of them in the middle of a letter. */
const unfolded = (bytes: Uint8Array): Uint8Array =>
  Buffer.from(
    Buffer.from(bytes)
      .toString("latin1")
      .replaceAll(/\r?\n[ \t]/gu, ""),
    "latin1",
  );

const BROKEN = 0xfffd;
const LAST_ASCII = 0x7f;

/** A text with more letters with accents than broken ones. */
function isMostlyRight(text: string): boolean {
  if (text.includes("\0")) return false;
  let [broken, right] = [0, 0];
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === BROKEN) broken += 1;
    else if (unit > LAST_ASCII) right += 1;
  }
  return right > broken;
}
