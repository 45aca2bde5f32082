/** What a platform might send that is not quite, or not at all, what it should be. */

import fc from "fast-check";
import { z } from "zod";

/** Every path to a value in it. */
function pathsOf(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== "object" || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, inner]) => pathsOf(inner, [...path, key]))];
}

function withAt(value: unknown, [key, ...rest]: readonly string[], instead: unknown): unknown {
  if (key === undefined) return instead;
  if (Array.isArray(value))
    return value.map((each, n) =>
      String(n) === key ? withAt(each, rest, instead) : (each as unknown),
    );
  if (typeof value !== "object" || value === null) return value;
  const object = value as Readonly<Record<string, unknown>>;
  return { ...object, [key]: withAt(object[key], rest, instead) };
}

const odd = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    undefined,
    true,
    false,
    0,
    7,
    -1e308,
    "",
    "x",
    "\u0000",
    "\u2028",
    "\ud800",
    "%FF",
    "../x",
    "x".repeat(20_000),
    [],
    [null],
    [[]],
    {},
    { id: null },
    { id: {} },
    { $oid: "x" },
    { $date: "x" },
    "__proto__",
    "constructor",
  ),
  fc.string({ unit: "binary" }),
  fc.jsonValue(),
);

/** One of these with up to three of its parts in another shape; or something else altogether. */
export const malformed = (wholes: readonly object[]): fc.Arbitrary<object> =>
  fc.oneof(
    {
      weight: 9,
      arbitrary: fc.constantFrom(...wholes).chain((whole) =>
        fc
          .array(fc.tuple(fc.constantFrom(...pathsOf(whole).slice(1)), odd), {
            minLength: 1,
            maxLength: 3,
          })
          .map((changes) =>
            changes.reduce((body, [path, instead]) => withAt(body, path, instead) as object, whole),
          ),
      ),
    },
    { weight: 1, arbitrary: fc.dictionary(fc.string(), fc.jsonValue()) },
  );

const text = z.string();
const address = z.string().min(1);
const arrival = { id: address, tenant: address, from: address, channel: address.nullable() };
const answers = z.record(text, z.union([text, z.array(text)]));

/** An event with all its parts, each of the right shape. */
export const anyEvent = z.intersection(
  z.object({ ...arrival, via: text }),
  z.discriminatedUnion("type", [
    z.object({ type: z.literal("command"), text }),
    z.object({
      type: z.literal("action"),
      action: text,
      value: text,
      message: address.exactOptional(),
    }),
    z.object({ type: z.literal("form"), form: text, context: text, answers, instance: text }),
    z.object({ type: z.literal("change"), form: text, context: text, answers }),
    z.object({ type: z.literal("said"), thread: address, text }),
    z.object({ type: z.literal("shortcut"), shortcut: text, text }),
    z.object({ type: z.literal("home") }),
    z.object({ type: z.literal("person"), change: z.enum(["left", "changed"]) }),
    z.object({ type: z.literal("channel"), change: z.enum(["closed", "opened"]) }),
    z.object({ type: z.enum(["installed", "uninstalled"]) }),
  ]),
);
