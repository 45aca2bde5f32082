/**
 * The part of Adaptive Cards 1.5 that Liaison speaks (https://adaptivecards.io/explorer). Text that
 * people typed stands in text runs, which know no markdown.
 */

import type { ActionData } from "./data.ts";

export interface AdaptiveCard {
  readonly $schema: "http://adaptivecards.io/schemas/adaptive-card.json";
  readonly type: "AdaptiveCard";
  readonly version: "1.5";
  readonly lang: string;
  /** Shown instead of the card where it cannot be drawn: all of it in words. */
  readonly fallbackText: string;
  readonly body: readonly Element[];
}

interface Placed {
  readonly spacing?: "None" | "Small" | "Medium" | "Large";
  /** A line above it. */
  readonly separator?: true;
}

export type Element = Placed & (Shown | InputElement);

type Shown = TextBlock | RichTextBlock | Container | ColumnSet | ActionSet;

/** Its text is markdown: only for text that holds none. */
export interface TextBlock {
  readonly type: "TextBlock";
  readonly text: string;
  readonly wrap: true;
  readonly weight: "Bolder";
  readonly size?: "Medium" | "Large";
  /** Screen readers list it among the headings. */
  readonly style: "heading";
}

export interface RichTextBlock {
  readonly type: "RichTextBlock";
  readonly inlines: readonly TextRun[];
}

export interface TextRun {
  readonly type: "TextRun";
  readonly text: string;
  readonly weight?: "Bolder";
  readonly size?: "Small" | "Medium" | "Large";
  readonly isSubtle?: true;
  readonly color?: "Attention";
  /** Makes it a link. */
  readonly selectAction?: OpenUrlAction;
}

export interface Container {
  readonly type: "Container";
  readonly style?: "emphasis";
  readonly rtl?: true;
  readonly items: readonly Element[];
}

export interface ColumnSet {
  readonly type: "ColumnSet";
  readonly columns: readonly Column[];
}

export interface Column {
  readonly type: "Column";
  readonly width: "stretch" | "auto";
  readonly verticalContentAlignment?: "Center";
  readonly items: readonly Element[];
}

export interface ActionSet {
  readonly type: "ActionSet";
  readonly actions: readonly Action[];
}

export type Action = ExecuteAction | SubmitAction;

/** Opens an address in the browser; the bot hears nothing of it. */
export interface OpenUrlAction {
  readonly type: "Action.OpenUrl";
  readonly title: string;
  readonly url: string;
}

interface Pressable {
  readonly title: string;
  /** Read out instead of the title where it is set, so that it begins with the title. */
  readonly tooltip?: string;
  readonly style?: "positive" | "destructive";
  /** `none`: pressed without sending, or checking, what stands in the inputs. */
  readonly associatedInputs?: "none";
  readonly data: ActionData;
}

export interface SubmitAction extends Pressable {
  readonly type: "Action.Submit";
}

/** Answered by the card that takes the place of the pressed one. */
export interface ExecuteAction extends Pressable {
  readonly type: "Action.Execute";
  readonly verb: string;
  readonly fallback: SubmitAction;
}

interface Asked {
  readonly id: string;
  readonly label: string;
  readonly isRequired?: true;
  /** Shown by the client when something required is missing. */
  readonly errorMessage?: string;
}

export type InputElement = InputText | InputNumber | InputDate | InputChoiceSet;

export interface InputNumber extends Asked {
  readonly type: "Input.Number";
  readonly min: number;
  readonly value?: number;
}

export interface InputDate extends Asked {
  readonly type: "Input.Date";
  /** YYYY-MM-DD. */
  readonly value?: string;
}

export interface InputText extends Asked {
  readonly type: "Input.Text";
  readonly value?: string;
  readonly isMultiline?: true;
  readonly maxLength: number;
}

export interface InputChoiceSet extends Asked {
  readonly type: "Input.ChoiceSet";
  readonly value?: string;
  readonly style?: "compact" | "expanded";
  readonly isMultiSelect?: true;
  readonly placeholder?: string;
  readonly wrap?: true;
  readonly choices: readonly { readonly title: string; readonly value: string }[];
  /** Microsoft's people picker: everybody in the organisation. */
  readonly "choices.data"?: {
    readonly type: "Data.Query";
    readonly dataset: "graph.microsoft.com/users";
  };
}
