/** The control interface as the page uses it; a refusal is a value with the server's sentence. */
import type {
  ChangeBody,
  ClockBody,
  CloseBody,
  FaultBody,
  HomeBody,
  InstallBody,
  PressBody,
  Refusal,
  ResetBody,
  SayBody,
  Screen,
  Seen,
  ShortcutBody,
  SubmitBody,
  WorldState,
} from "../contract.ts";

export type Answer<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: string };

export const UNREACHABLE =
  "The playground does not answer. Is it still running in the terminal? Start it again with npm start.";

async function call<T>(path: string, body?: unknown): Promise<Answer<T>> {
  try {
    const response = await fetch(path, {
      ...(body === undefined
        ? {}
        : {
            method: "POST",
            headers: { "content-type": "application/json" },
            body: JSON.stringify(body),
          }),
    });
    const value: unknown = await response.json();
    // The one boundary: what our own server sends is what the contract says.
    if (response.ok) return { ok: true, value: value as T };
    return { ok: false, error: (value as Refusal).error };
  } catch {
    return { ok: false, error: UNREACHABLE };
  }
}

export const api = {
  state: () => call<WorldState>("/control/state"),
  screen: (as: string) => call<Screen>(`/control/screen?as=${encodeURIComponent(as)}`),
  say: (body: SayBody) => call<Seen>("/control/say", body),
  press: (body: PressBody) => call<Seen>("/control/press", body),
  submit: (body: SubmitBody) => call<Seen>("/control/submit", body),
  change: (body: ChangeBody) => call<Seen>("/control/change", body),
  close: (body: CloseBody) => call<Seen>("/control/close", body),
  shortcut: (body: ShortcutBody) => call<Seen>("/control/shortcut", body),
  home: (body: HomeBody) => call<Seen>("/control/home", body),
  install: (body: InstallBody) => call<Seen>("/control/install", body),
  clock: (body: ClockBody) => call<unknown>("/control/clock", body),
  reset: (body: ResetBody) => call<unknown>("/control/reset", body),
  restart: () => call<unknown>("/control/restart", {}),
  fault: (body: FaultBody) => call<unknown>("/control/fault", body),
};
