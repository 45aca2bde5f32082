import "../runner/register.cjs";
import { buildIfChanged } from "../../scripts/build.mjs";

const { startTestServer } = await import("./database.ts");

/** Once for the run; programs that tests start find them built, however many look at once. */
export default async function start() {
  await buildIfChanged();
  await startTestServer();
}
