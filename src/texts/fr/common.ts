import type { common as source } from "../en/common.ts";
import { brief } from "../brief.ts";

export const common: typeof source = {
  setAside: (reference) =>
    `Je n’ai pas pu terminer ce que vous avez demandé : trois fois, cela a duré si longtemps qu’il a fallu me redémarrer, et j’ai arrêté d’essayer. Si c’était un long texte, essayez-en un plus court. Donnez cette référence à la personne qui administre le système : ${reference}.`,
  fault: (reference) =>
    `Un problème est survenu de mon côté ; ce que vous avez écrit n'y est pour rien. Réessayez dans une minute. Si cela recommence, donnez cette référence à la personne qui administre le système : ${reference}`,
  notInstalled:
    "Je ne suis pas encore configuré pour cet espace de travail. Demandez à la personne qui m'a installé.",
  outOfDate:
    "Ce message est ancien et ses boutons ne fonctionnent plus. Tapez /liaison help pour voir ce que je sais faire.",
  notFound: (id) =>
    `Je ne trouve pas ${id} parmi les choses sur lesquelles vous travaillez. Vérifiez le numéro ou regardez dans /goal list ou /liaison plan.`,
  notFoundHere:
    "C'est réservé aux partenaires de l'équipe concernée, ou cela n'existe plus. Rien n'a été modifié.",
  notPartner:
    "Ceci est pour les membres d’une équipe de bibliothèque et d’informatique, et vous n’êtes encore dans aucune. Voici ce qu’il y a pour vous.",
  chooseSchool: "Pour quelle école ?",
  help: "Voir l'aide",
  save: brief("Enregistrer"),
  goOn: brief("Continuer"),
  cancel: brief("Annuler"),
  undo: "Annuler",
  undoTooLate: "Trop tard pour annuler : quelqu'un s'en est occupé depuis.",
  /** Before the names of questions of a form. */
  needed: "À remplir",
  none: "Aucun",
  noDate: "sans date",
  everyone: "tout le monde",
  library: "Bibliothèque",
  it: "Informatique",
  previous: "Précédent",
  next: "Plus",
  page: (from, to, total) => `${from}–${to} sur ${total}`,
  whyThis: "Pourquoi ceci ?",
  pause: "Mettre en pause",
  heardOn: (when) => `La nouvelle leur parvient le ${when}.`,
  heardLater: "Pour le moment, aucun message ne leur est envoyé ; cela se voit dans leur accueil.",
  tooLong: (max) => `C'est trop long. Utilisez au plus ${max} caractères.`,
  mustShorten: (length, max) =>
    `Cela fait ${length} caractères, et il y a place pour ${max} au plus. Rien n'est encore enregistré : raccourcissez ci-dessous.`,
  givenBack: (length) => `Cela fait ${length} caractères, c'est trop, et je n'ai rien enregistré`,
  givenBackBody: (max) =>
    `Il y a place pour ${max} caractères au plus. Voici votre texte, pour copier ce qu'il vous faut :`,
  empty: "Écrivez quelques mots ici.",
};
