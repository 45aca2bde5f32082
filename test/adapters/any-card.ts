/** Any card and any form, with words nobody should have to be afraid of. */

import fc from "fast-check";
import {
  actions,
  type Block,
  type Button,
  type Card,
  divider,
  facts,
  type Form,
  heading,
  type Input,
  item,
  muted,
  quote,
  text,
} from "../../src/card.ts";
import type { Brief } from "../../src/texts/brief.ts";

const NASTY = [
  "<!channel> <@U1> *bold* _i_ ~s~ `c`",
  "@everyone & @here",
  "مرحبا بالعالم",
  "👩‍👩‍👧‍👦 family 🏳️‍🌈",
  "\u202eright to left\u202c",
  "line\nbreak\r\nand\u0000null",
  "",
  "   ",
  "x".repeat(5_000),
  "😀".repeat(2_500),
  "&<>".repeat(2_000),
];
const words = fc.oneof(
  fc.constantFrom(...NASTY),
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.lorem({ maxCount: 400 }),
);
const name = fc.constantFrom("goal.done", "nudge.snooze", "list");
const ids = fc.string({ unit: "grapheme-ascii", maxLength: 60 });

const button: fc.Arbitrary<Button> = fc.record(
  {
    label: words,
    action: name,
    value: ids,
    about: words,
    style: fc.constantFrom("primary", "danger"),
  },
  { requiredKeys: ["label", "action", "value"] },
);
const column = fc.record({ title: words, lines: fc.array(words, { maxLength: 40 }) });
const block: fc.Arbitrary<Block> = fc.oneof(
  words.map(heading),
  fc.oneof(words.map(text), words.map(muted), words.map(quote)),
  fc
    .array(fc.record({ label: words, value: words }), { maxLength: 25 })
    .map((list) => facts(...list)),
  fc
    .tuple(words, words, fc.option(button))
    .map(([one, two, end]) => item(one, two, end ?? undefined)),
  fc.record({ type: fc.constant("columns" as const), left: column, right: column }),
  fc.array(button, { maxLength: 60 }).map((buttons) => actions(...buttons)),
  fc.constant(divider),
);
export const anyCard: fc.Arbitrary<Card> = fc.record({
  title: words,
  body: fc.array(block, { maxLength: 120 }),
});

const question = {
  label: words,
  hint: words,
  reading: words,
  optional: fc.constant(true as const),
  live: fc.constant(true as const),
};
const needed: { requiredKeys: ["type", "label"] } = { requiredKeys: ["type", "label"] };
const address = fc.constantFrom("slack:T1/U1", "slack:T1/U2", "teams:x/29:abc");
const input: fc.Arbitrary<Omit<Input, "id">> = fc.oneof(
  fc.record(
    {
      type: fc.constant("text" as const),
      ...question,
      value: words,
      multiline: fc.constant(true as const),
      maxLength: fc.integer({ min: 0, max: 9_000 }),
    },
    needed,
  ),
  fc.record(
    {
      type: fc.constant("choice" as const),
      ...question,
      value: fc.constantFrom("", "1", "150", "no such"),
      options: fc
        .array(words, { maxLength: 180 })
        .map((labels) => labels.map((label, n) => ({ label, value: n === 0 ? "" : String(n) }))),
      open: fc.constant(true as const),
    },
    { requiredKeys: ["type", "label", "options"] },
  ),
  fc.record(
    {
      type: fc.constant("choices" as const),
      ...question,
      value: fc.subarray(["1", "2", "150", "no such"]),
      options: fc
        .array(words, { maxLength: 180 })
        .map((labels) => labels.map((label, n) => ({ label, value: String(n) }))),
    },
    { requiredKeys: ["type", "label", "options"] },
  ),
  fc.record(
    {
      type: fc.constant("money" as const),
      ...question,
      value: fc.constantFrom("", "12", "0.5", "a lot"),
    },
    needed,
  ),
  fc.record(
    {
      type: fc.constant("days" as const),
      ...question,
      endLabel: words,
      value: fc.constantFrom(["2027-03-01", "2027-03-05"] as const, ["", ""] as const),
    },
    { requiredKeys: ["type", "label", "endLabel"] },
  ),
  fc.record(
    { type: fc.constant("people" as const), ...question, value: fc.array(address) },
    needed,
  ),
  fc.record({ type: fc.constant("channel" as const), ...question, value: address }, needed),
  fc.record({ type: fc.constant("note" as const), text: words, title: words }),
);
/** Of any length: what comes back from a client may be forged. */
const anyBrief = words.map((made) => made as Brief);
export const anyForm: fc.Arbitrary<Form> = fc
  .record({
    form: name,
    title: anyBrief,
    submit: anyBrief,
    cancel: anyBrief,
    context: ids,
    inputs: fc.array(input, { maxLength: 130 }),
  })
  .map((made) => ({
    ...made,
    inputs: made.inputs.map((one, n) => ({ ...one, id: `q${String(n)}` }) as Input),
  }));
