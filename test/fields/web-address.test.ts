import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { addressesIn, addressParts, LINK_MAX, readAddress } from "../../src/fields/web-address.ts";

const shown = (typed: string): string => {
  const reading = readAddress(typed);
  return reading.kind === "read" ? reading.address.shown : `refused: ${reading.because}`;
};
const notes = (typed: string): readonly string[] => {
  const reading = readAddress(typed);
  return reading.kind === "read" ? reading.address.notes : ["refused"];
};

describe("AC-31: an address that somebody typed", () => {
  test.each([
    ["https://rivers-atlas.example/explore", "rivers-atlas.example/explore"],
    ["rivers-atlas.example", "rivers-atlas.example"],
    ["  HTTP://Rivers-Atlas.EXAMPLE/Explore?x=1#map ", "rivers-atlas.example/Explore?x=1#map"],
    ["https://rivers-atlas.example./", "rivers-atlas.example"],
    ["site.example:8080/a", "site.example:8080/a"],
    ["https:site.example/a", "site.example/a"],
    [String.raw`https:\\site.example\a`, "site.example/a"],
    ["https://example.com\\@169.254.169.254/", "example.com/@169.254.169.254/"],
    ["https://en.wikipedia.org/wiki/Río_(Uruguay)", "en.wikipedia.org/wiki/R%C3%ADo_(Uruguay)"],
    ["аpple.com", "xn--pple-43d.com"],
    ["münchen.example/plan", "xn--mnchen-3ya.example/plan"],
    ["127.0.0.1.nip.io", "127.0.0.1.nip.io"],
  ])("%s is kept as %s", (typed, kept) => {
    expect(shown(typed)).toBe(kept);
  });

  test.each([
    ["", "empty"],
    [" \u200b ", "empty"],
    ["javascript:alert(1)", "other"],
    ["JaVaScRiPt:alert(1)", "other"],
    ["java\u0000script:alert(1)", "other"],
    ["data:text/html,<script>alert(1)</script>", "other"],
    ["vbscript:msgbox", "other"],
    ["file:///etc/passwd", "other"],
    ["ftp://files.example/a", "other"],
    ["blob:https://site.example/1", "other"],
    ["view-source:https://site.example", "other"],
    ["mailto:anna@site.example", "other"],
    ["tel:+15551234", "other"],
    ["slack://open", "other"],
    ["https://user:password@site.example/", "secret"],
    ["https://user@site.example/", "secret"],
    ["https://site.example@169.254.169.254/", "secret"],
    ["anna@site.example", "secret"],
    ["http://169.254.169.254/", "number"],
    ["http://169.254.169.254.", "number"],
    ["127.0.0.1:8080", "number"],
    ["http://0x7f.1/", "number"],
    ["http://0251.0376.0251.0376/", "number"],
    ["http://2852039166/latest/meta-data", "number"],
    ["http://１６９.254.169.254/", "number"],
    ["http://169。254。169。254/", "number"],
    ["http://%31%36%39.254.169.254/", "number"],
    ["http://[::1]/", "number"],
    ["http://[fe80::1]/", "number"],
    ["http://[fd00:ec2::254]/", "number"],
    ["http://[::ffff:169.254.169.254]/", "number"],
    ["http://[::ffff:a9fe:a9fe]/", "number"],
    ["http://[64:ff9b::a9fe:a9fe]/", "number"],
    ["93.184.216.34", "number"],
    ["localhost", "inside"],
    ["http://localhost:3000/admin", "inside"],
    ["http://LOCALHOST./", "inside"],
    ["http://printer/", "inside"],
    ["javascript:1", "inside"],
    ["http://metadata.google.internal/", "inside"],
    ["files.school.local/share", "inside"],
    ["router.lan", "inside"],
    ["1.0.0.127.in-addr.arpa", "inside"],
    ["Secret rivers", "unclear"],
    ["https://two.example https://one.example", "unclear"],
    ["https://", "unclear"],
    ["https://-site.example", "unclear"],
    ["https://site..example", "unclear"],
    ["https://site.1", "unclear"],
    ["https://si\u200bte.example", "unclear"],
    ["https://site.example/\u202egpj.exe", "site.example/gpj.exe"],
    [`https://site.example/${"a".repeat(LINK_MAX)}`, "too_long"],
    [`https://site.example/${"é".repeat(200)}`, "too_long"],
  ])("%s is refused as %s, or kept without what nobody sees", (typed, because) => {
    expect(shown(typed).replace("refused: ", "")).toBe(because);
  });

  test("is refused with the word before its colon, so that the sentence can name it", () => {
    expect(readAddress("Data:text/html,x")).toMatchObject({ because: "other", words: "data" });
  });

  test.each([
    ["https://site.example/a", []],
    ["аpple.com", ["letters"]],
    ["https://site.example/go?to=https://other.example", ["leads_on"]],
    ["https://site.example/go?to=https%3A%2F%2Fother.example", ["leads_on"]],
    ["https://site.example/go?to=https%253A%252F%252Fother.example", ["leads_on"]],
    ["https://site.example/go?to=//other.example", ["leads_on"]],
    ["https://site.example//other.example", ["leads_on"]],
    ["https://bit.ly/abc", ["leads_on"]],
    ["site.example:8443", ["port"]],
  ])("%s is to be looked at for %j", (typed, looked) => {
    expect(notes(typed)).toEqual(looked);
  });

  test("never holds what would be a link, a secret, a number or a blank, and reads the same again", () => {
    const part = fc.constantFrom(
      ...[
        "http",
        "https",
        ":",
        "//",
        "/",
        "\\",
        "@",
        "[",
        "]",
        "::1",
        "127.0.0.1",
        "0x7f",
        ".",
        "-",
        "%00",
      ],
      ...[
        "site",
        "example",
        "com",
        "localhost",
        "xn--",
        "é",
        "а",
        "\u200d",
        "\u202e",
        " ",
        "#",
        "?",
        "&",
        "。",
      ],
    );
    const typed = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.array(part).map((parts) => parts.join("")),
    );
    fc.assert(
      fc.property(typed, (text) => {
        const reading = readAddress(text);
        if (reading.kind === "refused") return;
        const { shown: kept, host } = reading.address;
        expect(kept).toMatch(/^[!-~]+$/u);
        expect(kept.startsWith(host)).toBe(true);
        expect(kept).not.toMatch(/^[a-z]+:\/\//u);
        expect(host).not.toContain("@");
        expect(host).not.toMatch(/^\[|^[\d.]+$/u);
        expect(host).toContain(".");
        expect(shown(kept)).toBe(kept);
      }),
      { numRuns: 2000 },
    );
  });
});

test.each([
  ["one.example\ntwo.example/b", ["one.example", "two.example/b"]],
  ["1. <https://one.example>,\n2. two.example.", ["https://one.example", "two.example"]],
  ["- one.example; (two.example)", ["one.example", "two.example"]],
  ["  \n ", []],
])("%j is read as the parts %j", (typed, parts) => {
  expect(addressParts(typed)).toEqual(parts);
});

test.each([
  ["youtube.com is blocked for my class", ["youtube.com"]],
  [
    "Our page (https://rivers.example/map) won't open, nor rivers.example/map!",
    ["rivers.example/map"],
  ],
  ["Everything is blocked. Please help", []],
  ["write to anna@school.example or javascript:alert.com", []],
])("%s names %j", (sentence, addresses) => {
  expect(addressesIn(sentence)).toEqual(addresses);
});
