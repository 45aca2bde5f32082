/** The playground's page: two people side by side, the clock above, the story beside them. */
import { useCallback, useEffect, useState } from "react";
import type { Screen } from "../contract.ts";
import { Pane, type PaneState } from "./chat/pane.tsx";
import type { Drafts } from "./chat/conversation.tsx";
import type { Spot } from "./chat/use-spotlight.ts";
import type { Target } from "./frame/clock.tsx";
import { TopBar } from "./frame/top-bar.tsx";
import { shortName } from "./people.ts";
import { guidance } from "./story/guide.ts";
import { Rail } from "./story/rail.tsx";
import type { Step } from "./story/steps.ts";
import { asTyped, type Pair, teamOf } from "./story/teams.ts";
import { dateOf, timeOf } from "./time.ts";
import { useWide } from "./use-wide.ts";
import { useWorld } from "./use-world.ts";

type Side = 0 | 1;
const SIDES: readonly Side[] = [0, 1];
const SIDE_NAMES = ["Left person", "Right person"] as const;
const FIRST_PANES: readonly [PaneState, PaneState] = [
  { person: "u-ab-lib", place: null },
  { person: "u-ab-it", place: null },
];
/** Said beside the story; over once the clock has moved on. */
interface Note {
  readonly sentence: string;
  readonly at: string;
  /** It asks for a dialog to be answered, and is over with it. */
  readonly aboutDialog: boolean;
}

const hasDialog = (screen: Screen | null) => screen !== null && screen.form !== null;

export function App() {
  const world = useWorld();
  const { state } = world;
  const wide = useWide();
  const [panes, setPanes] = useState(FIRST_PANES);
  const [shown, setShown] = useState<Side>(0);
  const [railOpen, setRailOpen] = useState(wide);
  const [note, setNote] = useState<Note | null>(null);
  const [target, setTarget] = useState<Target | null>(null);
  const [filled, setFilled] = useState(0);
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const [spot, setSpot] = useState<(Spot & { readonly side: Side }) | null>(null);
  const [screens, setScreens] = useState<readonly [Screen | null, Screen | null]>([null, null]);

  const setPane = (side: Side, pane: PaneState) => {
    setPanes(([left, right]) => (side === 0 ? [pane, right] : [left, pane]));
  };
  const draftKey = (person: string, place: string, thread: string | null) =>
    [person, place, thread ?? ""].join(" ");
  const drafts = (person: string, place: string): Drafts => ({
    get: (thread) => typed[draftKey(person, place, thread)] ?? "",
    set: (thread, text) => {
      setTyped((all) => ({ ...all, [draftKey(person, place, thread)]: text }));
    },
  });
  const onScreen = useCallback((side: Side, screen: Screen) => {
    setScreens((both) => {
      if (both[side] === screen) return both;
      return side === 0 ? [screen, both[1]] : [both[0], screen];
    });
  }, []);

  useEffect(() => {
    if (filled > 0) document.querySelector<HTMLElement>("[data-clock-go]")?.focus();
  }, [filled]);

  useEffect(() => {
    // As in Slack: F6 goes round the parts of the window, here between the two people.
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== "F6") return;
      event.preventDefault();
      const inRight = document.getElementById("pane-1")?.contains(document.activeElement) === true;
      const other: Side = inRight ? 0 : 1;
      setShown(other);
      requestAnimationFrame(() => document.getElementById(`pane-${other}`)?.focus());
    };
    document.addEventListener("keydown", onKeyDown);
    return () => {
      document.removeEventListener("keydown", onKeyDown);
    };
  }, []);

  if (state === null) {
    return (
      <main className="loading" role={world.error === null ? "status" : "alert"}>
        <p>{world.error ?? "Opening the playground…"}</p>
      </main>
    );
  }

  const seated: Pair = [panes[0].person, panes[1].person];
  const team = teamOf(seated, state.people);
  const members = team.pair.flatMap((id) => state.people.find((person) => person.id === id) ?? []);
  const own = screens.find((screen) => screen !== null && screen.me.school === members[0]?.school);
  const story = own?.story ?? [];

  const say = (sentence: string | null, aboutDialog = false) => {
    setNote(sentence === null ? null : { sentence, at: state.now, aboutDialog });
  };
  const stands =
    note?.at === state.now && (!note.aboutDialog || screens.some((screen) => hasDialog(screen)));
  const fillClock = (to: string) => {
    setTarget({ date: dateOf(to), time: timeOf(to) });
    setFilled((count) => count + 1);
  };
  const help = (step: Step) => {
    const next = guidance(step, {
      state,
      seated,
      story,
      dialogs: [hasDialog(screens[0]), hasDialog(screens[1])],
      draft: (person, place) => drafts(person, place).get(null),
    });
    say(next.sentence, next.by === "saying");
    if (next.by === "clock") fillClock(next.to);
    if (next.by !== "showing") return;
    const { side, person, place, text, selector, since, missing } = next;
    setPane(side, { person, place });
    if (!wide) setRailOpen(false);
    setShown(side);
    if (text !== null) drafts(person, place).set(null, text);
    setSpot((last) => ({
      side,
      turn: (last?.turn ?? 0) + 1,
      selector,
      since,
      onMissing: () => {
        if (missing === null) return;
        say(missing.sentence);
        if (missing.to !== null) fillClock(missing.to);
      },
    }));
  };

  return (
    <div className="page">
      <TopBar
        state={state}
        target={target}
        onTarget={(moment) => {
          setTarget(moment);
          if (moment === null) setNote(null);
        }}
        refresh={world.refresh}
        onReset={() => {
          setTyped({});
          setNote(null);
          setPanes(FIRST_PANES);
        }}
      />
      {world.error !== null && (
        <p className="offline" role="alert">
          {world.error}
        </p>
      )}
      <div className="below" data-rail={railOpen}>
        <Rail
          story={story}
          open={railOpen}
          note={stands ? note.sentence : null}
          pair={seated}
          team={team}
          worded={(step) =>
            asTyped(step.text, members[step.by === "library" ? 0 : 1]?.platform ?? "slack")
          }
          onPair={([left, right]) => {
            setNote(null);
            setPanes([
              { person: left, place: null },
              { person: right, place: null },
            ]);
            if (!wide) setRailOpen(false);
          }}
          onToggle={() => {
            setRailOpen(!railOpen);
          }}
          onHelp={help}
        />
        <main className="panes">
          {!wide && (
            <div className="tabs" role="group" aria-label="Who is on screen">
              {SIDES.map((side) => (
                <button
                  key={side}
                  type="button"
                  className="tab"
                  aria-pressed={shown === side}
                  onClick={() => {
                    setShown(side);
                  }}
                >
                  {shortName(state.people.find(({ id }) => id === panes[side].person)?.name ?? "")}
                </button>
              ))}
            </div>
          )}
          {SIDES.map((side) => (
            <Pane
              key={side}
              id={`pane-${side}`}
              side={SIDE_NAMES[side]}
              pane={panes[side]}
              state={state}
              world={world}
              spot={spot?.side === side ? spot : null}
              hidden={!wide && shown !== side}
              drafts={drafts}
              onPane={(pane) => {
                setPane(side, pane);
              }}
              onScreen={(screen) => {
                onScreen(side, screen);
              }}
            />
          ))}
        </main>
      </div>
    </div>
  );
}
