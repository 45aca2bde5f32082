import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { typedText } from "../../../../playground/slack/client/typed.ts";
import { unescape } from "../../../../playground/slack/readable.ts";
import { fakeStage } from "../../control/fake-stage.ts";

const { world } = fakeStage();
const typed = (text: string, labelled = false): string =>
  typedText(world, "T0TAMARACK", text, labelled);

test.each([
  ["plain words", "plain words"],
  ["<b> & <!channel>", "&lt;b&gt; &amp; &lt;!channel&gt;"],
  ["@Liaison hi", "<@U0LIAISON> hi"],
  ["hi <@bot>", "hi <@U0LIAISON>"],
  ["@School librarian, Alder Bend and @u-ab-it", "<@U0ABLIB00> and <@U0ABIT000>"],
  ["@ab-it, please", "<@U0ABIT000>, please"],
  ["@channel @here @everyone", "<!channel> <!here> <!everyone>"],
  ["see #alder-library-tech", "see <#C0AB00000>"],
  ["mail a@here.example", "mail a@here.example"],
  ["@nobody #nowhere", "@nobody #nowhere"],
])("%j is passed on as %j", (text, passed) => {
  expect(typed(text)).toBe(passed);
});

test("a command that asks for it gets names beside the ids", () => {
  expect(typed("@u-ab-it in #alder-library-tech", true)).toBe(
    "<@U0ABIT000|ab-it> in <#C0AB00000|alder-library-tech>",
  );
});

test("nothing that was typed is lost when it is unescaped", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      fc.pre(!/[@#]|<@/u.test(text));
      expect(unescape(typed(text))).toBe(text);
    }),
  );
});
