import type { protocol as source } from "../en/protocol.ts";
import { counted } from "./grammar.ts";

export const protocol: typeof source = {
  summary: "Où en est l'équipe et quelle est la prochaine étape",
  statusSummary: "La même chose en deux lignes",

  title: (school, year, state) => `${school}, ${year} : ${state}`,
  sides: { library: "la bibliothèque", it: "l'informatique" },
  states: {
    not_started: "pas encore commencé",
    invited: "la rencontre 1 vient ensuite",
    goal_sheet_scheduled: "la rencontre 1 a une date",
    goal_sheet_held: "la rencontre 1 a eu lieu",
    action_plan_scheduled: "la rencontre 2 a une date",
    plan_agreed: "le plan est convenu",
    plan_active: "le plan est en cours",
    reflection_due: "le moment de revenir sur un objectif",
    reflection_scheduled: "la rencontre 3 a une date",
    reflected: "retour fait ensemble",
    paused: "en pause",
    cycle_closed: "l'année est close",
  },
  next: {
    not_started: "Ensuite : nommer quelqu'un de chaque côté, avec /liaison setup.",
    invited:
      "Ensuite, pour les deux côtés : se rencontrer environ 50 minutes et remplir la fiche d'objectifs. Il faut au moins un objectif de chaque côté.",
    goal_sheet_scheduled:
      "Ensuite, pour les deux côtés : tenir la rencontre 1 avec la fiche d'objectifs. Il faut au moins un objectif de chaque côté.",
    goal_sheet_held:
      "Ensuite, pour les deux côtés : se revoir d'ici 10 jours ouvrables et écrire le plan d'action.",
    action_plan_scheduled:
      "Ensuite, pour les deux côtés : tenir la rencontre 2 et appuyer sur D'accord pour le même texte du plan.",
    plan_agreed:
      "Ensuite, pour l'un ou l'autre côté : fixer la rencontre de suivi avec /liaison checkin. Vous pouvez aussi partager le plan avec vos responsables.",
    plan_active:
      "Ensuite, pour les deux côtés : les rencontres de suivi. Quand un objectif est atteint, vous faites le bilan ensemble.",
    reflection_due:
      "Ensuite, pour les deux côtés : répondre aux courtes questions, puis écrire ensemble la colonne commune.",
    reflection_scheduled:
      "Ensuite, pour les deux côtés : tenir la rencontre 3 et écrire la colonne commune.",
    reflected: "Ensuite, pour les deux côtés : convenir de la prochaine version du plan.",
    paused:
      "Ensuite, pour l'un ou l'autre côté : reprendre quand chaque côté a de nouveau quelqu'un.",
    cycle_closed: "Cette année peut être lue, mais plus modifiée.",
  },
  nextAgree: (side) => `Ensuite, pour ${side} : lire le texte du plan et appuyer sur D'accord.`,
  nextDay: (next, day) => `${next} C'est le ${day}.`,

  refusals: {
    not_now: "Ce n'est pas l'étape suivante en ce moment. Rien n'a été modifié.",
    nothing_planned: "Il n'y a encore rien à poursuivre. Rien n'a été modifié.",
    no_goals: "Le plan n'a pas encore d'objectif. Ajoutez-en un avec /goal.",
  },
  nobody: {
    library:
      "Il n'y a encore personne du côté de la bibliothèque. La fiche d'objectifs peut déjà être remplie ; ajoutez quelqu'un avec /liaison setup.",
    it: "Il n'y a encore personne du côté de l'informatique. La fiche d'objectifs peut déjà être remplie ; ajoutez quelqu'un avec /liaison setup.",
  },
  notAccepted: {
    library:
      "La bibliothèque n'a pas encore accepté. La fiche d'objectifs peut être remplie d'ici là.",
    it: "L'informatique n'a pas encore accepté. La fiche d'objectifs peut être remplie d'ici là.",
  },
  emptySheet: {
    library: "La rencontre 1 n'est pas terminée : la fiche de la bibliothèque est vide.",
    it: "La rencontre 1 n'est pas terminée : la fiche de l'informatique est vide.",
  },
  emptySheetBody:
    "Elle compte comme tenue quand chaque côté a au moins un objectif. Ajoutez-en un avec /goal, puis appuyez de nouveau sur Rencontre 1 terminée.",
  incomplete: (count) =>
    counted(
      count,
      "Il manque encore quelque chose à # objectif.",
      "Il manque encore quelque chose à # objectifs.",
    ),
  notAgreed: {
    library: "La bibliothèque n'a pas encore donné son accord à ce texte.",
    it: "L'informatique n'a pas encore donné son accord à ce texte.",
  },
  undecided: (count) =>
    counted(
      count,
      "Rien n'est encore décidé pour # objectif ouvert.",
      "Rien n'est encore décidé pour # objectifs ouverts.",
    ),

  meeting1: "Rencontre 1, fiche d'objectifs",
  meeting2: "Rencontre 2, plan d'action",
  meeting3: "Rencontre 3, réflexion et révision",
  held: "tenue",
  notYet: "pas encore",
  onDay: (day) => `le ${day}`,
  planVersion: (number, day) => `version ${number}, convenue le ${day}`,
  noVersion: "aucune version convenue",
  looksBack: (count) => counted(count, "# objectif l'attend", "# objectifs l'attendent"),
  sheetCounts: (library, it) =>
    `${counted(library, "# objectif", "# objectifs")} de la bibliothèque, ${it} de l'informatique`,
  sheet: "Fiche d'objectifs",

  finish: "Rencontre 1 terminée",
  finished: "La rencontre 1 est terminée",
  finishedBefore: "La rencontre 1 était déjà terminée",
  finishedNext:
    "Ensuite : voyez où vos objectifs se rejoignent, gardez les offres d'aide et revoyez-vous d'ici 10 jours ouvrables pour le plan d'action.",
  finishedNews: (who) => `${who} a marqué la rencontre 1 comme terminée`,
  newsWhy: "Vous recevez ceci parce que vous faites partie de cette équipe.",

  showSheet: "Fiche d'objectifs",
  showPairs: "Points communs",
  showOffers: "Offres d'aide",
  showText: "Lire et convenir",
  showVersions: "Versions",
  showBalance: "Promesses des deux côtés",
  showWorking: "Entente de travail",
  showYear: "Clore l'année",
  showPast: "Années passées",
  show: "Voir le protocole",
  pause: "Mettre le protocole en pause",
  resume: "Reprendre",
  paused: "Le protocole est en pause",
  pausedBody:
    "Les objectifs et le plan restent tels quels. L'un ou l'autre côté reprend d'un seul bouton.",
  pausedBy: (who) => `${who} a mis le protocole en pause`,
  pausedLeft: (side) => `Le protocole est en pause : il n'y a plus personne du côté de ${side}`,
  pausedLeftBody:
    "Les objectifs, le plan et les versions sont conservés. Ajoutez quelqu'un avec /liaison setup, puis reprenez.",
  resumed: "Le protocole reprend",

  homeTitle: "Où nous en sommes",
};
