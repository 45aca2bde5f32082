import { expect, test } from "@jest/globals";
import { connect } from "../../db/connection.ts";
import { createNotes } from "../../db/notes.ts";
import type { Address } from "../../src/team/person.ts";
import { testDatabase } from "../setup/database.ts";

const ADA = "teams:t-1/29:ada" as Address;
const BEN = "teams:t-1/29:ben" as Address;

test("a note is kept per address, and the last one holds, for other processes too", async () => {
  const { uri, name } = testDatabase();
  const [here, there] = await Promise.all([connect(uri, name), connect(uri, name)]);
  const notes = createNotes(here);

  await notes.set(ADA, "first");
  await notes.set(ADA, "second");
  await notes.set(BEN, "");

  expect(await createNotes(there).get(ADA)).toBe("second");
  expect(await notes.get(BEN)).toBe("");
  expect(await notes.get("teams:t-1/29:cy" as Address)).toBeUndefined();
  await Promise.all([here.close(), there.close()]);
});

test("two first notes at once leave one of the two", async () => {
  const { uri, name } = testDatabase();
  const connection = await connect(uri, name);
  const notes = createNotes(connection);

  await Promise.all([notes.set(ADA, "one"), notes.set(ADA, "two")]);

  expect(["one", "two"]).toContain(await notes.get(ADA));
  await connection.close();
});
