/** Pairs who work together, for whoever wants to see them in Slack, in Teams, or in both. */

export type Pair = readonly [left: string, right: string];

interface SeatsProps {
  readonly now: Pair;
  readonly onSeat: (pair: Pair) => void;
}

const PAIRS: readonly { readonly label: string; readonly about: string; readonly pair: Pair }[] = [
  { label: "Slack", about: "Alder Bend", pair: ["u-ab-lib", "u-ab-it"] },
  { label: "Teams", about: "Wattle Creek", pair: ["u-wc-lib", "u-wc-it"] },
  { label: "Both", about: "Tamarack Valley High", pair: ["u-tv-lib", "u-tv-it@teams"] },
];

export function Seats({ now, onSeat }: SeatsProps) {
  return (
    <div className="seats" role="group" aria-label="A library and IT on screen">
      {PAIRS.map(({ label, about, pair }) => (
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
