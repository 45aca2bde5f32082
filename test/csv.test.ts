import { describe, expect, test } from "@jest/globals";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { csvOf } from "../src/csv.ts";

describe("a table as a file", () => {
  test("begins with the mark of UTF-8 and ends each line as RFC 4180 says", () => {
    expect(
      csvOf([
        ["Meta", "Año"],
        ["uno, dos", 'dice "sí"'],
      ]),
    ).toBe('\uFEFFMeta,Año\r\n"uno, dos","dice ""sí"""\r\n');
  });

  test.each(["=1+1", "+1", "-1", "@x", " =1+1", "\t=1", "\r=1", "＝1+1", "＠x"])(
    "%j is no formula in it",
    (text) => {
      expect(parse(csvOf([[text]]), { bom: true })).toEqual([[`'${text}`]]);
    },
  );

  test("gives every other text back as it was", () => {
    const cell = fc
      .string({ unit: "grapheme" })
      .filter((text) => text !== "" && !/^[\s]*[=+\-@＝＋－＠]|^[\t\r]|\uFEFF/u.test(text));
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 4 }),
        (rows) => {
          expect(parse(csvOf(rows), { bom: true })).toEqual(rows);
        },
      ),
    );
  });
});
