import { grammarOf } from "../grammar.ts";

export const { counted, labelled } = grammarOf("fr");
