/** A command that is answered with an error; the codes are MongoDB's. */
import fs from "node:fs";

/** Thrown by anything below a command; the server answers it and goes on. */
export class CommandError extends Error {
  readonly code: number;
  /** Further fields of the answer, as `keyPattern` and `keyValue` of 11000. */
  readonly extra: Readonly<Record<string, unknown>>;

  constructor(code: number, message: string, extra: Readonly<Record<string, unknown>> = {}) {
    super(message);
    this.name = "CommandError";
    this.code = code;
    this.extra = extra;
  }
}

/** The document an error is answered with. */
export const errorReply = ({ code, message, extra }: CommandError): Record<string, unknown> => ({
  ok: 0,
  errmsg: message,
  code,
  ...extra,
});

/** The refusal of something MongoDB has and this database has not. */
export const unsupported = (what: string, code = 238): CommandError =>
  new CommandError(
    code,
    `${what} is not supported by the embedded database; set MONGODB_URI to use MongoDB.`,
  );

/** Less than this is no room: a commit needs a few pages of the log. */
const ROOM_BYTES = 1 << 20;

/**
 * Whether a write failed for want of room. SQLite says "disk I/O error" where a write came out
 * short, so then the folder is asked.
 */
export function isDiskFull(error: unknown, dir: string): boolean {
  if (!(error instanceof Error)) return false;
  if (/disk is full|ENOSPC|EDQUOT/.test(error.message)) return true;
  if (!error.message.includes("disk I/O error")) return false;
  const { bavail, bsize } = fs.statfsSync(dir);
  return bavail * bsize < ROOM_BYTES;
}
