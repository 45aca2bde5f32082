/** The virtual clock: it stands still until somebody moves it. */
import { useId } from "react";
import { clockLine, dateOf, daysLater, instantOf, timeOf, ZONE_CITY } from "../time.ts";

export interface Target {
  readonly date: string;
  readonly time: string;
}

interface ClockProps {
  readonly now: string;
  readonly next: string | null;
  readonly busy: boolean;
  /** What stands in the date and time inputs; null while they are folded away. */
  readonly target: Target | null;
  readonly onTarget: (target: Target | null) => void;
  readonly onMove: (to: string) => void;
}

export function Clock({ now, next, busy, target, onTarget, onMove }: ClockProps) {
  const id = useId();
  const to = target === null ? null : instantOf(target.date, target.time);
  const past = to !== null && to <= new Date(now).toISOString();
  return (
    <div className="clock" role="group" aria-label="Clock">
      <p className="clock-now" aria-live="polite">
        <time dateTime={now}>{clockLine(now)}</time> <span>{ZONE_CITY}</span>
      </p>
      <div className="clock-acts">
        <button
          type="button"
          className="button small"
          aria-disabled={busy || next === null}
          title={next === null ? "Nothing is planned" : clockLine(next)}
          onClick={() => {
            if (next !== null && !busy) onMove(next);
          }}
        >
          Next event
        </button>
        <button
          type="button"
          className="button small"
          aria-disabled={busy}
          onClick={() => {
            if (!busy) onMove(daysLater(now, 1, "08:00"));
          }}
        >
          Tomorrow 08:00
        </button>
        <button
          type="button"
          className="button small"
          aria-expanded={target !== null}
          aria-controls={id}
          onClick={() => {
            onTarget(target === null ? { date: dateOf(now), time: timeOf(now) } : null);
          }}
        >
          To date…
        </button>
      </div>
      {target !== null && (
        <form
          id={id}
          className="clock-to"
          aria-label="Move the clock"
          onKeyDown={(event) => {
            if (event.key === "Escape") onTarget(null);
          }}
          onSubmit={(event) => {
            event.preventDefault();
            if (to !== null && !past && !busy) onMove(to);
          }}
        >
          <label>
            Date
            <input
              className="input"
              type="date"
              min={dateOf(now)}
              value={target.date}
              onChange={(event) => {
                onTarget({ ...target, date: event.target.value });
              }}
            />
          </label>
          <label>
            Time
            <input
              className="input"
              type="time"
              value={target.time}
              onChange={(event) => {
                onTarget({ ...target, time: event.target.value });
              }}
            />
          </label>
          <button
            type="submit"
            className="button primary"
            data-clock-go
            aria-disabled={busy || past}
          >
            Move the clock
          </button>
          <p className="hint" role="status">
            {past ? "Choose a later moment: the clock only runs forward." : ""}
          </p>
        </form>
      )}
    </div>
  );
}
