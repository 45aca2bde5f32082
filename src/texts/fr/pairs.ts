import type { pairs as source } from "../en/pairs.ts";
import { brief } from "../brief.ts";

export const pairs: typeof source = {
  summary: "Où les objectifs des deux côtés se rejoignent",
  pairSummary: "Réunir un objectif de la bibliothèque et un de l'informatique",
  title: (school) => `Où nos objectifs se rejoignent, ${school}`,
  made: "Paires",
  none: "Pas encore de paire",
  noneYet: (sides) => `« Aucune pour l'instant », dit par ${sides}. C'est aussi une réponse.`,
  common: (sentence) => `« ${sentence} »`,
  accepted: "acceptée des deux côtés",
  waits: { library: "attend la bibliothèque", it: "attend l'informatique" },
  waitsBoth: "attend les deux côtés",
  suggestions: "À regarder, pour un fait, pas pour une supposition",
  bothServe: (goal) => `les deux servent « ${goal} »`,
  bothDue: (one, other) => `pour le ${one} et le ${other}`,
  pairThem: "Les réunir",
  newPair: "Réunir deux objectifs",
  sayNone: "Aucune pour l'instant",
  saidNone: "C'est noté : aucune pour l'instant",
  saidNoneBody: "Vous pourrez réunir des objectifs dès que vous verrez où ils se rejoignent.",
  hasPairs: "Il y a déjà des paires ; « aucune pour l'instant » ne convient plus.",
  accept: "J'accepte",
  change: "Changer les mots",
  unpair: "Défaire la paire",
  unpaired: "La paire est défaite",
  unpairedBody: "Les deux objectifs restent tels quels.",

  formTitle: brief("Réunir deux objectifs"),
  formOne: "Un objectif de la bibliothèque",
  formOther: "Un objectif de l'informatique",
  formCommon: "L'objectif commun, en une phrase",
  formCommonHint: (max) => `Ce que veulent les deux côtés, jusqu'à ${max} caractères.`,
  sameDepartment: {
    library:
      "Les deux objectifs sont de la bibliothèque. Une paire demande un objectif de la bibliothèque et un de l'informatique.",
    it: "Les deux objectifs sont de l'informatique. Une paire demande un objectif de la bibliothèque et un de l'informatique.",
  },
  sameGoal:
    "C'est deux fois le même objectif. Une paire demande un objectif de la bibliothèque et un de l'informatique.",
  writeCommon: "Écrivez l'objectif commun en une phrase.",
  unknownGoal: "Choisissez un objectif de cette équipe.",
  howTo:
    "Tapez deux numéros et une phrase, par exemple : /liaison pair g-01 g-08 Un mois d'août calme",
  saved: (one, other) => `${one} et ${other} forment une paire`,
  savedWaits: (side) => `J'ai demandé à ${side} d'accepter la phrase.`,
  askTitle: (who, one, other) => `${who} réunit ${one} et ${other}`,
  askBody: "Acceptez-vous cet objectif commun ? Vous pouvez aussi en changer les mots.",
  askWhy: "Vous recevez ceci parce qu'un objectif commun demande l'accord des deux côtés.",
  acceptedDone: "Les deux côtés acceptent cet objectif commun",
  acceptedNews: (who) => `${who} accepte votre objectif commun`,
  changed: "Les mots ont changé depuis. Voici où ils en sont.",
};
