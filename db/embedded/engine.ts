/** Runs commands against a store, for connections that may have to log in first. */
import { type Doc, decode, docOf, encode, firstName, isDoc } from "./bson.ts";
import { ADMIN_COMMANDS } from "./commands/admin.ts";
import {
  checkConcerns,
  type Command,
  COMMON_FIELDS,
  readArgs,
  type Reply,
} from "./commands/command.ts";
import { INDEX_COMMANDS } from "./commands/indexes.ts";
import { READ_COMMANDS } from "./commands/read.ts";
import { WRITE_COMMANDS } from "./commands/write.ts";
import { createCursors } from "./cursors.ts";
import { CommandError, errorReply } from "./errors.ts";
import { createLogins } from "./login.ts";
import { findStored } from "./query.ts";
import type { Store } from "./store.ts";

export const COMMANDS: Readonly<Record<string, Command>> = {
  ...READ_COMMANDS,
  ...WRITE_COMMANDS,
  ...INDEX_COMMANDS,
  ...ADMIN_COMMANDS,
};

/** Whether who sent it is answered only once everything so far is on disk: who writes, but for `j: false`. */
export function awaitsDisk(body: Doc | CommandError): boolean {
  if (body instanceof CommandError || COMMANDS[firstName(body)]?.writes !== true) return false;
  const concern = body.get("writeConcern");
  return !(isDoc(concern) && concern.get("j") === false);
}

const GREETINGS = ["hello", "ismaster"];
const EXPIRED_AT_ONCE = 1000;

export type Engine = ReturnType<typeof createEngine>;
/** Answers a command of one connection. What it throws is a failure of the store. */
export type Run = (body: Doc | CommandError) => Buffer;

/** @param password whoever connects has to log in with it before anything but a greeting. */
export function createEngine(store: Store, password?: string) {
  const cursors = createCursors();
  const newLogin = password === undefined ? undefined : createLogins(password);

  function run(body: Doc, name: string): Reply {
    const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
    if (command === undefined) throw new CommandError(59, `no such command: '${name}'`);
    checkConcerns(body);
    const args = readArgs(body, name, [name, ...command.fields, ...COMMON_FIELDS]);
    const db = args.has("$db") ? args.text("$db") : "admin";
    return command.run({ args, db, store, cursors });
  }

  return {
    store,
    connect(): Run {
      const logIn = newLogin?.();
      let isIn = logIn === undefined;
      return (body) => {
        try {
          if (body instanceof CommandError) throw body;
          const name = firstName(body);
          if (logIn && (name === "saslStart" || name === "saslContinue")) {
            isIn = false;
            const reply = logIn(body);
            isIn = reply.done;
            return encode(reply);
          }
          if (!isIn && !GREETINGS.includes(name))
            throw new CommandError(13, `Command ${name} requires authentication`);
          const reply = run(body, name);
          return Buffer.isBuffer(reply) ? reply : encode(reply);
        } catch (error) {
          if (error instanceof CommandError) return encode(errorReply(error));
          throw error;
        }
      };
    },
    /** Removes up to 1,000 documents of each TTL index whose time has come; the caller commits. */
    expire(now: number): void {
      cursors.expire(now);
      for (const collection of store.collections.values())
        for (const { expireAfterSeconds, parts } of collection.indexes) {
          const [part] = parts;
          if (expireAfterSeconds === undefined || part === undefined) continue;
          const before = new Date(now - expireAfterSeconds * 1000);
          const filter = docOf({ [part.name]: docOf({ $lt: before }) });
          for (const row of findStored(collection, { filter, limit: EXPIRED_AT_ONCE }))
            collection.change(row.seq, decode(row.bytes));
        }
    },
  };
}
