/** What stands under the box in Teams: the bot's message extensions, and prompts to start from. */
import { Menu } from "../frame/menu.tsx";
import type { Command } from "../chat/commands.ts";

interface ToolsProps {
  readonly extensions: readonly string[];
  readonly commands: readonly Command[];
  readonly onExtension: (name: string) => void;
  readonly onPrompt: (name: string) => void;
}

export function Tools({ extensions, commands, onExtension, onPrompt }: ToolsProps) {
  const [only] = extensions;
  return (
    <div className="tools">
      {extensions.length === 1 && only !== undefined && (
        <button
          type="button"
          className="tool"
          onClick={() => {
            onExtension(only);
          }}
        >
          <span aria-hidden="true">+</span> {only}
        </button>
      )}
      {extensions.length > 1 && (
        <Menu
          className="tool"
          label={
            <>
              <span aria-hidden="true">+</span> Apps
            </>
          }
          items={extensions.map((name) => ({ id: name, label: name, detail: "Liaison" }))}
          onChoose={onExtension}
        />
      )}
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
