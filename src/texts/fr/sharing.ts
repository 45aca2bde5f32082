import type { sharing as source } from "../en/sharing.ts";

export const sharing: typeof source = {
  summary: "Partager une version convenue du plan avec des responsables",
  logSummary: "Quelle version a été partagée avec qui, quand et avec quels consentements",
  sharedSummary: "Les plans partagés avec vous",

  noVersion: "Il n'y a pas encore de version convenue à partager",
  noVersionBody: "Les deux côtés conviennent d'abord du plan : /liaison plan agree",
  noReaders: "Cette équipe ne nomme encore aucun responsable",
  noReadersBody:
    "Nommez-le d'abord, avec /liaison setup. Les deux côtés choisissent ensuite ce qu'il voit.",
  formTitle: "Partager le plan",
  formNote:
    "Rien n'est envoyé avant que les deux côtés consentent à un aperçu. Ce n'est pas pour évaluer : il n'y a ni retard, ni note, ni réponse, ni réflexion.",
  reader: (name) => `Le montrer à ${name} ?`,
  yes: "Oui",
  no: "Non",
  chooseReader: "Choisissez au moins une personne.",
  benefits: {
    learning: "Quel objectif d'apprentissage aide-t-il ?",
    time: "Quel temps fait-il gagner ?",
    access: "Qui y gagne en accès ?",
  },
  benefitHint: (max) => `Une ligne, jusqu'à ${max} caractères. Vous pouvez passer.`,

  preview: (names) => `Aperçu : ${names} verra exactement ceci`,
  previewRange: (title, range) => `${title} : ${range}`,
  previewBody:
    "Au-dessous, il est possible de vous remercier tous deux ou de demander. Rien d'autre n'est visible.",
  consent: "Je consens",
  change: "Le changer",
  nothingSent: "Rien n'est envoyé avant le consentement des deux côtés.",
  asked: "Vous avez consenti. Rien n'est encore envoyé",
  askedBody: (side) => `J'ai demandé à ${side}. L'envoi part dès son consentement.`,
  askTitle: (who, version, names) =>
    `${who} aimerait partager la version ${version} du plan avec ${names}. Y consentez-vous ?`,
  askWhy: "Vous recevez ceci parce que rien n'est partagé sans le consentement des deux côtés.",
  changed: "Cela a changé depuis votre lecture. Voici ce qui serait envoyé maintenant.",
  sent: (version, names) => `La version ${version} a été envoyée à ${names}`,
  sentBody: "Une version suivante n'est envoyée que si vous la partagez à son tour.",
  sentBefore: "C'était déjà envoyé, et cela reste tel quel.",
  unreached: (names) => `Je n'ai pas pu joindre ${names} ici.`,

  log: (school) => `Ce qui a été partagé, ${school}`,
  logNone: "Rien de ce plan n'a encore été partagé",
  logLine: (version, reader) => `Version ${version}, montrée à ${reader}`,
  logDetail: (moment, consents) => `${moment} · consentements : ${consents}`,
  logConsent: (name, moment) => `${name} (${moment})`,
  showLog: "Ce qui a été partagé",

  title: (school, version) =>
    `Plan de la bibliothèque et de l'informatique, ${school}, version ${version}`,
  range: (title, range) => `${title} : ${range}`,
  by: "La bibliothèque et l'informatique le partagent avec vous. Les deux en ont convenu, et les deux y ont consenti.",
  benefitLabels: {
    learning: "Objectif d'apprentissage aidé",
    time: "Temps gagné",
    access: "Accès gagné",
  },
  notForEvaluation: "C'est un plan, pas un rapport sur des personnes. Il ne sert jamais à évaluer.",
  thank: "Les remercier",
  ask: "Demander",
  thanked: "Vos remerciements sont en route vers les deux côtés",
  thankedBefore: "Vous les avez déjà remerciés. Ils le savent.",
  askForm: "Leur demander",
  askLabel: "Que souhaitez-vous savoir ?",
  write: "Écrivez votre question en quelques mots.",
  askedBoth: "Votre question est en route vers les deux côtés",
  askedBothBody: "La réponse vous vient de vive voix ou par message.",
  thanksNews: (who, version) => `${who} vous remercie tous deux pour la version ${version} du plan`,
  questionNews: (who, version) => `${who} pose une question sur la version ${version} du plan`,
  newsWhy: "Vous recevez ceci parce que vous avez tous deux partagé le plan.",
  list: "Les plans partagés avec vous",
  listNone: "Aucun plan n'est partagé avec vous",
  listNoneBody:
    "Quand la bibliothèque et l'informatique d'une école partagent leur plan avec vous, il arrive par message.",
  open: "Ouvrir le plan",
  homeTitle: "Partagé avec vous",
  on: (day) => `partagé le ${day}`,
};
