/** One labelled input with its hint and, when the bot refused it, its problem. */
import { useId, type ReactNode } from "react";
import type { Choice, Field, FieldValue } from "./field.ts";

interface FieldViewProps {
  readonly field: Field;
  readonly value: FieldValue;
  readonly onChange: (value: FieldValue) => void;
  /** The person left the input or chose something. */
  readonly onSettled: () => void;
}

interface ControlProps extends FieldViewProps {
  readonly id: string;
  readonly described: string | undefined;
}

const asText = (value: FieldValue) => (typeof value === "string" ? value : (value?.[0] ?? ""));
const asList = (value: FieldValue) =>
  value === null || value === "" ? [] : typeof value === "string" ? [value] : value;

function TextControl({ field, value, onChange, onSettled, id, described }: ControlProps) {
  const { control } = field;
  const shared = {
    id,
    className: "input",
    value: asText(value),
    required: !field.optional,
    "aria-invalid": field.problem !== null,
    "aria-describedby": described,
    placeholder: field.placeholder ?? undefined,
    maxLength: "max" in control ? (control.max ?? undefined) : undefined,
    onChange: ({ target }: { target: { value: string } }) => {
      onChange(target.value);
    },
    onBlur: onSettled,
  };
  if (control.as === "lines") return <textarea {...shared} rows={3} />;
  if (control.as === "date" || control.as === "time")
    return <input {...shared} type={control.as} />;
  const number = control.as === "line" && control.mode === "number";
  return <input {...shared} type="text" inputMode={number ? "decimal" : "text"} />;
}

function SelectControl(props: ControlProps & { readonly choices: readonly Choice[] }) {
  const { field, value, onChange, onSettled, id, described, choices } = props;
  return (
    <select
      id={id}
      className="input"
      value={asText(value)}
      required={!field.optional}
      aria-invalid={field.problem !== null}
      aria-describedby={described}
      onChange={({ target }) => {
        onChange(target.value === "" ? null : target.value);
        onSettled();
      }}
    >
      <option value="">{field.placeholder ?? "–"}</option>
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.label}
        </option>
      ))}
    </select>
  );
}

interface ChoicesProps extends ControlProps {
  readonly choices: readonly Choice[];
  readonly many: boolean;
}

function ChoicesControl({ field, value, onChange, onSettled, id, choices, many }: ChoicesProps) {
  const chosen = asList(value);
  const pick = (picked: string, on: boolean) => {
    const others = many ? chosen.filter((other) => other !== picked) : [];
    onChange(many ? (on ? [...others, picked] : others) : picked);
    onSettled();
  };
  return (
    <div className="choices" data-long={choices.length > 8}>
      {choices.map((choice) => (
        <label key={choice.value} className="choice">
          <input
            type={many ? "checkbox" : "radio"}
            name={id}
            required={!many && !field.optional}
            checked={chosen.includes(choice.value)}
            onChange={({ target }) => {
              pick(choice.value, target.checked);
            }}
          />
          <span>
            {choice.label}
            {choice.detail !== undefined && <small>{choice.detail}</small>}
          </span>
        </label>
      ))}
    </div>
  );
}

/** Marks the label; the words keep to the language of the form. */
const OPTIONAL: Readonly<Record<string, string>> = { es: "opcional", fr: "facultatif" };

export function FieldView(props: FieldViewProps & { readonly lang: string }) {
  const { field, lang } = props;
  const id = useId();
  const parts = [field.problem === null ? null : `${id}-problem`, field.hint && `${id}-hint`];
  const described = parts.filter((part) => part !== null && part !== "").join(" ") || undefined;
  const control = { ...props, id, described };
  const { as } = field.control;
  const group = as === "radio" || as === "checks";
  const label: ReactNode = (
    <>
      {field.label}
      {field.optional && <small className="optional"> ({OPTIONAL[lang] ?? "optional"})</small>}
    </>
  );
  const below = (
    <>
      {field.problem !== null && (
        <p className="problem" id={`${id}-problem`}>
          <span aria-hidden="true">▲ </span>
          {field.problem}
        </p>
      )}
      {field.hint !== null && (
        <p className="hint" id={`${id}-hint`}>
          {field.hint}
        </p>
      )}
    </>
  );
  if (group) {
    return (
      <fieldset
        className="field"
        aria-describedby={described}
        data-input={field.id}
        data-problem={field.problem !== null}
      >
        <legend>{label}</legend>
        {"choices" in field.control && (
          <ChoicesControl {...control} choices={field.control.choices} many={as === "checks"} />
        )}
        {below}
      </fieldset>
    );
  }
  return (
    <div className="field" data-input={field.id} data-problem={field.problem !== null}>
      <label htmlFor={id}>{label}</label>
      {"choices" in field.control ? (
        <SelectControl {...control} choices={field.control.choices} />
      ) : (
        <TextControl {...control} />
      )}
      {below}
    </div>
  );
}
