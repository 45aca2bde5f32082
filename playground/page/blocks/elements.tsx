/** What can be pressed or chosen inside a message or the home. */
import type {
  ActionsBlockElement,
  Button,
  ConfirmationDialog,
  PlainTextOption,
  Option,
} from "@slack/types";
import { useState } from "react";
import { Menu } from "../frame/menu.tsx";
import { Question } from "../frame/dialog.tsx";
import { TextOf } from "./mrkdwn.tsx";
import { useSurface, type Pressed } from "./surface.ts";

/** Presses now, or after the question that the bot put before it. */
function useConfirmed(confirm: ConfirmationDialog | undefined) {
  const { press, lang } = useSurface();
  const [held, setHeld] = useState<Pressed | null>(null);
  const question =
    held === null || confirm === undefined ? null : (
      <Question
        title={confirm.title?.text ?? ""}
        text={<TextOf text={confirm.text} />}
        confirm={confirm.confirm?.text ?? "Yes"}
        deny={confirm.deny?.text ?? "No"}
        danger={confirm.style === "danger"}
        lang={lang}
        onAnswer={(yes) => {
          setHeld(null);
          if (yes) press(held);
        }}
      />
    );
  const ask = (pressed: Pressed) => {
    if (confirm === undefined) press(pressed);
    else setHeld(pressed);
  };
  return { ask, question };
}

function PressButton({ element }: { readonly element: Button }) {
  const { busy } = useSurface();
  const { ask, question } = useConfirmed(element.confirm);
  const style = element.style === undefined ? "" : ` ${element.style}`;
  const name = element.accessibility_label;
  if (element.url !== undefined) {
    return (
      <a
        className={`button${style}`}
        href={element.url}
        target="_blank"
        rel="noreferrer"
        aria-label={name}
      >
        {element.text.text}
      </a>
    );
  }
  return (
    <>
      <button
        type="button"
        className={`button${style}`}
        aria-label={name}
        aria-disabled={busy}
        data-action={element.action_id}
        data-value={element.value}
        onClick={() => {
          if (busy) return;
          ask({
            button: element.action_id ?? name ?? element.text.text,
            ...(element.value === undefined ? {} : { value: element.value }),
          });
        }}
      >
        {element.text.text}
      </button>
      {question}
    </>
  );
}

interface ChoiceMenuProps {
  readonly action: string;
  readonly label: string;
  readonly name?: string;
  readonly className: string;
  readonly options: readonly (Option | PlainTextOption)[];
  readonly confirm: ConfirmationDialog | undefined;
}

/** A select that acts at once is a menu: arrow keys must not press anything by themselves. */
function ChoiceMenu({ action, label, name, className, options, confirm }: ChoiceMenuProps) {
  const { busy } = useSurface();
  const { ask, question } = useConfirmed(confirm);
  return (
    <>
      <Menu
        label={label}
        {...(name === undefined ? {} : { name })}
        className={className}
        disabled={busy}
        items={options.map((option) => ({
          id: option.value ?? option.text.text,
          label: option.text.text,
          ...(option.description === undefined ? {} : { detail: option.description.text }),
        }))}
        attributes={{ "data-action": action }}
        onChoose={(value) => {
          ask({ button: action, value, chosen: value });
        }}
      />
      {question}
    </>
  );
}

interface PickerProps {
  readonly type: "date" | "time";
  readonly action: string;
  readonly name: string;
  readonly initial: string;
}

/** A date or time in a message counts when the field is left or Enter is pressed, not on every key. */
function Picker({ type, action, name, initial }: PickerProps) {
  const { press } = useSurface();
  const [value, setValue] = useState(initial);
  const commit = () => {
    if (value !== "" && value !== initial) press({ button: action, value, chosen: value });
  };
  return (
    <input
      className="input inline"
      type={type}
      aria-label={name}
      value={value}
      data-action={action}
      onChange={(event) => {
        setValue(event.target.value);
      }}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === "Enter") commit();
      }}
    />
  );
}

interface ListProps {
  readonly type: "radio" | "checkbox";
  readonly action: string;
  readonly options: readonly (Option | PlainTextOption)[];
  readonly initial: readonly string[];
}

function ChoiceList({ type, action, options, initial }: ListProps) {
  const { press } = useSurface();
  const [chosen, setChosen] = useState(initial);
  return (
    <fieldset className="choices" data-action={action}>
      {options.map((option) => {
        const value = option.value ?? option.text.text;
        return (
          <label key={value} className="choice">
            <input
              type={type}
              name={action}
              checked={chosen.includes(value)}
              onChange={({ target }) => {
                const others = type === "radio" ? [] : chosen.filter((other) => other !== value);
                const all = target.checked ? [...others, value] : others;
                setChosen(all);
                press({ button: action, value, chosen: type === "radio" ? value : all });
              }}
            />
            <TextOf text={option.text} />
          </label>
        );
      })}
    </fieldset>
  );
}

export function ActionElement({ element }: { readonly element: ActionsBlockElement }) {
  const { people, channels } = useSurface();
  const action = element.action_id ?? element.type;
  const named = (entries: readonly { readonly id: string; readonly name: string }[]) =>
    entries.map(({ id, name }) => ({
      value: id,
      text: { type: "plain_text" as const, text: name },
    }));
  const placeholder = "placeholder" in element ? element.placeholder.text : undefined;
  const select = { action, className: "button select", label: placeholder ?? "Choose" };
  const values = (options: readonly (Option | PlainTextOption)[] | undefined) =>
    (options ?? []).map((option) => option.value ?? option.text.text);
  switch (element.type) {
    case "button":
      return <PressButton element={element} />;
    case "overflow":
      return (
        <ChoiceMenu
          action={action}
          label="⋯"
          name="More choices"
          className="button overflow"
          options={element.options}
          confirm={element.confirm}
        />
      );
    case "static_select":
    case "multi_static_select": {
      const options =
        element.options ?? element.option_groups?.flatMap((group) => group.options) ?? [];
      const first = "initial_option" in element ? element.initial_option.text.text : undefined;
      return (
        <ChoiceMenu
          {...select}
          label={first ?? select.label}
          {...(placeholder === undefined ? {} : { name: placeholder })}
          options={options}
          confirm={element.confirm}
        />
      );
    }
    case "users_select":
    case "multi_users_select":
      return <ChoiceMenu {...select} options={named(people)} confirm={element.confirm} />;
    case "conversations_select":
    case "channels_select":
    case "multi_conversations_select":
    case "multi_channels_select":
      return <ChoiceMenu {...select} options={named(channels)} confirm={element.confirm} />;
    case "datepicker":
      return (
        <Picker
          type="date"
          action={action}
          name={select.label}
          initial={element.initial_date ?? ""}
        />
      );
    case "timepicker":
      return (
        <Picker
          type="time"
          action={action}
          name={select.label}
          initial={element.initial_time ?? ""}
        />
      );
    case "radio_buttons":
      return (
        <ChoiceList
          type="radio"
          action={action}
          options={element.options}
          initial={values(element.initial_option === undefined ? [] : [element.initial_option])}
        />
      );
    case "checkboxes":
      return (
        <ChoiceList
          type="checkbox"
          action={action}
          options={element.options}
          initial={values(element.initial_options)}
        />
      );
    // Liaison sends none of these, and the stand-in for Slack would refuse them.
    case "datetimepicker":
    case "workflow_button":
    case "rich_text_input":
    case "external_select":
    case "multi_external_select":
      return null;
  }
}
