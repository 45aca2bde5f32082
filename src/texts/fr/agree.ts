import type { agree as source } from "../en/agree.ts";
import { counted } from "./grammar.ts";
import { brief } from "../brief.ts";

export const agree: typeof source = {
  summary: "Lire le texte du plan et en convenir",
  versionsSummary: "Les versions convenues du plan, et ce qui a changé",
  title: (school) => `Texte du plan, ${school}`,
  intro:
    "Voici ce dont les deux côtés conviennent : objectifs, promesses, responsables et dates. Pas leur avancement.",
  nobodyYet: "Personne n'a encore donné son accord à ce texte.",
  waitsFor: {
    library: "L'informatique est d'accord. Il manque la bibliothèque.",
    it: "La bibliothèque est d'accord. Il manque l'informatique.",
  },
  isVersion: (number) =>
    `C'est la version ${number}. Rien n'a changé depuis que les deux côtés en ont convenu.`,
  empty: "Le plan n'a pas encore d'objectif",
  emptyBody: "Un objectif entre dans le plan dès qu'il est noté : /goal en ajoute un.",
  scope: "Portée",
  scopes: {
    common: "Commun",
    library: "Bibliothèque",
    it: "Informatique",
    school_wide: "Toute l'école",
  },

  lacking: "Il manque encore",
  lacks: {
    support: {
      library: "pas encore de promesse de l'informatique",
      it: "pas encore de promesse de la bibliothèque",
    },
    support_open: {
      library: "la promesse de l'informatique est sans responsable ou sans date",
      it: "la promesse de la bibliothèque est sans responsable ou sans date",
    },
    own: {
      library: "pas encore d'étape de la bibliothèque elle-même",
      it: "pas encore d'étape de l'informatique elle-même",
    },
    own_open: {
      library: "l'étape de la bibliothèque est sans responsable ou sans date",
      it: "l'étape de l'informatique est sans responsable ou sans date",
    },
    school_goal: "il est partagé : il lui faut l'objectif de l'école qu'il sert",
  },
  refused: (count) =>
    counted(
      count,
      "Rien n'est encore convenu : il manque quelque chose à # objectif",
      "Rien n'est encore convenu : il manque quelque chose à # objectifs",
    ),
  addPromise: "Ajouter une promesse",
  editGoal: "Modifier",
  parked: (count) =>
    counted(
      count,
      "# offre d'aide attend encore : promettez-la ou laissez-la.",
      "# offres d'aide attendent encore : promettez-les ou laissez-les.",
    ),
  leftOut: "Hors du plan",

  press: "D'accord",
  change: "Portée et place",
  changeTitle: brief("Portée et place"),
  whose: "À qui est cet objectif ?",
  department: { library: "À la bibliothèque seule", it: "À l'informatique seule" },
  place: "Fait-il partie de ce plan ?",
  keep: "Oui, le garder",
  leave: "Non, le laisser de côté",
  placed: (id) => `${id} est modifié`,
  placedBody: "Si quelqu'un avait donné son accord à l'ancien texte, je lui redemande.",

  changedSince: "Le texte a changé depuis votre lecture. Le voici tel qu'il est maintenant.",
  alreadyVersion: (number) =>
    `Les deux côtés ont déjà convenu de ce texte : c'est la version ${number}`,
  agreed: "Vous êtes d'accord avec ce texte",
  agreedBody: (side) =>
    `J'ai demandé à ${side}. Tout changement annule votre accord, et je vous redemande.`,
  askTitle: (who) => `${who} est d'accord avec le plan. Et vous ?`,
  askBody:
    "Lisez le texte, changez ce que vous voulez, ou appuyez sur D'accord. Les deux côtés conviennent des mêmes mots.",
  againTitle: (who) =>
    `Le plan a changé après votre accord, et ${who} est d'accord avec le nouveau texte`,
  againBody:
    "Votre accord portait sur l'ancien texte, je vous redemande donc. Voici ce qui change :",
  askWhy: "Vous recevez ceci parce qu'un plan demande le oui des deux côtés.",
  read: "Lire le texte",
  overtaken: "Ce texte du plan a changé",
  overtakenBody: "Aucun accord ne porte plus sur lui.",
  frozen: (number) => `La version ${number} du plan est convenue`,
  frozenBody: (goals) =>
    counted(
      goals,
      "Les deux côtés ont convenu du même texte : # objectif, avec des promesses dans les deux sens.",
      "Les deux côtés ont convenu du même texte : # objectifs, avec des promesses dans les deux sens.",
    ),
  showVersion: "Ouvrir la version",

  versions: (school) => `Versions du plan, ${school}`,
  noVersions: "Aucune version n'est encore convenue",
  noVersionsBody:
    "Une version est figée quand les deux côtés appuient sur D'accord pour le même texte.",
  version: (number) => `Version ${number}`,
  versionOf: (number, school) => `Version ${number} du plan, ${school}`,
  agreedOn: (day, names) => `convenue le ${day} par ${names}`,
  noVersion: (number) => `Il n'y a pas de version ${number}`,
  compare: (one, other) => `Ce qui change de la ${one} à la ${other}`,
  compareTitle: (one, other) => `La version ${one} à côté de la ${other}`,
  compareNone: "Il n’y a pas encore deux versions à comparer",
  compareNoneBody:
    "Chaque fois que les deux côtés conviennent d’un texte modifié, une version est gardée. Dès la deuxième, on peut les comparer.",
  compareHow: "Tapez deux versions, par exemple : /liaison plan compare 1 2",
  compareSummary: "Une version du plan à côté d'une autre",
  same: "Il n'y a pas de différence.",
  added: (name) => `Nouveau : ${name}`,
  removed: (name) => `N'est plus dans le plan : ${name}`,
  changed: (name) => name,
  moreChanges: (count) =>
    counted(
      count,
      "Et # autre changement dans la version elle-même.",
      "Et # autres changements dans la version elle-même.",
    ),
  share: "Partager avec les responsables",
  fields: {
    title: "Titre",
    why: "Pourquoi c'est important",
    horizon: "Terme",
    measure: "Mesure",
    due: "Échéance",
    serves: "Sert l'objectif de l'école",
    scope: "Portée",
    common: "Objectif commun",
    owner: "Responsable",
    plan: "Quand et où",
    direction: "Sens",
    agreed: "Ce dont nous avons convenu",
    decision: "Décision",
    nextStep: "Prochaine étape",
  },
  nothing: "(rien)",
  promiseField: (id, field) => `${id}, ${field}`,
};
