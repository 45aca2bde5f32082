import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { parse } from "csv-parse/sync";
import { renderPage } from "../../adapters/pages/html.ts";
import type { PageAnswer } from "../../src/page.ts";
import { DISTRICT, openLiaison, type Rig } from "../rig/index.ts";

const PAGES = ["sheet", "plan", "reflection"] as const;

let rig: Rig;
beforeAll(async () => {
  rig = await openLiaison({ platforms: ["slack", "teams"] });
});
afterAll(async () => {
  await rig.close();
});

const visit = async (
  page: string,
  personId: string,
  fields: Readonly<Record<string, string>> = {},
): Promise<PageAnswer> =>
  await rig.liaison.bot.visit({
    page,
    districtId: DISTRICT,
    personId,
    about: "p-ab",
    sent: false,
    fields,
  });
const htmlFor = async (page: string, personId = "u-ab-lib"): Promise<string> => {
  const answer = await visit(page, personId);
  if (answer.type !== "page") throw new Error(answer.type);
  return renderPage(answer.page);
};
const tableFor = async (page: string): Promise<readonly (readonly string[])[]> => {
  const answer = await visit(page, "u-ab-lib", { as: "csv" });
  if (answer.type !== "file") throw new Error(answer.type);
  return parse(answer.content, { bom: true });
};

describe("the pages of the method", () => {
  test("page 2 has the goals of both sides, and where they meet", async () => {
    const html = await htmlFor("sheet");
    expect(html).toContain('<html lang="en">');
    expect(html).toContain("Goal Sheet: Alder Bend Elementary, 2026-27</h1>");
    expect(html).toContain('<th scope="row">g-12: K-2 pupils sign in with a badge</th>');
    expect(html.match(/<th scope="col">/gu)?.length).toBe(8 + 8 + 3);
  });

  test("page 3 has each goal's promises both ways, without how far they are", async () => {
    const html = await htmlFor("plan");
    expect(html).toContain("This is a draft");
    expect(html).toContain('<th scope="col">IT supports the library</th>');
    expect(html).toContain('<th scope="col">The library supports IT</th>');
    expect(html).not.toMatch(/was due|blocked|back order/u);
  });

  test("page 4 has the columns both confirmed, and room for the others; no answer of one person", async () => {
    const html = await htmlFor("reflection");
    expect(html).toContain("Library: earlier trial. IT: name a contact for codes");
    expect(html).toContain("g-13: Staff report suspicious mail");
    expect(html).not.toContain("Two homerooms had old teacher codes");
  });

  test("are in the language of who opens them", async () => {
    expect(await htmlFor("plan", "u-ab-it")).toMatch(/<html lang="es">[^]*Plan de acción/u);
  });

  test.each(PAGES)("%s is a table too, as wide as its headings in every row", async (page) => {
    const rows = await tableFor(page);
    expect(rows.length).toBeGreaterThan(2);
    expect(new Set(rows.map((row) => row.length)).size).toBe(1);
  });

  test("hold no formula", async () => {
    await rig.stores.goals.update("g-04", (goal) => ({ ...goal, why: "=HYPERLINK(1)" }));
    expect((await tableFor("sheet")).flat()).toContain("'=HYPERLINK(1)");
  });

  test("are kept in the log, once a day and form", async () => {
    await visit("plan", "u-ab-lib");
    const { rows } = await rig.stores.audit.ofPartnership("p-ab", "page.exported", {
      skip: 0,
      limit: 50,
    });
    expect(rows.filter(({ page, byId }) => page === "plan" && byId === "u-ab-lib")).toHaveLength(2);
  });

  test.each(["u-ab-prin", "u-d-itdir", "u-d-coord", "u-ab-rel", "u-tv-lib"])(
    "open to no %s, whatever link they hold (rules, section 9.3)",
    async (personId) => {
      for (const page of PAGES)
        for (const fields of [{}, { as: "csv" }]) {
          const said = JSON.stringify(await visit(page, personId, fields));
          expect(said).toMatch(/partners|partes|partenaires/u);
          expect(said).not.toMatch(/g-\d|badge/u);
        }
    },
  );
});

describe("files in the chat", () => {
  test("are the three pages, each whole, and the three tables", async () => {
    const librarian = rig.as("u-ab-lib");
    await librarian.say("plan export");
    const ways = rig.messages({ to: librarian.address }).at(-1);
    await librarian.press("Send the pages", ways);
    const pages = rig.platform.files.splice(0);
    await librarian.press("Send the tables", ways);
    const tables = rig.platform.files.splice(0);

    expect(pages.map(({ name }) => name)).toEqual([
      "Alder-Bend-Elementary-2026-27-sheet.html",
      "Alder-Bend-Elementary-2026-27-plan.html",
      "Alder-Bend-Elementary-2026-27-reflection.html",
    ]);
    for (const { content, title } of pages) {
      expect(content).toMatch(/^<!doctype html>/u);
      expect(content).toContain(title);
      expect(content).not.toContain("as=csv");
    }
    for (const [n, page] of PAGES.entries())
      expect(parse(tables[n]?.content ?? "", { bom: true })).toEqual(await tableFor(page));
    expect(librarian.words()).toContain("are in our chat");
  });

  test("go to partners alone, whatever old button is pressed", async () => {
    const librarian = rig.as("u-ab-lib");
    await librarian.say("plan export");
    const ways = rig.messages({ to: librarian.address }).at(-1);
    await rig.as("u-ab-prin").press("Send the pages", ways);

    expect(rig.platform.files).toEqual([]);
    expect(rig.as("u-ab-prin").words()).toContain("only for the partners");
  });
});

test("a closed year keeps its pages, with what was stopped, carried over and closed in it", async () => {
  const [librarian, technician] = [rig.as("u-ab-lib"), rig.as("u-ab-it")];
  await librarian.say("year");
  for (const id of ["g-03", "g-04", "g-05", "g-07", "g-09", "g-12", "g-14"]) {
    await librarian.press(`Decide: ${id}`);
    await librarian.submit(
      id === "g-04"
        ? { outcome: "stopped", reason: "Another page builder" }
        : { outcome: id === "g-12" ? "carried_over" : "closed" },
    );
  }
  await librarian.press("Close the year 2026-27");
  await technician.press("Cerrar el año 2026-27");
  const sheet = async (about: string) => {
    const answer = await rig.liaison.bot.visit({
      page: "sheet",
      districtId: DISTRICT,
      personId: "u-ab-lib",
      about,
      sent: false,
      fields: {},
    });
    return answer.type === "page" ? renderPage(answer.page) : "";
  };

  const closed = await sheet("p-ab|p-ab/2026-27");
  expect(closed).toContain("Goal Sheet: Alder Bend Elementary, 2026-27");
  expect(closed).toMatch(/g-04[^]*stopped<br>Another page builder/u);
  expect(closed).toMatch(/carried over to the next year<br>g-12 goes on as g-/u);
  expect(closed).toContain("g-05");
  const open = await sheet("p-ab");
  expect(open).toContain("2027-28");
  expect(open).not.toContain("g-04:");
  await librarian.say("year past");
  await librarian.press("Open the year: 2026-27");
  await librarian.press("Print or save");
  expect(librarian.card().title).toContain("2026-27");
  expect(await sheet("p-ab|p-tv/2026-27")).toContain("for the partners of its team");
});

test.each(["u-tv-lib", "u-tv-lib@teams"])(
  "%s is told when there are no links here",
  async (who) => {
    await rig.as(who).say("plan export");
    expect(rig.as(who).words()).toMatch(/PUBLIC_URL/u);
  },
);
