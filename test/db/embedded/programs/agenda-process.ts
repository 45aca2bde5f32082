/**
 * One process with Agenda on the database that the first argument names. It prints a line for each
 * thing that happens: `ready`, `begin NAME ID` and `end NAME ID`. A job of the kind `stuck` never
 * ends where the second argument is `hangs`. The third is how long a lock lasts, in milliseconds.
 */
import { MongoBackend } from "@agendajs/mongo-backend";
import { Agenda, InMemoryNotificationChannel, type Job } from "agenda";
import { MongoClient } from "mongodb";

interface Work {
  readonly id: string;
}

const [uri = "", manner, lock = "60000"] = process.argv.slice(2);
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const client = await new MongoClient(uri).connect();
const agenda = new Agenda({
  backend: new MongoBackend({ mongo: client.db(), collection: "jobs", ensureIndex: true }),
  notificationChannel: new InMemoryNotificationChannel(),
  processEvery: 30,
  defaultLockLifetime: Number(lock),
});

async function run({ attrs: { name, data } }: Job<Work>): Promise<void> {
  say(`begin ${name} ${data.id}`);
  if (name === "stuck" && manner === "hangs") await new Promise(() => undefined);
  await client.db().collection("runs").insertOne({ name, id: data.id });
  say(`end ${name} ${data.id}`);
}

agenda.define<Work>("work", run);
agenda.define<Work>("alone", run, { concurrency: 1 });
agenda.define<Work>("stuck", run);
agenda.define<Work>("tick", run);
await agenda.every("1 second", "tick", { id: "every" });
await agenda.start();
say("ready");
process.once("SIGTERM", () => {
  void agenda
    .stop()
    .then(() => client.close())
    .then(() => process.exit(0));
});
