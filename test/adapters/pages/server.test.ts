import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { createWeb } from "../../../adapters/http.ts";
import { createLinks } from "../../../adapters/pages/link.ts";
import { createPages } from "../../../adapters/pages/server.ts";
import { textOf } from "../../../adapters/pages/request.ts";
import { virtualClock } from "../../../src/time/clock.ts";
import type { PageAnswer, Pages, PageVisit } from "../../../src/page.ts";

const TICKET = { page: "calendar", districtId: "d-tv", personId: "u-1", about: "s-ab" };
const clock = () => virtualClock(new Date("2027-03-02T15:00:00Z"));
const PAGE: PageAnswer = {
  type: "page",
  page: {
    title: 'Calendar of <b>"Alder"</b>',
    locale: "fr",
    about: "Biblio & info",
    body: [
      { type: "heading", text: "<script>" },
      { type: "text", text: "Wrong", tone: "problem" },
      { type: "list", lines: ["a", "b & c"] },
      { type: "table", caption: "Days", columns: ["What", "When"], rows: [["X", "Mon"]] },
      {
        type: "form",
        inputs: [
          { type: "file", id: "file", label: "File", hint: "ICS", accept: ".ics" },
          { type: "text", id: "text", label: "Text", value: "</textarea>", problem: "Too long" },
          {
            type: "choice",
            id: "kind",
            label: "Kind",
            value: "b",
            options: [{ label: "B", value: "b" }],
          },
          { type: "kept", id: "change", value: '"1"' },
        ],
        buttons: [{ id: "save", label: "Save", primary: true }],
      },
    ],
  },
};

const SECRET = Buffer.alloc(32, 1);

let pages: Pages;
let visits: PageVisit[];
let answer: PageAnswer;
let whileVisiting: () => Promise<void>;
let time: ReturnType<typeof clock>;
let port = 0;

beforeEach(async () => {
  time = clock();
  visits = [];
  answer = PAGE;
  whileVisiting = () => Promise.resolve();
  const web = createWeb({ port: 0, host: "127.0.0.1" });
  const health = web.reserve(null);
  port = await health.open(() => undefined);
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
  pages = createPages({ web, clock: time, log });
  await pages.start({
    secret: SECRET,
    async visit(visit) {
      visits.push(visit);
      await whileVisiting();
      return answer;
    },
  });
  await health.close();
});
afterEach(async () => {
  await pages.stop();
});

const link = (): string => {
  const publicUrl = `http://127.0.0.1:${String(port)}/`;
  const made = createLinks({ publicUrl, secret: SECRET, clock: time })(TICKET);
  if (!made) throw new Error("No link was made");
  return made;
};
const post = async (url: string, body: string, type: string) =>
  await fetch(url, { method: "POST", body, headers: { "content-type": type } });
const get = async (url: string, headers: Record<string, string> = {}) =>
  await fetch(url, { headers, redirect: "manual" });

describe("the page server", () => {
  test("shows what a link opens, escaped, and lets nothing else in", async () => {
    const response = await get(`${link()}?change=c1`);
    const html = await response.text();

    expect(response.status).toBe(200);
    expect(visits).toEqual([{ ...TICKET, sent: false, fields: { change: "c1" } }]);
    expect(html).toContain('<html lang="fr">');
    expect(html).toContain("<h1>Calendar of &lt;b&gt;&quot;Alder&quot;&lt;/b&gt;</h1>");
    expect(html).not.toMatch(/<script|<b>|<\/textarea><\/textarea>/u);
    expect(html).toContain("\n&lt;/textarea&gt;</textarea>");
    expect(html).toContain('aria-invalid="true"');
    expect(response.headers.get("content-security-policy")).toMatch(
      /^default-src 'none'; style-src 'sha256-[^']+'; form-action 'self'/u,
    );
    expect(response.headers.get("referrer-policy")).toBe("same-origin");
    expect(response.headers.get("cache-control")).toBe("no-store");
  });

  test("hands out a file under its name, as a download and in UTF-8", async () => {
    answer = { type: "file", name: "École, 2026-27.csv", content: "\uFEFFaño\r\n" };
    const response = await get(link());

    expect(response.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    expect(response.headers.get("content-disposition")).toBe(
      'attachment; filename="-cole-2026-27.csv"',
    );
    expect(Buffer.from(await response.arrayBuffer()).toString("utf8")).toBe("\uFEFFaño\r\n");
  });

  test("links to the same page in another form, and keeps the line breaks of a cell", async () => {
    answer = {
      type: "page",
      page: {
        title: "Plan",
        locale: "en",
        about: "Us",
        wide: true,
        body: [
          { type: "links", label: "Take it", links: [{ label: "CSV", fields: { as: "csv" } }] },
          { type: "table", caption: "Days", columns: ["A", "B"], rows: [["<1>\nwhy", "x\n<y>"]] },
        ],
      },
    };
    const html = await (await get(link())).text();

    expect(html).toContain('<nav aria-label="Take it"><p>Take it</p><ul><li><a href="?as=csv">');
    expect(html).toContain(
      '<th scope="row">&lt;1&gt;<br><span class="rest">why</span></th><td>x<br>&lt;y&gt;</td>',
    );
    expect(html).toContain('<body class="wide">');
  });

  test("hands on what was filled in, a file as its text, and sends the browser on", async () => {
    answer = { type: "go", fields: { change: "c 2" } };
    const form = new FormData();
    form.set("kind", "holiday");
    form.set("file", new File(["BEGIN:VCALENDAR é"], "a.ics"));

    const response = await fetch(link(), { method: "POST", body: form, redirect: "manual" });

    expect(visits).toMatchObject([
      { sent: true, fields: { kind: "holiday", file: "BEGIN:VCALENDAR é" } },
    ]);
    expect([response.status, response.headers.get("location")]).toEqual([303, "?change=c+2"]);
  });

  test.each([
    ["a link that was not made here", () => `${link()}x`, 404, "This link does not work"],
    ["another method", () => link(), 405, "does not work"],
  ])("shows nothing for %s", async (_, url, status, said) => {
    const response = await fetch(url(), { method: status === 405 ? "DELETE" : "GET" });

    expect([response.status, (await response.text()).includes(said)]).toEqual([status, true]);
    expect(visits).toEqual([]);
  });

  test("says in the browser's language that the hour is over", async () => {
    const made = link();
    time.moveTo(new Date("2027-03-02T16:00:00Z"));
    const response = await get(made, { "accept-language": "de, es-MX;q=0.8" });

    expect(response.status).toBe(410);
    expect(await response.text()).toContain("Este enlace servía durante una hora");
  });

  test("refuses what is larger than a calendar", async () => {
    const form = new FormData();
    form.set("file", new File(["x".repeat(6_000_000)], "a.ics"));
    const response = await fetch(link(), { method: "POST", body: form });

    expect(response.status).toBe(413);
    expect(visits).toEqual([]);
  });

  test.each([
    ["fields", "application/x-www-form-urlencoded", "a=1&".repeat(1_000_000)],
    [
      "parts",
      "multipart/form-data; boundary=x-y",
      `${'--x-y\r\ncontent-disposition: form-data; name="a"; filename="b"\r\n\r\n\r\n'.repeat(50_000)}--x-y--\r\n`,
    ],
  ])("a form of thousands of %s is not taken apart", async (_, type, body) => {
    expect((await post(link(), body, type)).status).toBe(413);
    expect(visits).toEqual([]);
  });

  test("one person's visits at once are few, and the next are taken when they are over", async () => {
    let goOn = (): void => undefined;
    const held = new Promise<void>((resolve) => (goOn = resolve));
    whileVisiting = () => held;
    const statuses: number[] = [];
    await Promise.all(
      Array.from({ length: 20 }, async () => {
        statuses.push((await get(link())).status);
        // Those that are let in wait until all others were answered.
        if (statuses.length === 16) goOn();
      }),
    );

    expect(statuses.filter((status) => status === 429)).toHaveLength(16);
    expect(statuses.filter((status) => status === 200)).toHaveLength(4);
    expect((await get(link())).status).toBe(200);
  });

  test("takes what is no form as an empty one", async () => {
    await fetch(link(), { method: "POST", body: "{}", headers: { "content-type": "text/json" } });

    expect(visits).toMatchObject([{ sent: true, fields: {} }]);
  });

  test("makes no links without a public address", () => {
    const link = createLinks({ publicUrl: undefined, secret: SECRET, clock: time });

    expect(link(TICKET)).toBeUndefined();
  });
});

describe("the text of a file", () => {
  test.each([
    ["UTF-8 with its mark", [0xef, 0xbb, 0xbf, 0xc3, 0xa9], "é"],
    ["UTF-16", [0xff, 0xfe, 0xe9, 0x00], "é"],
    ["UTF-16, the other way round", [0xfe, 0xff, 0x00, 0xe9], "é"],
    ["Windows", [0xe9], "é"],
  ])("is read from %s", (_, bytes, expected) => {
    expect(textOf(new Uint8Array(bytes))).toBe(expected);
  });
});
