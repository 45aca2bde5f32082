/** How cards look here: the library takes sizes and colours, and passes our own variables on. */

const colour = (normal: string) => ({ default: normal, subtle: "var(--ink-soft)" });
const COLOURS = {
  default: colour("var(--ink)"),
  dark: colour("var(--ink)"),
  light: colour("var(--ink)"),
  accent: colour("var(--accent)"),
  good: colour("var(--accent)"),
  warning: colour("var(--warm)"),
  attention: { default: "var(--danger)", subtle: "var(--danger)" },
} as const;
const box = (backgroundColor: string) => ({ backgroundColor, foregroundColors: COLOURS });

const SIZES = { small: 13, default: 15, medium: 16, large: 18, extraLarge: 22 } as const;
const WEIGHTS = { lighter: 400, default: 400, bolder: 650 } as const;
const FONT = { fontSizes: SIZES, fontWeights: WEIGHTS };

/** `headingLevel` is that of headings inside the card. */
export function hostConfig(headingLevel: 3 | 4) {
  return {
    supportsInteractivity: true,
    fontTypes: {
      default: { fontFamily: "var(--sans)", ...FONT },
      monospace: { fontFamily: "var(--mono)", ...FONT },
    },
    spacing: { small: 4, default: 8, medium: 14, large: 20, extraLarge: 28, padding: 10 },
    separator: { lineThickness: 1, lineColor: "var(--line)" },
    containerStyles: {
      default: box("transparent"),
      emphasis: box("var(--sunk)"),
      accent: box("var(--accent-soft)"),
      good: box("var(--accent-soft)"),
      warning: box("var(--warm-soft)"),
      attention: box("var(--danger-soft)"),
    },
    textBlock: { headingLevel },
    textStyles: { heading: { weight: "Bolder", size: "Default", color: "Default" } },
    inputs: {
      label: {
        inputSpacing: "Small",
        requiredInputs: { weight: "Bolder", suffix: " *", suffixColor: "Attention" },
        optionalInputs: { weight: "Bolder" },
      },
      errorMessage: { weight: "Bolder", spacing: "Default", color: "Attention", size: "Small" },
    },
    actions: {
      maxActions: 6,
      spacing: "Default",
      buttonSpacing: 0,
      actionsOrientation: "Horizontal",
      actionAlignment: "Left",
      showCard: { actionMode: "Inline", inlineTopMargin: 8, style: "emphasis" },
    },
    factSet: {
      title: { weight: "Bolder", wrap: true, maxWidth: 140 },
      value: { wrap: true },
      spacing: 12,
    },
  };
}
