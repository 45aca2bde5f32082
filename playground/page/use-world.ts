/** Keeps the page and the server in step: whenever something changed, read again. */
import { useCallback, useEffect, useState } from "react";
import type { Screen, WorldState } from "../contract.ts";
import { api } from "./api.ts";

export interface World {
  readonly state: WorldState | null;
  /** Counts up with every change that the page heard of. */
  readonly revision: number;
  readonly error: string | null;
  readonly refresh: () => void;
}

export function useWorld(): World {
  const [state, setState] = useState<WorldState | null>(null);
  const [revision, setRevision] = useState(0);
  const [error, setError] = useState<string | null>(null);
  const refresh = useCallback(() => {
    setRevision((count) => count + 1);
  }, []);

  useEffect(() => {
    const events = new EventSource("/control/events");
    events.addEventListener("message", refresh);
    events.addEventListener("open", refresh);
    // The stream ends when the playground does: asking once more finds out, and says so.
    events.addEventListener("error", refresh);
    return () => {
      events.close();
    };
  }, [refresh]);

  useEffect(() => {
    let current = true;
    void api.state().then((answer) => {
      if (!current) return;
      if (answer.ok) setState(answer.value);
      setError(answer.ok ? null : answer.error);
    });
    return () => {
      current = false;
    };
  }, [revision]);

  return { state, revision, error, refresh };
}

/** What one person has on screen now; null until the first answer. */
export function useScreen(person: string, revision: number): Screen | null {
  const [screen, setScreen] = useState<Screen | null>(null);
  useEffect(() => {
    let current = true;
    void api.screen(person).then((answer) => {
      if (current && answer.ok) setScreen(answer.value);
    });
    return () => {
      current = false;
    };
  }, [person, revision]);
  return screen?.me.id === person ? screen : null;
}
