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
    expect(html).toContain("Page 2, Goal Sheet: Alder Bend Elementary, 2026-27</h1>");
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
    expect(await htmlFor("plan", "u-ab-it")).toMatch(
      /<html lang="es">[^]*Página 3, Plan de acción/u,
    );
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

test.each(["u-tv-lib", "u-tv-lib@teams"])(
  "%s is told when there are no links here",
  async (who) => {
    await rig.as(who).say("plan export");
    expect(rig.as(who).words()).toMatch(/PUBLIC_URL/u);
  },
);
