/** Points at what the "try this" rail speaks of: focus and a ring that fades. */
import { useEffect, useRef, type RefObject } from "react";
import type { Screen } from "../../contract.ts";

export interface Spot {
  /** Which request this is; a new number points again. */
  readonly turn: number;
  readonly selector: string;
  /** In messages only what came at that instant or later counts. */
  readonly since: string | null;
  /** Told when nothing matches after the screen has settled. */
  readonly onMissing: () => void;
}

const RING_MS = 3200;
const PATIENCE_MS = 1200;

function newest(root: HTMLElement | null, { selector, since }: Spot): HTMLElement | undefined {
  const matches = root?.querySelectorAll<HTMLElement>(selector) ?? [];
  return [...matches].findLast((match) => {
    const at = match.closest("[data-message]")?.querySelector("time")?.dateTime;
    return since === null || at === undefined || at >= since;
  });
}

function pointAt(found: HTMLElement): void {
  for (const before of document.querySelectorAll<HTMLElement>("[data-spot]"))
    delete before.dataset["spot"];
  found.scrollIntoView({ block: "center" });
  found.focus({ preventScroll: true });
  found.dataset["spot"] = "true";
  window.setTimeout(() => {
    delete found.dataset["spot"];
  }, RING_MS);
}

export function useSpotlight(
  root: RefObject<HTMLElement | null>,
  spot: Spot | null,
  screen: Screen | null,
): void {
  const done = useRef(0);
  useEffect(() => {
    const pane = root.current;
    if (spot === null || pane === null || done.current === spot.turn) return undefined;
    const look = () => {
      const found = newest(pane, spot);
      if (found === undefined) return false;
      done.current = spot.turn;
      pointAt(found);
      return true;
    };
    if (look()) return undefined;
    // Cards are drawn a moment after their message stands there.
    const observer = new MutationObserver(() => {
      if (look()) stop();
    });
    const timer = window.setTimeout(() => {
      stop();
      done.current = spot.turn;
      spot.onMissing();
    }, PATIENCE_MS);
    const stop = () => {
      observer.disconnect();
      window.clearTimeout(timer);
    };
    observer.observe(pane, { childList: true, subtree: true });
    return stop;
  }, [root, spot, screen]);
}
