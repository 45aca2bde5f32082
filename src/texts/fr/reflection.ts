import type { reflection as source } from "../en/reflection.ts";

export const reflection: typeof source = {
  doneSummary: "Dire qu'un objectif est atteint",
  reflectSummary: "Ouvrir la réflexion sur un objectif terminé",
  whichDone:
    "Quel objectif est terminé ? Tapez /goal done et son numéro, par exemple /goal done g-12.",
  whichReflect:
    "Quel objectif ? Tapez /liaison reflect et son numéro, par exemple /liaison reflect g-12.",

  claimed: (id) => `Vous avez dit que ${id} est terminé`,
  claimedNext: (names) =>
    `J'ai demandé à ${names} de confirmer. Sans réponse en 3 jours ouvrables, il compte comme terminé.`,
  claimedAlone:
    "Il n'y a encore personne de l'autre côté pour confirmer. Il comptera comme terminé dans 3 jours ouvrables.",
  alreadyClaimed: (id) => `${id} attend déjà la confirmation de l'autre côté`,
  alreadyDone: (id, day) => `${id} est déjà terminé, depuis le ${day}`,
  notOpen: (id) => `${id} est fermé, il n'y a rien à terminer`,

  confirmTitle: (who, id) => `${who} dit que ${id} est terminé. Est-ce le cas ?`,
  confirmWhy:
    "Vous recevez ceci parce qu'un objectif commun se ferme seulement quand les deux côtés le disent. Sans réponse en 3 jours ouvrables, cela compte comme oui.",
  yes: "Oui, terminé",
  notYet: "Pas encore",
  confirmed: (id) => `Vous avez confirmé : ${id} est terminé`,
  confirmedBy: (who, id) => `${who} a confirmé : ${id} est terminé`,
  confirmedAlone: (id) => `${id} compte comme terminé : personne n'a répondu en 3 jours ouvrables`,
  surveyNext: (day) => `Un court sondage, environ 2 minutes, arrive le ${day}.`,
  claimGone: (id) => `${id} n'attend plus de réponse. Merci quand même.`,
  ownClaim: "C'est l'autre côté qui confirme, puisque votre côté a dit que c'est terminé.",

  notYetTitle: "Pas encore",
  notYetLabel: "Que manque-t-il encore ? (une chose, pas une personne)",
  notYetSend: "Envoyer",
  notYetDone: (id) => `${id} est de nouveau en cours`,
  notYetTold: (names) => `J'ai prévenu ${names}.`,
  notYetNews: (who, id) => `${who} dit qu'il manque encore un peu à ${id}`,
  notYetNewsWhy:
    "Vous recevez ceci parce que vous aviez dit que c'était terminé. L'objectif est de nouveau en cours, sans sondage.",

  thanksTitle: (id) => `Terminé par les deux côtés : ${id}`,
  thanksBody:
    "Merci à la bibliothèque et à l'informatique. C'est terminé parce que chaque côté a tenu sa part.",
  thanksBy: (who) => `Confirmé par ${who}.`,
  confirmedByNames: (names) => `Confirmé par ${names}.`,
  thanksAuto:
    "Personne n'a répondu en 3 jours ouvrables, donc cela compte comme confirmé. Si ce n'est pas fini, notez le reste avec /goal.",

  inviteTitle: (id) => `Comment cela s'est-il passé avec ${id} ?`,
  inviteBody: (day) =>
    `Quelques questions, environ 2 minutes. Vous pouvez arrêter et revenir jusqu'au ${day}.`,
  privacy:
    "Vos partenaires liront ceci quand les deux côtés auront répondu. Votre supérieur ne le lira pas, sauf si vous le partagez tous les deux. Cela ne sert jamais à évaluer.",
  inviteWhy: "Vous recevez ceci parce que l'objectif est terminé. Un seul rappel peut suivre.",
  reminderTitle: (id) => `Les questions sur ${id} sont encore ouvertes`,
  answer: "Répondre",
  goOn: "Continuer",
  formTitle: "Comment était-ce ?",
  send: "Enregistrer",
  goal: "L'objectif",
  planRow: "Le plan prévu",
  q1: "Avons-nous atteint l'objectif ?",
  met: { met: "Oui", partly: "En partie", not: "Pas cette fois" },
  q1Measure: "Que dit la mesure maintenant ?",
  q2Helped: "Qu'est-ce qui a aidé ? (des choses, pas des personnes)",
  q2Way: "Qu'est-ce qui a gêné ? (des choses, pas des personnes)",
  q3: "Quelles améliorations peut-on faire dans notre service ?",
  q4Need: "Comment nous appuyer mutuellement ? J'ai besoin de…",
  q4Offer: "Comment nous appuyer mutuellement ? Je peux offrir…",
  q5Keep: "Que devrions-nous garder ?",
  q5Change: "Que devrions-nous changer ?",
  q6: "J'ai pu compter sur l'appui promis.",
  relied: {
    1: "1 Pas du tout",
    2: "2 Un peu",
    3: "3 En partie",
    4: "4 Surtout",
    5: "5 Tout à fait",
  },
  finish: "À l'enregistrement",
  sendNow: "Envoyer mes réponses",
  keepDraft: "Garder un brouillon, je reviendrai",
  draftKept: "Votre brouillon est gardé",
  draftNext: (day) =>
    `Personne d'autre ne peut le lire. Continuez quand vous voulez, jusqu'au ${day}.`,
  sent: "Merci, vos réponses sont reçues",
  sentWait: "Vos partenaires pourront les lire quand l'autre côté aura répondu aussi.",
  sentBoth: "Les deux côtés ont répondu. Vous pouvez lire les réponses.",
  alreadySent: "Vos réponses sont déjà envoyées. Elles restent telles quelles.",
  windowOver:
    "Le temps pour ces questions est passé. Vous pouvez encore écrire la colonne commune : /liaison reflect",
  needQ1: "Choisissez l'une des trois.",

  lapsedTopic: (id) => `Revenir ensemble sur ${id} ?`,
  offerTitle: (id) => `Les deux côtés ont répondu sur ${id}`,
  offerTitleClosed: (id) => `C'est le moment de revenir ensemble sur ${id}`,
  offerBody:
    "Ensuite, un texte commun. Un côté l'écrit, l'autre peut le changer, et les deux confirment les mêmes mots.",
  read: "Lire les réponses",
  write: "Écrire la colonne commune",
  notOpenYet: "Les réponses s'ouvrent quand les deux côtés les ont envoyées, ou à la fin du délai.",
  answersTitle: (id) => `Réponses sur ${id}`,
  noAnswers:
    "Personne n'a répondu à temps. Ce n'est pas grave : la colonne commune peut encore être écrite.",
  by: (name) => `De ${name}`,
  empty: "(sans réponse)",

  jointTitle: "Colonne commune",
  agreed: "Ce dont nous avons convenu",
  agreedHint: "Les améliorations de chaque service, et comment nous nous appuyons.",
  decision: "Décision",
  decisions: {
    continue: "Continuer",
    revise: "Réviser",
    retire: "Retirer",
    new: "Nouvel objectif",
  },
  nextStep: "Prochaine étape",
  nextStepHint: "Qui, et quand et où.",
  jointSaved: (id) => `La colonne commune de ${id} est enregistrée`,
  jointCard: (id) => `Colonne commune de ${id}`,
  jointState: (edition, who) => `Version ${edition}, dernier changement : ${who}.`,
  waitingFor: (sides) => `Reste à confirmer : ${sides}.`,
  open: "Lire et confirmer",
  confirm: "Confirmer ce texte",
  edit: "Le changer",
  changed: "Le texte a changé depuis votre lecture. Voici le nouveau.",
  overtaken: (newer) =>
    `Le texte a changé pendant que vous écriviez. Il dit maintenant : « ${newer} ». Copiez vos mots, fermez ce formulaire et choisissez Le changer.`,
  confirmedJoint: "Vous avez confirmé ce texte",
  jointDone: (id) => `Les deux côtés ont confirmé la colonne commune de ${id}`,
  jointDecision: (decision) => `Décision : ${decision}.`,
  readIt: "La lire",
  addAction: "Ajouter l'étape au plan",
  newGoal: "Noter le prochain objectif",
  nothingYet: "La colonne commune n'est pas encore écrite.",
  needAgreed: "Écrivez au moins une phrase.",

  homeTitle: "Attend votre réponse",
  homeConfirm: (id, title) => `${id} ${title} : est-ce terminé ?`,
  homeSurvey: (id, title) => `${id} ${title} : comment était-ce ?`,
  homeJoint: (id, title) => `${id} ${title} : la colonne commune`,
};
