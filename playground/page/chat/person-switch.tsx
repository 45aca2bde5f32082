/** Who the pane belongs to; anyone of the demo's people can sit down at it. */
import { useId } from "react";
import type { PersonState } from "../../contract.ts";
import { elsewhere } from "../time.ts";
import { Avatar } from "./avatar.tsx";

interface PersonSwitchProps {
  readonly side: string;
  readonly person: string;
  readonly people: readonly PersonState[];
  /** The virtual time. */
  readonly now: string;
  readonly onChange: (person: string) => void;
}

const LANGUAGES: Readonly<Record<string, string>> = { en: "English", es: "Spanish", fr: "French" };

/** Somebody's second account is the same person on another platform. */
function named(id: string, name: string): string {
  return id.endsWith("@teams") ? `${name} · Teams` : name;
}

export function PersonSwitch({ side, person, people, now, onChange }: PersonSwitchProps) {
  const id = useId();
  const current = people.find((candidate) => candidate.id === person);
  const there = current === undefined ? null : elsewhere(now, current.zone);
  const places = [...new Set(people.map(({ name }) => name.split(", ")[1] ?? "District"))];
  return (
    <header className="pane-head">
      <Avatar id={person} name={current?.name ?? ""} />
      <div className="pane-who">
        <label htmlFor={id}>
          You are<span className="visually-hidden"> ({side})</span>
        </label>
        <select
          id={id}
          value={person}
          onChange={({ target }) => {
            onChange(target.value);
          }}
        >
          {places.map((place) => (
            <optgroup key={place} label={place}>
              {people
                .filter(({ name }) => (name.split(", ")[1] ?? "District") === place)
                .map(({ id: key, name }) => (
                  <option key={key} value={key}>
                    {named(key, name)}
                  </option>
                ))}
            </optgroup>
          ))}
        </select>
      </div>
      {current !== undefined && (
        <p className="pane-facts">
          {current.platform === "slack" ? "Slack" : "Teams"} ·{" "}
          {LANGUAGES[current.locale] ?? current.locale}
          {there !== null && (
            <>
              <br />
              {there}
            </>
          )}
        </p>
      )}
    </header>
  );
}
