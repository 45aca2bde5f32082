import type { records as source } from "../en/records.ts";
import { brief } from "../brief.ts";

export const records: typeof source = {
  show: "Ouvrir",
  change: "Modifier",
  remove: "Supprimer",
  removed: "C'est supprimé",
  removedBody: "Plus personne ne le voit. Tant que vous avez ce message, vous pouvez le rétablir.",
  restore: "Le rétablir",
  back: "Retour à la liste",
  find: brief("Chercher"),
  findHint: "Des mots, ou une étiquette comme #cartes.",
  all: "Tout",
  mine: "Ce que j'ai écrit",
  forMe: "Pour moi",
  nothing: "Rien ne correspond. Essayez moins de mots, ou regardez tout.",
  state: "État",
  by: (id, name, date) => `${id} · ${name}, ${date}`,
  nobody: "une personne qui est partie",
  unchanged: "C'était déjà le cas. Rien n'a changé.",
  mayNot:
    "Seules les personnes concernées peuvent ajouter ici, et vous n'en faites pas encore partie.",
  take: "Imprimer ou garder",
  taken: "Le voici en tableau et en page",
  takeOnly: "Contient ce que son lecteur peut voir dans Liaison. Partagez-le avec soin.",
  writer: "Écrit par",
  date: "Écrit le",
  number: "Numéro",
  remindBody: "Son jour approche. Ouvrez-le pour voir ce qui reste à faire.",
  remindWhy:
    "Vous recevez ceci parce que vous l'avez écrit ou que vous y êtes nommé. Changez son jour ou son état et j'arrête ; /liaison pause arrête tous les rappels.",
};
