import { describe, expect, test } from "@jest/globals";
import { createKept } from "../../../playground/page/form/kept.ts";

describe("what was typed into a form", () => {
  test("is there again until it is forgotten", () => {
    const kept = createKept<string>();
    kept.keep("a", "half a sen");
    kept.keep("a", "half a sentence");

    expect(kept.of("a")).toBe("half a sentence");
    expect(kept.of("b")).toBeUndefined();
    kept.forget("a");
    expect(kept.of("a")).toBeUndefined();
  });

  test("is kept for the fifty forms that were touched last", () => {
    const kept = createKept<number>();
    kept.keep("first", 0);
    kept.keep("second", 0);
    for (let form = 0; form < 48; form += 1) kept.keep(String(form), form);
    kept.keep("first", 1);
    kept.keep("one more", 1);

    expect(kept.of("first")).toBe(1);
    expect(kept.of("second")).toBeUndefined();
    expect(kept.of("0")).toBe(0);
  });
});
