/** The round mark beside a name; decoration only, the name stands next to it. */
import { hue, initials } from "../people.ts";

const HUES = 6;

export function Avatar({ id, name }: { readonly id: string; readonly name: string }) {
  if (id === "bot") {
    return (
      <span className="avatar avatar-bot" aria-hidden="true">
        <Mark />
      </span>
    );
  }
  return (
    <span className="avatar" data-hue={hue(id, HUES)} aria-hidden="true">
      {initials(name)}
    </span>
  );
}

/** Liaison's mark: an open book whose two pages are two people's sides. */
export function Mark() {
  return (
    <svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true" focusable="false">
      <path d="M11.2 6.6C9 5 6.2 4.5 3 4.8v12.6c3.2-.3 6 .2 8.2 1.8z" fill="currentColor" />
      <path
        d="M12.8 6.6C15 5 17.8 4.5 21 4.8v12.6c-3.2-.3-6 .2-8.2 1.8z"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.6"
        strokeLinejoin="round"
      />
      <path d="M15.2 9.4h3.4M15.2 12.4h3.4" stroke="currentColor" strokeWidth="1.4" />
    </svg>
  );
}
