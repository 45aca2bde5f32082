/** What stands under the box in Teams: the bot's message extensions, and prompts to start from. */
import { Menu } from "../frame/menu.tsx";
import type { Command } from "../chat/commands.ts";

interface ToolsProps {
  readonly extensions: readonly string[];
  readonly commands: readonly Command[];
  readonly onExtension: (name: string) => void;
  readonly onPrompt: (name: string) => void;
  /** Whether this person has the app. */
  readonly installed: boolean;
  readonly onInstall: (installed: boolean) => void;
}

const REMOVE = "remove the app";

export function Tools(props: ToolsProps) {
  const { extensions, commands, onExtension, onPrompt, installed, onInstall } = props;
  if (!installed) {
    return (
      <div className="tools">
        <p className="hint">You have removed Liaison. It cannot write to you.</p>
        <button
          type="button"
          className="tool"
          onClick={() => {
            onInstall(true);
          }}
        >
          Add Liaison
        </button>
      </div>
    );
  }
  return (
    <div className="tools">
      <Menu
        className="tool"
        label={
          <>
            <span aria-hidden="true">+</span> Apps
          </>
        }
        items={[
          ...extensions.map((name) => ({ id: name, label: name, detail: "Liaison" })),
          {
            id: REMOVE,
            label: "Remove Liaison",
            detail: "It can be added again",
            danger: true,
          },
        ]}
        onChoose={(id) => {
          if (id === REMOVE) onInstall(false);
          else onExtension(id);
        }}
      />
      {commands.length > 0 && (
        <Menu
          className="tool"
          label="View prompts"
          items={commands.map(({ name, hint }) => ({ id: name, label: name, detail: hint }))}
          onChoose={onPrompt}
        />
      )}
    </div>
  );
}
