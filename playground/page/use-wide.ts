/** Whether the window has room for two people side by side. */
import { useSyncExternalStore } from "react";

const WIDE = "(min-width: 70rem)";

function subscribe(changed: () => void) {
  const query = window.matchMedia(WIDE);
  query.addEventListener("change", changed);
  return () => {
    query.removeEventListener("change", changed);
  };
}

export function useWide(): boolean {
  return useSyncExternalStore(subscribe, () => window.matchMedia(WIDE).matches);
}
