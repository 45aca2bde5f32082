/** The "try this" rail: eight small steps through the whole story, ticked when they happened. */
import { useId } from "react";
import type { StoryStep } from "../../contract.ts";
import { Seats } from "./seats.tsx";
import { STEPS, type Step } from "./steps.ts";
import type { Pair, Team } from "./teams.ts";

interface RailProps {
  readonly story: readonly StoryStep[];
  readonly open: boolean;
  readonly note: string | null;
  /** Who is on screen. */
  readonly pair: Pair;
  /** Whose story it is. */
  readonly team: Team;
  /** What is to be done, as it is done where this team talks. */
  readonly worded: (step: Step) => string;
  readonly onPair: (pair: Pair) => void;
  readonly onToggle: () => void;
  readonly onHelp: (step: Step) => void;
}

export function Rail({
  story,
  open,
  note,
  pair,
  team,
  worded,
  onPair,
  onToggle,
  onHelp,
}: RailProps) {
  const body = useId();
  const done = new Set(story.filter((step) => step.done).map(({ id }) => id));
  const next = STEPS.find(({ id }) => !done.has(id));
  const finished = STEPS.filter(({ id }) => done.has(id)).length;
  return (
    <aside className="rail" data-open={open} aria-label="Try this">
      <h2>
        <button
          type="button"
          className="rail-toggle"
          aria-expanded={open}
          aria-controls={body}
          onClick={onToggle}
        >
          <span aria-hidden="true">{open ? "‹" : "›"}</span>
          <span className="rail-title">Try this</span>
          {!open && next !== undefined && <span className="rail-next">Next: {next.title}</span>}
          <span className="rail-count">
            {finished}
            <span aria-hidden="true">/</span>
            <span className="visually-hidden"> of </span>
            {STEPS.length}
          </span>
        </button>
      </h2>
      <p className="rail-note" role="status">
        {note}
      </p>
      <div id={body} hidden={!open}>
        <p className="rail-lead">
          Two people share a goal. Live through their fortnight in eight small steps.
        </p>
        <Seats now={pair} onSeat={onPair} />
        <ol className="steps">
          {STEPS.map((step, index) => (
            <li
              key={step.id}
              className="step"
              data-done={done.has(step.id)}
              data-next={step === next}
              aria-current={step === next ? "step" : undefined}
            >
              <span className="step-mark" aria-hidden="true">
                {done.has(step.id) ? "✓" : index + 1}
              </span>
              <div>
                <h3>
                  {step.title}
                  {done.has(step.id) && <span className="visually-hidden"> (done)</span>}
                </h3>
                {!done.has(step.id) && <p>{worded(step)}</p>}
                {step === next && team.hints?.[step.id] !== undefined && (
                  <p>{team.hints[step.id]}</p>
                )}
                {step.then !== undefined && STEPS[index + 1] === next && <p>{step.then}</p>}
                {!done.has(step.id) && (
                  <button
                    type="button"
                    className={step === next ? "button primary small" : "button small"}
                    aria-label={`${step.label}: ${step.title}`}
                    onClick={() => {
                      onHelp(step);
                    }}
                  >
                    {step.label}
                  </button>
                )}
              </div>
            </li>
          ))}
        </ol>
        {next === undefined && (
          <p className="rail-end">That was the whole story. Start over whenever you like.</p>
        )}
      </div>
    </aside>
  );
}
