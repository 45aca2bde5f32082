/** One person's chat client: who, where, and what they see. */
import { useEffect, useMemo, useRef } from "react";
import type { Screen, WorldState } from "../../contract.ts";
import type { Pressed } from "../blocks/surface.ts";
import { FormDialog } from "../form/form-dialog.tsx";
import { Conversation, type Drafts } from "./conversation.tsx";
import { Home } from "./home.tsx";
import { PersonSwitch } from "./person-switch.tsx";
import { Sidebar } from "./sidebar.tsx";
import { CardDialog } from "../teams/card-dialog.tsx";
import { Tools } from "../teams/tools.tsx";
import { useActs } from "./use-acts.ts";
import { useArrivals } from "./use-arrivals.ts";
import { useScreen, type World } from "../use-world.ts";
import { useSpotlight, type Spot } from "./use-spotlight.ts";
import { wordingFor } from "./wording.tsx";

export interface PaneState {
  readonly person: string;
  /** Id of a channel, `dm` or `home`; null until the person's screen is known. */
  readonly place: string | null;
}

interface PaneProps {
  readonly id: string;
  readonly side: string;
  readonly pane: PaneState;
  readonly state: WorldState;
  readonly world: World;
  readonly spot: Spot | null;
  readonly hidden: boolean;
  readonly drafts: (person: string, place: string) => Drafts;
  readonly onPane: (pane: PaneState) => void;
  readonly onScreen: (screen: Screen) => void;
}

function about(screen: Screen, place: string, names: ReadonlyMap<string, string>): string {
  const channel = screen.channels.find(({ id }) => id === place);
  if (channel === undefined) return "Between you and the bot";
  return channel.members.map((id) => names.get(id) ?? id).join(" · ");
}

export function Pane(props: PaneProps) {
  const { id, side, pane, state, world, spot, hidden, drafts, onPane, onScreen } = props;
  const screen = useScreen(pane.person, world.revision);
  const acts = useActs(pane.person, world.refresh);
  const root = useRef<HTMLElement>(null);
  const pressed = useRef<string | null>(null);
  const busy = useRef(false);
  useEffect(() => {
    busy.current = acts.busy;
  }, [acts.busy]);
  const { forgetSilence } = acts;
  useEffect(() => {
    if (world.error === null) forgetSilence();
  }, [world.error, forgetSilence]);
  const names = useMemo(
    () => new Map(state.people.map((person) => [person.id, person.name])),
    [state.people],
  );
  const place = pane.place ?? screen?.channels[0]?.id ?? "dm";
  const { read, fresh, announcement } = useArrivals(screen, place, names);
  useSpotlight(root, spot, screen);

  useEffect(() => {
    if (screen !== null) onScreen(screen);
  }, [screen, onScreen]);

  const formOpen = screen?.form !== null && screen?.form !== undefined;
  useEffect(() => {
    // What had the focus is often gone with the message or dialog it stood in: stay close to it.
    if (pressed.current === null || busy.current || formOpen) return;
    const message = `[data-message="${CSS.escape(pressed.current)}"]`;
    pressed.current = null;
    if (document.activeElement !== document.body) return;
    const near = root.current?.querySelector<HTMLElement>(message) ?? root.current;
    near?.focus({ preventScroll: true });
  }, [screen, formOpen]);

  const pressHome = (element: Pressed) => {
    if (screen?.home) void acts.press(screen.home.id, element);
  };
  const go = (next: string) => {
    acts.forget();
    onPane({ ...pane, place: next });
    if (next === "home") void acts.home();
  };

  const me = screen?.me;
  const draft = drafts(pane.person, place);
  const send = (thread: string | null) => {
    const text = draft.get(thread);
    void acts.say(place, text, thread).then((accepted) => {
      if (accepted) draft.set(thread, "");
    });
  };
  const messages =
    place === "dm"
      ? screen?.dm
      : screen?.channels.find((channel) => channel.id === place)?.messages;
  const platform = me?.platform ?? "slack";
  const teams = platform === "teams";
  const channel = screen?.channels.find((one) => one.id === place)?.name ?? "";
  const title = place === "dm" ? "Liaison" : teams ? channel : `#${channel}`;
  const form = screen?.form ?? null;
  const commands = state.commands.filter((one) => one.platform === platform);
  const shortcuts = state.shortcuts.filter((one) => one.platform === platform);
  const refusal = acts.told?.at === "form" ? acts.told.sentence : null;
  const tools = teams ? (
    <Tools
      extensions={shortcuts.filter(({ onMessage }) => !onMessage).map(({ name }) => name)}
      commands={commands}
      installed={screen?.installed !== false}
      onInstall={(installed) => void acts.install(installed)}
      onExtension={(name) => void acts.extension(place, name)}
      onPrompt={(name) => {
        draft.set(null, place === "dm" ? `${name} ` : `@Liaison ${name} `);
        root.current?.querySelector<HTMLElement>(".conversation > .composer textarea")?.focus();
      }}
    />
  ) : undefined;

  return (
    <section
      className="pane"
      id={id}
      data-platform={platform}
      aria-label={side}
      ref={root}
      hidden={hidden}
      tabIndex={-1}
    >
      <div className="pane-all" inert={form !== null}>
        <PersonSwitch
          side={side}
          person={pane.person}
          people={state.people}
          now={state.now}
          onChange={(person) => {
            acts.forget();
            onPane({ person, place: null });
          }}
        />
        <div className="pane-main">
          {screen !== null && (
            <Sidebar side={side} screen={screen} place={place} read={read} onGo={go} />
          )}
          {screen !== null && me !== undefined && place === "home" && (
            <Home
              side={side}
              home={screen.home}
              me={me}
              surface={{
                lang: me.locale,
                people: state.people,
                channels: state.channels,
                busy: acts.busy,
                press: pressHome,
              }}
            />
          )}
          {screen !== null && me !== undefined && place !== "home" && (
            <Conversation
              side={side}
              title={title}
              about={about(screen, place, names)}
              place={`${me.id} ${place}`}
              messages={messages ?? []}
              fresh={fresh}
              commands={teams ? [] : commands}
              wording={wordingFor(platform, place)}
              threads={!teams || place !== "dm"}
              tools={tools}
              drafts={draft}
              onSend={send}
              context={{
                me,
                people: state.people,
                channels: state.channels,
                busy: acts.busy,
                shortcuts: shortcuts.filter(({ onMessage }) => onMessage),
                onPress: (message, element) => {
                  pressed.current = message;
                  void acts.press(message, element);
                },
                onCard: (message, button, answers) => {
                  pressed.current = message;
                  void acts.pressCard("pane", message, button, answers);
                },
                onShortcut: (message, shortcut) => void acts.shortcut(message, shortcut),
              }}
            />
          )}
        </div>
        {acts.told?.at === "pane" && (
          <div className="toast" role="alert" data-refused={acts.told.refused}>
            <p>{acts.told.sentence}</p>
            <button type="button" className="icon" aria-label="Dismiss" onClick={acts.forget}>
              <span aria-hidden="true">×</span>
            </button>
          </div>
        )}
      </div>
      {form !== null && me !== undefined && teams && (
        <CardDialog
          key={form.id}
          form={form}
          lang={me.locale}
          refusal={refusal}
          onPress={(button, answers) => void acts.pressCard("form", form.id, button, answers)}
          onClose={() => void acts.close(form.id)}
        />
      )}
      {form !== null && me !== undefined && !teams && (
        <FormDialog
          key={form.id}
          form={form}
          me={me}
          people={state.people}
          channels={state.channels}
          busy={acts.busy}
          refusal={refusal}
          onSubmit={(answers) => void acts.submit(form.id, answers)}
          onChange={(answers) => void acts.change(form.id, answers)}
          onPress={(element, answers) => void acts.pressInForm(form.id, element, answers)}
          onClose={() => void acts.close(form.id)}
        />
      )}
      <p className="visually-hidden" role="status" aria-live="polite">
        {announcement}
      </p>
    </section>
  );
}
