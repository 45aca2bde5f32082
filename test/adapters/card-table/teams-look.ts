/** How Teams dresses a card, near enough to judge one by: its sizes, its spacing, its two themes. */

export interface Look {
  /** A `HostConfig` of Microsoft's library. */
  readonly config: object;
  readonly css: string;
}

interface Palette {
  readonly page: string;
  readonly card: string;
  readonly emphasis: string;
  readonly text: string;
  readonly subtle: string;
  readonly attention: string;
  readonly accent: string;
  readonly line: string;
  readonly field: string;
}

const LIGHT: Palette = {
  page: "#f5f5f5",
  card: "#ffffff",
  emphasis: "#f0f0f0",
  text: "#242424",
  subtle: "#616161",
  attention: "#c4314b",
  accent: "#5b5fc7",
  line: "#d1d1d1",
  field: "#ffffff",
};

const DARK: Palette = {
  page: "#1f1f1f",
  card: "#292929",
  emphasis: "#3d3d3d",
  text: "#ffffff",
  subtle: "#adadad",
  attention: "#e37d80",
  accent: "#7f85f5",
  line: "#525252",
  field: "#1f1f1f",
};

const look = (palette: Palette): Look => ({ config: config(palette), css: css(palette) });

function config({ card, emphasis, text, subtle, attention, accent, line }: Palette): object {
  const both = (color: string, faint = color) => ({ default: color, subtle: faint });
  const foregroundColors = {
    default: both(text, subtle),
    accent: both(accent),
    attention: both(attention),
  };
  return {
    fontFamily: "Segoe UI, system-ui, sans-serif",
    fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 },
    fontWeights: { lighter: 300, default: 400, bolder: 600 },
    lineHeights: { small: 16, default: 20, medium: 20, large: 24, extraLarge: 32 },
    spacing: {
      small: 4,
      default: 8,
      medium: 12,
      large: 16,
      extraLarge: 24,
      padding: 16,
    },
    separator: { lineThickness: 1, lineColor: line },
    supportsInteractivity: true,
    actions: {
      maxActions: 6,
      spacing: "default",
      buttonSpacing: 8,
      actionsOrientation: "horizontal",
      actionAlignment: "left",
    },
    containerStyles: {
      default: { backgroundColor: card, foregroundColors },
      emphasis: { backgroundColor: emphasis, foregroundColors },
    },
    inputs: {
      label: {
        inputSpacing: "small",
        requiredInputs: { suffix: " *", suffixColor: "attention", weight: "bolder" },
        optionalInputs: { weight: "bolder" },
      },
      errorMessage: { color: "attention" },
    },
  };
}

const css = ({ page, card, text, accent, attention, line, field }: Palette): string => `
  body { background: ${page}; margin: 12px; overflow-wrap: anywhere; font-family: Segoe UI, system-ui, sans-serif; }
  .ac-adaptiveCard { background: ${card}; border: 1px solid ${line}; border-radius: 6px; }
  .ac-pushButton { background: ${card}; color: ${text}; border: 1px solid ${line}; border-radius: 4px;
    font: 600 14px/20px Segoe UI, system-ui, sans-serif; padding: 5px 12px; cursor: pointer; }
  .ac-pushButton.style-positive { background: ${accent}; border-color: ${accent}; color: ${card}; }
  .ac-pushButton.style-destructive { color: ${attention}; }
  .ac-input { box-sizing: border-box; background: ${field}; color: ${text}; border: 1px solid ${line};
    border-radius: 4px; font: 14px/20px Segoe UI, system-ui, sans-serif; padding: 5px 8px; }
  .ac-input-container input[type="text"], textarea, select { width: 100%; }
  .ac-actionSet { flex-wrap: wrap; gap: 8px 0; }
  .ac-choiceSetInput-expanded, .ac-choiceSetInput-multiSelect { background: none; border: 0; padding: 0; }
`;

export const LOOKS = { light: look(LIGHT), dark: look(DARK) } as const;
