/** A button that opens a list of things to choose, by mouse or keyboard. */
import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from "react";

export interface MenuItem {
  readonly id: string;
  readonly label: string;
  readonly detail?: string;
  readonly danger?: boolean;
}

interface MenuProps {
  readonly label: ReactNode;
  /** Accessible name when the label does not say it all. */
  readonly name?: string;
  readonly className?: string;
  readonly items: readonly MenuItem[];
  readonly disabled?: boolean;
  readonly onChoose: (id: string) => void;
  readonly attributes?: Readonly<Record<`data-${string}`, string>>;
}

const GAP = 4;

/** Keeps the list inside the window, below its button or, when there is no room, above it. */
function place(list: HTMLElement, button: HTMLElement): void {
  const at = button.getBoundingClientRect();
  const { width, height } = list.getBoundingClientRect();
  const left = Math.max(GAP, Math.min(at.left, window.innerWidth - width - GAP));
  const below = at.bottom + GAP;
  const top = below + height > window.innerHeight ? Math.max(GAP, at.top - height - GAP) : below;
  list.style.left = `${left}px`;
  list.style.top = `${top}px`;
}

export function Menu(props: MenuProps) {
  const { label, name, className, items, disabled, onChoose, attributes } = props;
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const id = useId();

  useEffect(() => {
    const menu = list.current;
    if (!open || menu === null || button.current === null) return;
    menu.showPopover();
    place(menu, button.current);
    menu.querySelector<HTMLElement>("[role=menuitem]")?.focus();
    const shut = () => {
      setOpen(false);
    };
    const outside = (event: Event) => {
      const target = event.target as Node;
      if (!menu.contains(target) && button.current?.contains(target) !== true) shut();
    };
    document.addEventListener("pointerdown", outside);
    window.addEventListener("resize", shut);
    return () => {
      document.removeEventListener("pointerdown", outside);
      window.removeEventListener("resize", shut);
    };
  }, [open]);

  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const choices = [...(list.current?.querySelectorAll<HTMLElement>("[role=menuitem]") ?? [])];
    const at = choices.findIndex((choice) => choice === document.activeElement);
    const go: Readonly<Record<string, number>> = {
      ArrowDown: (at + 1) % choices.length,
      ArrowUp: (at - 1 + choices.length) % choices.length,
      Home: 0,
      End: choices.length - 1,
    };
    const next = go[event.key];
    if (next !== undefined) {
      event.preventDefault();
      choices[next]?.focus();
    } else if (event.key === "Escape") {
      event.preventDefault();
      event.stopPropagation();
      close();
    } else if (event.key === "Tab") {
      setOpen(false);
    }
  };

  return (
    <>
      <button
        type="button"
        ref={button}
        className={className}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        aria-label={name}
        disabled={disabled}
        onClick={() => {
          setOpen(!open);
        }}
        {...attributes}
      >
        {label}
      </button>
      {open && (
        <div
          ref={list}
          id={id}
          className="menu"
          role="menu"
          aria-label={name ?? (typeof label === "string" ? label : undefined)}
          popover="manual"
          onKeyDown={onKeyDown}
        >
          {items.map((item) => (
            <button
              key={item.id}
              type="button"
              role="menuitem"
              tabIndex={-1}
              className={item.danger === true ? "menu-item danger" : "menu-item"}
              onClick={() => {
                close();
                onChoose(item.id);
              }}
            >
              <span>{item.label}</span>
              {item.detail !== undefined && <small>{item.detail}</small>}
            </button>
          ))}
        </div>
      )}
    </>
  );
}
