import type { membership as source } from "../../en/kinds/membership.ts";
import { brief } from "../../brief.ts";

export const membership: typeof source = {
  label: "Mes associations",
  names: "adhesions / mes associations",
  sentences: "mes adhésions / mon réseau professionnel / les liens de mon profil",
  addSentences: "je fais partie d'une association / ajouter mon adhésion à ISTE",
  summary: "Les associations et réseaux dont vous faites partie, visibles pour vous seulement",
  title: "Vos associations",
  none: "Il n'y a encore rien ici",
  noneBody:
    "Membre de l'AASL, de l'ISTE ou d'un autre groupe ? Vous décidez si vos collègues l'apprennent.",
  add: brief("Ajouter une adhésion"),
  saved: (id) => `C'est dans votre profil sous ${id}`,
  fields: {
    name: "De quoi faites-vous partie ?",
    sort: "Qu'est-ce que c'est ?",
    link: "Adresse web",
    tell: "Une personne qui en fait aussi partie peut-elle l'apprendre ?",
  },
  hints: { tell: "Je le dis une fois, à vous deux, et seulement si les deux réponses sont oui." },
  options: {
    sort: { association: "Une association", network: "Un réseau sur le web" },
    tell: { yes: "Oui", no: "Non" },
  },
  states: {},
  press: {},
  both: (name, group) => `${name} et vous faites partie de ${group}`,
  bothBody: "Un bon début de conversation, ou l'occasion d'aller ensemble à un congrès.",
  bothWhy:
    "Je le dis une seule fois, parce que les deux réponses étaient oui. Changez-le avec /liaison memberships et je ne m'en servirai plus.",
};
