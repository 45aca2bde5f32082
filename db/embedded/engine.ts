/** Runs commands against a store. */
import { checkConcerns, COMMON_FIELDS, readArgs } from "./args.ts";
import { type Doc, decode, docOf } from "./bson.ts";
import { ADMIN_COMMANDS } from "./commands/admin.ts";
import type { Command, Reply } from "./commands/command.ts";
import { INDEX_COMMANDS } from "./commands/indexes.ts";
import { READ_COMMANDS } from "./commands/read.ts";
import { WRITE_COMMANDS } from "./commands/write.ts";
import { createCursors } from "./cursors.ts";
import { CommandError } from "./errors.ts";
import { findStored } from "./query.ts";
import type { Store } from "./store.ts";

export const COMMANDS: Readonly<Record<string, Command>> = {
  ...READ_COMMANDS,
  ...WRITE_COMMANDS,
  ...INDEX_COMMANDS,
  ...ADMIN_COMMANDS,
};

const EXPIRED_AT_ONCE = 1000;

export type Engine = ReturnType<typeof createEngine>;

export function createEngine(store: Store) {
  const cursors = createCursors();
  return {
    store,
    /** Throws CommandError for what is answered as an error; anything else is a failure of the store. */
    run(body: Doc): Reply {
      const name = body.keys().next().value ?? "";
      const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
      if (command === undefined) throw new CommandError(59, `no such command: '${name}'`);
      checkConcerns(body);
      const args = readArgs(body, name, [...command.fields, ...COMMON_FIELDS]);
      const db = args.has("$db") ? args.text("$db") : "admin";
      return command.run({ args, db, store, cursors });
    },
    /** Removes up to 1,000 documents of each TTL index whose time has come; the caller commits. */
    expire(now: number): void {
      cursors.expire(now);
      for (const collection of store.collections.values())
        for (const { expireAfterSeconds, parts } of collection.indexes) {
          const path = parts[0]?.path.join(".");
          if (expireAfterSeconds === undefined || path === undefined) continue;
          const before = new Date(now - expireAfterSeconds * 1000);
          const filter = docOf({ [path]: docOf({ $lt: before }) });
          for (const row of findStored(store, collection, { filter, limit: EXPIRED_AT_ONCE }))
            store.remove(collection, row.seq, decode(row.bytes));
        }
    },
  };
}
