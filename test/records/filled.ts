/** Answers that fill in any kind's form, and those that are wrong. */

import type { Answers } from "../../src/card.ts";
import type { Field, Fields } from "../../src/fields/field.ts";
import { LINK_MAX } from "../../src/fields/web-address.ts";

export const MARKUP = "*bold* <!channel> <b>&amp; @everyone</b>";

/** Everything filled in. @param who the address of somebody on that platform. */
export const filled = (fields: Fields, title: string, who: string, of: string): Answers =>
  Object.fromEntries(
    Object.entries(fields).map(([id, field]) => [
      id,
      id === of ? title : good(field, `${title}: ${id}`, who),
    ]),
  );

function good(field: Field, words: string, who: string): string | readonly string[] {
  switch (field.type) {
    case "line":
      return words.slice(0, field.max);
    case "lines":
      return `${MARKUP}\n${words}`.slice(0, field.max);
    case "day":
      return field.past ? "2027-03-01" : "2027-06-01";
    case "days":
      return ["2027-03-15", "2027-03-19"];
    case "count":
      return "12";
    case "money":
      return "1200.5";
    case "one":
      return field.of[0] ?? "";
    case "some":
      return [...field.of];
    case "people":
      return [who];
    case "link":
      return "https://library.example/maps?q=1";
    case "address":
      return "https://library.example/maps?q=1";
    case "addresses":
      return "https://library.example/maps?q=1\nrivers.example";
    case "time":
      return "10:45";
    case "pick":
    case "goal":
      return "";
    case "tags":
      return "Rivers, #maps";
  }
}

/** As long as it may be, counted as people count: each of these is two units long. */
export const longest = (field: Field): string | undefined =>
  field.type === "line" || field.type === "lines" ? "😀".repeat(field.max) : undefined;

/** Answers that cannot be taken, whatever else stands in the form. */
export function wrong(field: Field): readonly (string | readonly string[])[] {
  const missing = field.optional ? [] : [["people", "some", "days"].includes(field.type) ? [] : ""];
  switch (field.type) {
    case "line":
    case "lines":
      return [...missing, "x".repeat(field.max + 1), ...(field.optional ? [] : [" \u200b "])];
    case "day":
      return [...missing, "the 31st of June", "no day", "x".repeat(2000)];
    case "days":
      return [...missing, ["2027-03-15", ""], ["2027-03-15", "2027-03-01"], ["soon", "later"]];
    case "count":
      return [...missing, "-1", "1.5", "many", "9999999999999"];
    case "money":
      return [...missing, "-1", "1,5", "much", "99999999999"];
    case "one":
      return [...missing, ...(field.optional ? [] : ["no such option"])];
    case "some":
    case "people":
    case "pick":
    case "goal":
      return missing;
    case "time":
      return [...missing, "25:00", "noon", "14", "x".repeat(2000)];
    case "addresses":
      return [
        ...missing,
        "library.example\njavascript:alert(1)",
        Array.from({ length: field.max + 1 }, (_, n) => `site-${String(n)}.example`).join("\n"),
      ];
    case "address":
    case "link":
      return [
        ...missing,
        "http://169.254.169.254/",
        "https://name:secret@site.example",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "not an address",
        `https://x.example/${"a".repeat(LINK_MAX)}`,
      ];
    case "tags":
      return [...missing, "a,b,c,d,e,f,g,h,i", "x".repeat(31)];
  }
}
