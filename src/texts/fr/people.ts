import type { people as source } from "../en/people.ts";
import { brief } from "../brief.ts";

export const people: typeof source = {
  roles: {
    school_librarian: "bibliothécaire scolaire",
    instructional_technology_specialist: "spécialiste des technologies éducatives",
    it_technician: "équipe technique informatique",
    it_director: "responsable de l'informatique",
    filter_reviewer: "responsable du filtre",
    district_library_coordinator: "coordination des bibliothèques",
    principal: "direction de l'école",
    teacher: "personnel enseignant",
    on_call_teacher: "suppléance",
    staff: "personnel",
  },
  said: (name, role, place) => `${name} (${role}) dans ${place}`,
  named: (name, role) => `${name} (${role})`,
  by: (name, role) => `Par ${name} (${role})`,
  linkSummary: "Dire que vous êtes la même personne dans deux messageries",
  linkNowhere: "Votre district m'utilise dans une seule messagerie, il n'y a donc rien à relier",
  linkCode: (code) => `Votre code : ${code}`,
  linkCodeHow: (code) =>
    `Dans les 15 minutes, écrivez-moi ceci dans votre autre messagerie : /liaison link ${code}`,
  linkCodeWhy:
    "Je vous pose ensuite la question des deux côtés avant de relier quoi que ce soit. Le code sert une fois.",
  linkWrong: "Ce code ne fonctionne pas",
  linkAgain:
    "Il contient peut-être une erreur, a déjà servi ou a plus de 15 minutes. Tapez /liaison link dans votre autre messagerie pour en recevoir un nouveau.",
  linkWait: "Plusieurs de ces codes ne fonctionnent pas. Réessayez dans 15 minutes.",
  linkSame: "C'est votre propre code. Écrivez-le-moi dans votre autre messagerie.",
  linkTwice: "Ce code est celui d'une personne qui a son propre compte dans cette messagerie",
  linkApart: (school) =>
    `Les deux comptes sont de côtés différents dans l'équipe de ${school}, et une personne est d'un seul côté. Changez d'abord l'équipe : /liaison setup`,
  linkIsThatYou: (who, place) => `Êtes-vous ${who} dans ${place} ?`,
  linkTyped: "Votre code y a été tapé.",
  linkWhat:
    "Si oui, les deux ne font plus qu'un : objectifs, actions, réponses et équipes des deux sont à vous dans les deux messageries, et je vous écris dans l'une d'elles.",
  linkYes: "Oui, c'est moi",
  linkNo: "Non, c'est quelqu'un d'autre",
  linkHalf: (place) => `Presque terminé : dites maintenant oui dans ${place}`,
  linkOver: "La réponse a déjà été donnée, ou trop de temps a passé. Rien n'a été modifié.",
  linkNothing: "Très bien, rien n'a été relié",
  linkRefused: "L'autre côté a dit non, rien n'a donc été relié",
  linkJoined: "Vous êtes maintenant une seule personne dans les deux messageries",
  linkJoinedNext: "/liaison link montre où je vous écris et permet de le changer.",
  linkTitle: "Où je vous écris",
  linkFirst: "Je vous écris ici",
  linkAlso: "Vous pouvez aussi tout faire ici",
  linkSilent: "n'accepte pas mes messages pour le moment",
  linkPrimary: "M'écrire ici",
  linkRemove: "Séparer",
  linkRemoveWhy:
    "Après la séparation, je ne sais plus que vous y êtes la même personne. Tout reste à vous à l'autre endroit.",
  linkAdd: "Relier une autre messagerie",
  meSummary: "Votre langue, votre fuseau horaire, où je vous écris",
  meTitle: brief("À votre sujet"),
  meLanguage: "Langue que j'emploie avec vous",
  meTimezone: "Votre fuseau horaire",
  mePlace: "Où je vous écris",
  meSaved: "Enregistré",
  meNow: (language, timezone, place) => [language, timezone, place].filter(Boolean).join(" · "),
  saidMore: (place) => `La suite se trouve dans ${place}.`,
};
