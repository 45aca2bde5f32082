import type { ownCommands as source } from "../../en/commands/own.ts";

export const ownCommands: typeof source = {
  setup: {
    label: "Créer ou changer une équipe",
    names: "équipe / mon équipe / configurer",
    sentences:
      "créer une équipe / ajouter mon technicien informatique / inviter quelqu’un / changer l’équipe / ajouter une superviseure / nouvelle école / qui est dans l’équipe",
  },
  away: {
    label: "Je ne suis pas là",
    names: "absent / absente / absence / malade / vacances",
    sentences:
      "je suis absente la semaine prochaine / je suis malade aujourd’hui / en vacances / hors du bureau / congé de maternité / pas à l’école",
  },
  back: {
    label: "Je suis de retour",
    names: "de retour / retour",
    sentences: "je suis de retour / je suis revenue / mettre fin à mon absence",
  },
  cover: {
    label: "Quelqu’un me remplace",
    names: "remplacement / remplaçant / remplaçante / suppléance",
    sentences:
      "quelqu’un me remplace / nommer une remplaçante / qui me remplace / remplacement pendant mon absence",
  },
  hours: {
    label: "Mes heures",
    names: "heures / horaire / mon horaire",
    sentences:
      "régler mes heures de travail / heures de silence / quand est-ce que je reçois des messages / mes jours de travail / heures occupées",
  },
  why: {
    label: "Pourquoi ces messages ?",
    names: "pourquoi",
    sentences:
      "pourquoi ai-je reçu ce message / pourquoi m’écris-tu / quand m’écris-tu / trop de messages",
  },
  pause: {
    label: "Mettre les messages en pause",
    names: "arrêter / arrête / silence",
    sentences:
      "arrête de m’envoyer des messages / mettre les rappels en pause / silence / plus de rappels / se désabonner",
  },
  resume: {
    label: "Reprendre les messages",
    names: "reprendre",
    sentences: "reprendre les messages / activer les rappels / je veux encore des rappels",
  },
  measures: {
    label: "L’utilité des messages",
    names: "mesures",
    sentences: "les messages sont-ils utiles / chiffres sur les rappels / mesures",
  },
  link: {
    label: "J’utilise deux messageries",
    names: "lier / lier mon compte",
    sentences:
      "j’utilise Slack et Teams / réunir mes deux comptes / la même personne dans deux applications / relier mon compte",
  },
  me: {
    label: "Langue et fuseau horaire",
    names: "langue / réglages / préférences / fuseau horaire / paramètres",
    sentences:
      "changer ma langue / parler français / réglages / mon fuseau horaire / changer l’endroit où tu m’écris / préférences",
  },
  district: {
    label: "Le district en chiffres",
    sentences: "comment vont les équipes / vue du district / toutes les écoles / chiffres",
  },
  admin: {
    label: "Qui peut faire quoi dans le district",
    names: "droits / administration",
    sentences: "qui administre / donner des droits à une collègue / droits dans le district",
  },
  modules: {
    label: "Ce que notre école utilise",
    names: "activer",
    sentences: "activer quelque chose / désactiver le journal des leçons / ce que l’école utilise",
  },
  policy: {
    label: "Ce que le district permet",
    names: "politique / règles du district",
    sentences: "les photos sont-elles permises / médias sociaux / que permet le district",
  },
};
