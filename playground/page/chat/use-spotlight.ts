/** Points at what the "try this" rail speaks of: focus and a ring that fades. */
import { useEffect, useRef, type RefObject } from "react";
import type { Screen } from "../../contract.ts";

export interface Spot {
  /** Which request this is; a new number points again. */
  readonly turn: number;
  readonly selector: string;
  /** Told when nothing matches after the screen has settled. */
  readonly onMissing: () => void;
}

const RING_MS = 3200;
const PATIENCE_MS = 1200;

export function useSpotlight(
  root: RefObject<HTMLElement | null>,
  spot: Spot | null,
  screen: Screen | null,
): void {
  const done = useRef(0);
  useEffect(() => {
    if (spot === null || done.current === spot.turn) return undefined;
    const matches = root.current?.querySelectorAll<HTMLElement>(spot.selector) ?? [];
    const found = [...matches].at(-1);
    if (found === undefined) {
      const timer = window.setTimeout(spot.onMissing, PATIENCE_MS);
      return () => {
        window.clearTimeout(timer);
      };
    }
    done.current = spot.turn;
    found.scrollIntoView({ block: "nearest" });
    found.focus();
    found.dataset["spot"] = "true";
    window.setTimeout(() => {
      delete found.dataset["spot"];
    }, RING_MS);
    return undefined;
  }, [root, spot, screen]);
}
