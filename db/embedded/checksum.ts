/**
 * A checksum of the whole file, set when it was closed in order and cleared before it is written
 * again. It stands in four bytes of SQLite's header that are the application's own, so that it goes
 * where the file goes; 0 says that there is none.
 */
import fs from "node:fs";
import { crc32 } from "node:zlib";

const AT = 68;
const CHUNK = 1 << 20;

/** Whether the file has a checksum and it is right; throws when it is wrong. Clears it. */
export function takeChecksum(file: string): boolean {
  if (!fs.existsSync(file) || fs.statSync(file).size < 100) return false;
  return withFile(file, (handle) => {
    const field = Buffer.alloc(4);
    fs.readSync(handle, field, 0, 4, AT);
    const expected = field.readUInt32BE();
    if (expected === 0) return false;
    if (checksumOf(handle) !== expected)
      throw new Error("the file is damaged: its checksum is wrong. Put a backup in its place.");
    write(handle, 0);
    return true;
  });
}

/** The file must be closed, and nothing of it left in a log beside it. */
export function setChecksum(file: string): void {
  withFile(file, (handle) => {
    write(handle, checksumOf(handle));
  });
}

function withFile<T>(file: string, work: (handle: number) => T): T {
  const handle = fs.openSync(file, "r+");
  try {
    return work(handle);
  } finally {
    fs.closeSync(handle);
  }
}

function write(handle: number, checksum: number): void {
  const field = Buffer.alloc(4);
  field.writeUInt32BE(checksum);
  fs.writeSync(handle, field, 0, 4, AT);
  fs.fsyncSync(handle);
}

function checksumOf(handle: number): number {
  const chunk = Buffer.alloc(CHUNK);
  let sum = 0;
  for (let at = 0, length = CHUNK; length > 0; at += length) {
    length = fs.readSync(handle, chunk, 0, CHUNK, at);
    if (at === 0) chunk.fill(0, AT, AT + 4);
    sum = crc32(chunk.subarray(0, length), sum);
  }
  return sum === 0 ? 1 : sum;
}
