/** Pairs who work together, for whoever wants to see them in Slack, in Teams, or in both. */
import { type Pair, TEAMS } from "./teams.ts";

interface SeatsProps {
  readonly now: Pair;
  readonly onSeat: (pair: Pair) => void;
}

export function Seats({ now, onSeat }: SeatsProps) {
  return (
    <div className="seats" role="group" aria-label="A library and IT on screen">
      {TEAMS.map(({ label, about, pair }) => (
        <button
          key={label}
          type="button"
          aria-pressed={pair[0] === now[0] && pair[1] === now[1]}
          aria-label={`${label}: ${about}`}
          onClick={() => {
            onSeat(pair);
          }}
        >
          {label}
        </button>
      ))}
    </div>
  );
}
