/** The cards of the tests' own bot for Teams. */
import type { Bag } from "../../../playground/bag.ts";

const adaptive = (body: readonly Bag[], actions: readonly Bag[] = []): Bag => ({
  type: "AdaptiveCard",
  version: "1.5",
  body,
  ...(actions.length > 0 ? { actions } : {}),
});

const heading = (text: string): Bag => ({ type: "TextBlock", text, style: "heading" });

export const homeCard = adaptive(
  [heading("Your goals")],
  [{ type: "Action.Execute", title: "Whisper", verb: "say", data: {} }],
);

export const doneCard = (text: string): Bag => adaptive([heading(text)]);

/** Typed text stands in a run, which knows no markup. */
export const goalCard = (title: string): Bag =>
  adaptive(
    [{ type: "RichTextBlock", inlines: [{ type: "TextRun", text: title }] }],
    [
      executed("Done", "done", `Done: ${title}`),
      executed("Mine", "mine", ""),
      {
        type: "Action.Submit",
        title: "First step",
        data: { msteams: { type: "task/fetch" }, about: title },
      },
    ],
  );

const executed = (title: string, verb: string, tooltip: string): Bag => ({
  type: "Action.Execute",
  title,
  verb,
  data: { value: "1" },
  ...(tooltip === "" ? {} : { tooltip }),
  fallback: { type: "Action.Submit", title, data: { verb, value: "1" } },
});

export const formCard = (about: string, problem = ""): Bag =>
  adaptive(
    [
      { type: "TextBlock", text: `About: ${about}`, wrap: true },
      {
        type: "Input.Text",
        id: "title",
        label: "Goal",
        isRequired: true,
        errorMessage: "Say what you want to reach.",
        maxLength: 40,
        value: about === "again" ? "again" : "",
      },
      ...(problem === ""
        ? []
        : [{ type: "TextBlock", text: problem, color: "attention", wrap: true }]),
      { type: "Input.Date", id: "due", label: "Due" },
      {
        type: "Input.ChoiceSet",
        id: "horizon",
        label: "Horizon",
        choices: [
          { title: "Short", value: "short" },
          { title: "Long", value: "long" },
        ],
      },
      {
        type: "Input.ChoiceSet",
        id: "owner",
        label: "Owner",
        isMultiSelect: true,
        choices: [],
        "choices.data": { type: "Data.Query", dataset: "graph.microsoft.com/users" },
      },
    ],
    [
      { type: "Action.Submit", title: "Save", style: "positive", data: { kind: "submit" } },
      {
        type: "Action.Submit",
        title: "Never mind",
        associatedInputs: "none",
        data: { kind: "cancel" },
      },
    ],
  );
