import type { sheet as source } from "../en/sheet.ts";
import { brief } from "../brief.ts";

export const sheet: typeof source = {
  summary: "La fiche d'objectifs : les objectifs des deux côtés, côte à côte",
  title: (school) => `Fiche d'objectifs, ${school}`,
  theirs: { library: "La bibliothèque, votre partenaire", it: "L'informatique, votre partenaire" },
  yours: { library: "La bibliothèque, votre côté", it: "L'informatique, votre côté" },
  none: "Pas encore d'objectif",
  needs: {
    short: "Il manque encore un objectif à court terme",
    long: "Il manque encore un objectif à long terme",
  },
  noMore: "Rien de plus sur cette page",
  noPartner: "Il n'y a encore personne de ce côté. Votre propre fiche peut déjà être remplie.",

  understand: "Ai-je bien compris ?",
  understandHint:
    "Dites un objectif de votre partenaire avec vos mots. On vous dira si c'est bien cela.",
  sayBack: "Le redire",
  sayAgain: "Le redire encore",
  understood: (words) => `compris ainsi : « ${words} »`,
  asked: (words) => `attend un oui : « ${words} »`,
  notQuite: (note) => `pas tout à fait : ${note}`,
  notQuiteBare: "pas encore tout à fait",
  formTitle: brief("Ai-je bien compris ?"),
  formLabel: "L'objectif avec vos mots",
  formHint: "Une ou deux phrases : ce que veut l'autre côté, et pourquoi cela compte pour lui.",
  write: "Écrivez-le en quelques mots.",
  saved: (id) => `J'ai demandé si vous avez bien compris ${id}`,
  savedBody: (side) => `La réponse de ${side} vous arrive ici.`,
  askTitle: (who, id) => `${who} redit votre objectif ${id}. Est-ce bien cela ?`,
  askWhy:
    "Vous recevez ceci parce que c'est un objectif de votre côté. Il n'y a pas de mauvaise réponse.",
  right: "C'est cela",
  not: "Pas tout à fait",
  notTitle: brief("Pas tout à fait"),
  notLabel: "Que manque-t-il ? (la chose, pas la personne)",
  rightDone: (id) => `${id} est compris`,
  notDone: (id) => `C'est dit : ${id}, ce n'est pas tout à fait cela`,
  answeredBefore: "La réponse était déjà donnée. Rien n'a changé.",
  rightNews: (who, id) => `${who} dit : vous avez bien compris ${id}`,
  notNews: (who, id) => `${who} dit : ${id}, ce n'est pas encore tout à fait cela`,
  ownGoal: "C'est un objectif de votre propre côté. Redites-en un de votre partenaire.",

  prompts: "Deux questions",
  promptsHint: "Facultatif, pour les deux partenaires seulement.",
  promptsTitle: brief("Deux questions"),
  leftOut: "Qui pourrait rester à l'écart ?",
  leftOutHint:
    "Par exemple à cause de l'appareil, d'internet à la maison, de la langue ou d'un handicap.",
  beliefs: "Que croit-on ici à ce sujet qui le freine ?",
  promptsSaved: (id) => `Gardé à côté de ${id}`,
  promptsSavedBody: "Seuls les deux partenaires le lisent.",
  leftOutLine: (id, words) => `${id}, qui pourrait rester à l'écart : ${words}`,
  beliefsLine: (id, words) => `${id}, ce qui le freine : ${words}`,
  notesTitle: "Gardé à côté des objectifs",
  addGoal: "Noter un objectif",
};
