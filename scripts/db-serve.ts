/** `npm run db:serve`: only the database, for a shell, a test suite or any MongoDB client. */
import { startEmbedded } from "../db/embedded/index.ts";
import { folderOf, runScript } from "./db-tools.ts";

const USAGE = `Usage: npm run db:serve [-- --dir DIR]

Starts the embedded database without the bot, prints its address and serves until Ctrl-C.

  --dir   its folder, made if missing (default: db in DATA_DIR, ./data/db)
  --help  show this
`;

await runScript(USAGE, ["dir"], async (options) => {
  const embedded = await startEmbedded({ dir: folderOf(options) });
  process.stdout.write(`${embedded.uri}\n`);
  const ended = new Promise<string>((resolve) => {
    embedded.onExit(({ restarted, reason }) => {
      process.stderr.write(
        `The database stopped (${reason})${restarted ? " and was restarted" : ""}.\n`,
      );
      if (!restarted) process.exit(1);
    });
    for (const signal of ["SIGINT", "SIGTERM"] as const)
      process.once(signal, () => {
        void embedded.stop().then(() => {
          resolve("Stopped; all is on disk.");
        });
      });
  });
  return ended;
});
