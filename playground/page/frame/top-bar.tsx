/** Name, clock, and what can be done to the whole playground. */
import { useState } from "react";
import type { FaultBody, WorldState } from "../../contract.ts";
import { api, type Answer } from "../api.ts";
import { Mark } from "../chat/avatar.tsx";
import { Clock, type Target } from "./clock.tsx";
import { Question } from "./dialog.tsx";
import { Menu } from "./menu.tsx";

interface TopBarProps {
  readonly state: WorldState;
  readonly target: Target | null;
  readonly onTarget: (target: Target | null) => void;
  readonly refresh: () => void;
  readonly onReset: () => void;
}

const FAULTS: readonly (Pick<FaultBody, "platform" | "kind"> & { readonly label: string })[] = [
  { platform: "slack", kind: "429", label: "Slack says “too many messages”" },
  { platform: "slack", kind: "503", label: "Slack does not answer" },
  {
    platform: "slack",
    kind: "timeout-after-accept",
    label: "Slack accepts, but the answer is lost",
  },
  { platform: "slack", kind: "blocked", label: "In Slack, the person has blocked the bot" },
  { platform: "slack", kind: "archived", label: "In Slack, the channel is archived" },
  { platform: "teams", kind: "429", label: "Teams says “too many messages”" },
  { platform: "teams", kind: "503", label: "Teams does not answer" },
  {
    platform: "teams",
    kind: "500-after-accept",
    label: "Teams accepts, but reports an error",
  },
  { platform: "teams", kind: "blocked", label: "In Teams, the person has blocked the bot" },
  { platform: "teams", kind: "archived", label: "In Teams, the team is archived" },
];

export function TopBar({ state, target, onTarget, refresh, onReset }: TopBarProps) {
  const [busy, setBusy] = useState<string | null>(null);
  const [told, setTold] = useState<{ readonly text: string; readonly bad: boolean } | null>(null);
  const [asking, setAsking] = useState(false);

  const run = async (doing: string, act: () => Promise<Answer<unknown>>, done: string) => {
    setBusy(doing);
    setTold(null);
    const answer = await act();
    setBusy(null);
    setTold(answer.ok ? { text: done, bad: false } : { text: answer.error, bad: true });
    refresh();
    return answer.ok;
  };

  return (
    <header className="top">
      <h1 className="brand">
        <span className="brand-mark">
          <Mark />
        </span>
        Liaison <small>playground</small>
      </h1>
      <Clock
        now={state.now}
        next={state.next}
        busy={busy !== null}
        target={target}
        onTarget={onTarget}
        onMove={(to) => {
          void run("Moving the clock…", () => api.clock({ to }), "").then((moved) => {
            if (moved) onTarget(null);
          });
        }}
      />
      <div className="top-menus">
        <p className="top-told" role={told?.bad === true ? "alert" : "status"} data-bad={told?.bad}>
          {busy ?? told?.text}
        </p>
        <Menu
          label="Trouble"
          className="button small"
          name="Trouble: what goes wrong next"
          items={FAULTS.map(({ label }) => ({ id: label, label }))}
          onChoose={(id) => {
            const fault = FAULTS.find(({ label }) => label === id);
            if (fault === undefined) return;
            const { platform, kind } = fault;
            const body: FaultBody = { platform, kind, times: 1 };
            void run("…", () => api.fault(body), `At the next message: ${fault.label}.`);
          }}
        />
        <Menu
          label="Menu"
          className="button small"
          items={[
            {
              id: "restart",
              label: "Restart the bot",
              detail: "Kills it without warning and starts it on the same data",
            },
            {
              id: "reset",
              label: "Start over",
              detail: "Back to the demo data, Tuesday 2 March 2027",
              danger: true,
            },
          ]}
          onChoose={(id) => {
            if (id === "reset") setAsking(true);
            else void run("Restarting the bot…", api.restart, "The bot is back, on the same data.");
          }}
        />
      </div>
      {asking && (
        <Question
          title="Start over?"
          text={<p>Everything that was said and saved here goes. The demo data comes back.</p>}
          confirm="Start over"
          deny="Keep it"
          danger
          onAnswer={(yes) => {
            setAsking(false);
            if (!yes) return;
            void run(
              "Starting over…",
              () => api.reset({ data: "demo" }),
              "Everything is as it was on the first morning.",
            ).then((done) => {
              if (done) onReset();
            });
          }}
        />
      )}
    </header>
  );
}
