import type { goals as source } from "../en/goals.ts";
import { brief } from "../brief.ts";

export const goals: typeof source = {
  summary: "Enregistrer un objectif tout de suite ou ouvrir le formulaire",
  addSummary: "Ouvrir le formulaire d'un nouvel objectif",
  listSummary: "Objectifs des deux côtés, les plus proches d'abord",
  showSummary: "Un objectif avec ses boutons",
  editSummary: "Modifier un objectif",
  helpSummary: "Ce que vous pouvez faire avec les objectifs",

  logged: (id) => `Objectif ${id} enregistré`,
  changed: (id) => `L'objectif ${id} est modifié`,
  due: "Échéance",
  dueRead: (date, words) => `${date}, d'après « ${words} »`,
  dueShort: (date) => `pour le ${date}`,
  wasDue: (date) => `prévu pour le ${date}`,
  owner: "Responsable",
  school: "École",
  horizon: "Terme",
  horizons: { short: "Court terme", long: "Long terme" },
  status: "État",
  statuses: {
    draft: "brouillon",
    not_started: "pas commencé",
    on_track: "en bonne voie",
    at_risk: "à risque",
    awaiting_confirmation: "à confirmer",
    done: "fait",
    stopped: "arrêté",
    carried_over: "reporté à l'année suivante",
  },
  doneOn: (date) => `fait le ${date}`,
  why: "Pourquoi c'est important",
  measure: "Mesure",
  measured: (unit, baseline, current, target) =>
    [
      unit,
      [baseline && `de ${baseline}`, target && `à ${target}`].filter(Boolean).join(" "),
      current && current !== baseline && `maintenant ${current}`,
    ]
      .filter(Boolean)
      .join(", "),
  serves: "Sert l'objectif de l'école",
  changedBy: (name, moment) => `Dernière modification par ${name}, ${moment}`,
  editedTitle: (name, id) => `${name} a modifié votre objectif ${id}`,
  saidBefore: "Avant",
  saysNow: "Maintenant",
  editedWhy: "Vous recevez ceci car l'objectif est à vous. Modifier remet vos propres mots.",
  seenBy: "Seule cette équipe le voit.",

  edit: "Modifier",
  undo: "Annuler l'ajout",
  remove: "Retirer l'objectif",
  addAction: "Ajouter une action",
  done: "Fait",
  open: "Ouvrir",
  logOne: "Noter un objectif",
  showAll: "Voir tous les objectifs",
  again: "Le noter à nouveau",

  formNew: brief("Noter un objectif"),
  formEdit: (id) => brief(`Objectif ${id}`),
  formFor: (school, side) => `Pour ${school}, côté ${side}.`,
  formTitle: "Objectif",
  formTitleHint: (max) => `Une phrase, ${max} caractères au plus.`,
  formHorizonHint:
    "Court terme : atteint en 12 semaines environ. Long terme : un semestre ou davantage.",
  formDue: "Échéance",
  formDueHint: "Comme vous le diriez : 14 mai, dans 3 semaines, vendredi prochain.",
  dueOtherDay: "Un autre jour est peut-être voulu :",
  formDueRead: (date) => `Je comprends : ${date}.`,
  formMeasure: "Que comptez-vous ?",
  formMeasureHint: "Par exemple : élèves qui savent citer une source, en pourcentage.",
  formBaseline: "Où en est-on",
  formTarget: "Où l'on veut arriver",
  formNone: "Aucun objectif de l'école",

  cutNote: (length, max) =>
    `Vous avez écrit ${length} caractères et un objectif en compte au plus ${max}. La suite est plus bas, sous « Pourquoi c'est important ». Rien n'est encore enregistré.`,
  mendNote: "Rien n'est encore enregistré : un point est à revoir ci-dessous.",
  goneNote: (id) =>
    `L'objectif ${id} a été retiré pendant que vous écriviez. Votre texte est toujours là : enregistrez-le comme nouvel objectif.`,
  clashNote: (name, id) =>
    `${name} a modifié l'objectif ${id} pendant que vous écriviez. Votre texte est toujours là : enregistrez-le pour remplacer l'autre.`,
  theirText: (title, due) => `On y lit maintenant : « ${title} », ${due}.`,

  empty: "Écrivez l'objectif en quelques mots.",
  unread: (words) =>
    `Je ne trouve pas de date dans « ${words} ». Écrivez-la comme 14 mai ou dans 3 semaines.`,
  unreadOptional: (words) =>
    `Je ne trouve pas de date dans « ${words} ». Écrivez-la comme 14 mai ou dans 3 semaines, ou laissez vide.`,
  impossible: (words) => `Le jour « ${words} » n'existe pas au calendrier. Vérifiez-le.`,
  several: (dates) => `Je trouve plusieurs dates : ${dates}. Écrivez seulement l'échéance.`,
  past: (date) => `Le ${date} est passé. Choisissez aujourd'hui ou un jour suivant.`,
  beforeStart: (date, start) =>
    `Le ${date} précède le début de l'objectif, le ${start}. Choisissez un jour plus tard.`,

  longTitle: (length) =>
    `Cela fait ${length} caractères, trop pour un objectif, et je n'ai rien enregistré`,
  longBody: (max) =>
    `Un objectif compte au plus ${max} caractères. Voici votre texte, pour copier ce qu'il vous faut :`,

  unclear: (word) => `Vouliez-vous une commande, ou un objectif nommé « ${word} » ?`,
  unclearBody: "Rien n'est encore enregistré.",
  logAs: "Le noter comme objectif",

  undone: (id) => `L'objectif ${id} est retiré`,
  undoneBody: (title) => `« ${title} » n'existe plus pour personne. Personne n'a été averti.`,
  gone: (id) => `L'objectif ${id} a été retiré`,
  goneBody: (title) => `« ${title} » n'existe plus et ne peut donc plus être modifié.`,
  undoOnlyLogger: (id, name) =>
    `Seule la personne qui a noté l'objectif ${id} peut l'annuler : ${name}. Vous pouvez toutefois le modifier.`,
  undoTooLate: (id) => `L'objectif ${id} reste, car le travail a commencé`,
  undoTooLateBody:
    "Des actions ou des réponses en dépendent. Vous pouvez encore changer son texte.",
  editTooLate: (id, status) => `L'objectif ${id} est ${status} et reste tel quel`,
  editTooLateBody: "S'il reste à faire, notez un nouvel objectif.",

  listTitle: {
    open: "Objectifs en cours",
    all: "Tous les objectifs",
    mine: "Mes objectifs en cours",
    done: "Objectifs atteints",
    common: "Objectifs communs",
    library: "Objectifs en cours de la bibliothèque",
    it: "Objectifs en cours de l'informatique",
    school: "Objectifs de toute l'école",
    short: "Objectifs à court terme",
    long: "Objectifs à long terme",
  },
  mine: "Les miens",
  partners: "De mes partenaires",
  listNone: {
    open: "Pas encore d'objectif en cours",
    all: "Pas encore d'objectif",
    mine: "Vous n'avez pas d'objectif en cours",
    done: "Pas encore d'objectif atteint",
    common: "Pas encore d'objectif commun en cours",
    library: "La bibliothèque n'a pas d'objectif en cours",
    it: "L'informatique n'a pas d'objectif en cours",
    school: "Aucun objectif en cours pour toute l'école",
    short: "Aucun objectif en cours à court terme",
    long: "Aucun objectif en cours à long terme",
  },
  listNoneBody:
    "Commencez par une seule chose à améliorer pour les élèves. Une phrase suffit : /goal Chaque élève de 4e année sait citer une source d'ici le 14 mai",
  listFoot:
    "Pour en modifier un, tapez /goal edit et son numéro. /goal list all montre aussi les objectifs terminés.",
  whichOne: "Quel objectif ? Ouvrez-en un ou tapez son numéro",

  helpTitle: "Objectifs : ce que vous pouvez faire",
  helpLines: [
    "/goal suivi d'une phrase l'enregistre tout de suite, et vous pouvez l'annuler. Par exemple : /goal Chaque élève de 4e année sait citer une source d'ici le 14 mai",
    "/goal tout seul ouvre le formulaire, avec mesure, raison et objectif de l'école.",
    "/goal list montre les objectifs en cours, /goal list mine seulement les vôtres, /goal list all aussi les objectifs terminés.",
    "/goal 12 montre un objectif, /goal edit 12 le modifie, /goal done 12 demande à votre partenaire de confirmer.",
    "Vous pouvez aussi noter le message de quelqu'un : ouvrez son menu et choisissez « Noter comme objectif » (« Log as goal » si l'application est en anglais).",
  ],
};
