import type { sharedCommands as source } from "../../en/commands/shared.ts";

export const sharedCommands: typeof source = {
  help: {
    label: "De quoi s’agit-il ?",
    names: "aide / aidez-moi / bonjour / salut / bonsoir / allô / coucou / que peux-tu faire",
    sentences:
      "que peux-tu faire / qui es-tu / j’ai besoin d’aide / comment ça marche / je suis perdue",
  },
  "help all": {
    label: "Toutes les commandes",
    names: "commandes / toutes les commandes",
    sentences: "liste de toutes les commandes / que puis-je taper",
  },
  home: {
    label: "Mon accueil",
    names: "accueil / mon accueil",
    sentences: "qu’est-ce qui m’attend / que dois-je faire / ma vue d’ensemble / aujourd’hui",
  },
  goal: {
    label: "Noter un objectif",
    names: "objectif / nouvel objectif / noter objectif",
    sentences:
      "noter un nouvel objectif / ajouter un objectif / je veux fixer un but / écrire un objectif",
  },
  "goal add": {
    label: "Noter un objectif dans un formulaire",
    names: "ajouter objectif / objectif ajouter",
    sentences: "ouvrir le formulaire d’objectif / un formulaire pour un objectif",
  },
  "goal list": {
    label: "Objectifs",
    names:
      "objectifs / mes objectifs / nos objectifs / liste des objectifs / goal liste / objectif liste",
    sentences:
      "montrer mes objectifs / quels objectifs avons-nous / liste des objectifs / objectifs ouverts / sur quoi travaillons-nous",
  },
  "goal show": {
    label: "Un objectif",
    names: "voir objectif",
    sentences: "montrer un objectif / détails d’un objectif / voir l’objectif numéro",
  },
  "goal edit": {
    label: "Modifier un objectif",
    names: "modifier objectif / changer objectif",
    sentences:
      "modifier un objectif / changer l’objectif / déplacer l’échéance d’un objectif / corriger une erreur dans un objectif / supprimer un objectif",
  },
  "goal help": {
    label: "Les objectifs : mode d’emploi",
    names: "goal aide / objectif aide / aide objectifs",
    sentences: "comment écrire un objectif / aide sur les objectifs / qu’est-ce qu’un bon objectif",
  },
  "goal done": {
    label: "Un objectif est atteint",
    names: "objectif atteint",
    sentences: "nous avons fini un objectif / objectif atteint / objectif réussi / terminé",
  },
  reflect: {
    label: "Revenir sur un objectif",
    names: "réflexion / réfléchir / sondage / questionnaire",
    sentences:
      "revenir sur un objectif terminé / réflexion sur un objectif / répondre au questionnaire / qu’avons-nous appris",
  },
  sheet: {
    label: "Fiche d’objectifs",
    names: "fiche / fiche d’objectifs",
    sentences: "la fiche d’objectifs / les objectifs des deux côtés / leurs objectifs",
  },
  pairs: {
    label: "Où les objectifs se rejoignent",
    names: "objectifs communs / croisements",
    sentences:
      "où nos objectifs se rejoignent / objectifs en commun / objectifs communs / objectifs partagés / points communs",
  },
  pair: {
    label: "Relier deux objectifs",
    names: "relier objectifs",
    sentences: "relier deux objectifs / lier mon objectif au leur / faire un objectif commun",
  },
  plan: {
    label: "Notre plan",
    names: "notre plan / plan d’action / le plan",
    sentences:
      "montrer le plan / notre plan d’action / qui fait quoi et quand / que nous sommes-nous promis",
  },
  item: {
    label: "Mes actions",
    names: "action / actions / mes actions / tâche / tâches / mes tâches",
    sentences:
      "qu’y a-t-il sur ma liste / mes tâches / ma liste de choses à faire / qu’ai-je promis / suis-je en retard / actions ouvertes",
  },
  "item add": {
    label: "Ajouter une action",
    names: "ajouter action / nouvelle action / ajouter tâche / nouvelle tâche",
    sentences:
      "ajouter une tâche / nouvelle action / je promets de faire quelque chose / ajouter une étape à un objectif / donner une tâche à mon collègue",
  },
  offers: {
    label: "Offres d’aide",
    names: "offres / offrir de l’aide",
    sentences:
      "offrir de l’aide / je peux aider / idées pour nous appuyer / que pourrait faire l’informatique pour nous",
  },
  "plan agree": {
    label: "Convenir du plan",
    names: "convenir / approuver",
    sentences: "convenir du plan / signer le plan / je dis oui au plan / approuver le plan",
  },
  "plan versions": {
    label: "Versions du plan",
    sentences:
      "anciennes versions du plan / vieux plan / historique du plan / qu’est-ce qui a changé",
  },
  "plan compare": {
    label: "Comparer des versions",
    names: "comparer",
    sentences: "comparer deux versions du plan / différence entre les versions",
  },
  "plan export": {
    label: "Imprimer ou enregistrer",
    names: "imprimer / exporter",
    sentences:
      "imprimer le plan / télécharger la fiche d’objectifs / pdf du plan / exporter vers excel / enregistrer en fichier",
  },
  "plan share": {
    label: "Partager le plan",
    names: "partager plan / partager le plan",
    sentences:
      "partager le plan avec la direction / envoyer le plan à ma superviseure / le montrer au directeur",
  },
  "plan shared": {
    label: "Ce qui a été partagé",
    sentences: "qui a vu le plan / qu’est-ce qui a été partagé avec qui / journal des partages",
  },
  shared: {
    label: "Ce qu’on m’a partagé",
    names: "partagé / partagé avec moi",
    sentences:
      "qu’est-ce qu’on m’a envoyé / plans partagés avec moi / lire le plan de la bibliothèque / montre-moi leur plan",
  },
  protocol: {
    label: "Où nous en sommes",
    names: "protocole / avancement",
    sentences:
      "où en sommes-nous / quelle est la prochaine étape / et ensuite / les trois rencontres / comment ça avance",
  },
  status: {
    label: "Où nous en sommes, en bref",
    names: "état",
    sentences: "état en bref / résumé rapide de l’état",
  },
  balance: {
    label: "Promesses dans les deux sens",
    names: "promesses / équilibre",
    sentences:
      "promesses données et tenues / qui aide qui / équilibre entre bibliothèque et informatique / combien nous nous aidons",
  },
  agreement: {
    label: "Entente de travail",
    names: "entente / entente de travail",
    sentences:
      "comment nous voulons travailler ensemble / notre entente de travail / règles de l’équipe / comment nous nous traitons",
  },
  year: {
    label: "Terminer l’année scolaire",
    names: "année / fin d’année",
    sentences:
      "fin de l’année scolaire / fermer l’année / reporter des objectifs à l’an prochain / commencer une nouvelle année",
  },
  "year past": {
    label: "Années scolaires passées",
    names: "années passées",
    sentences: "objectifs de l’an dernier / années passées / archives / l’an dernier",
  },
  meet: {
    label: "Trouver un moment",
    names: "rencontre / réunion / rendez-vous",
    sentences:
      "trouver un moment pour nous rencontrer / planifier une réunion avec l’informatique / quand pouvons-nous parler / prendre rendez-vous",
  },
  checkin: {
    label: "Notre rencontre de suivi",
    names: "suivi / rencontre de suivi / prochaine rencontre",
    sentences:
      "quand est la prochaine rencontre de suivi / prochaine rencontre / sauter une rencontre / déplacer la rencontre / changer l’heure de la rencontre",
  },
  topic: {
    label: "Ajouter un sujet",
    names: "sujet / nouveau sujet / ajouter sujet",
    sentences:
      "ajouter un sujet pour la prochaine rencontre / mettre quelque chose à l’ordre du jour / je veux parler de quelque chose",
  },
  topics: {
    label: "Sujets en attente",
    names: "sujets / ordre du jour",
    sentences: "qu’y a-t-il à l’ordre du jour / sujets de la rencontre / de quoi parlons-nous",
  },
  calendar: {
    label: "Calendrier scolaire",
    names: "calendrier / calendrier scolaire / congés",
    sentences:
      "montrer le calendrier scolaire / quand sont les congés / période d’examens / jours fériés / relâche / gel des changements",
  },
  "calendar import": {
    label: "Importer le calendrier",
    names: "importer calendrier / importer le calendrier",
    sentences:
      "importer le calendrier scolaire / téléverser le fichier du calendrier / ajouter des congés / coller des dates",
  },
  closed: {
    label: "L’école est fermée",
    names: "fermé / fermée / école fermée / tempête",
    sentences:
      "l’école est fermée aujourd’hui / jour de tempête / pas d’école demain / panne de courant / grève / fermeture de l’école",
  },
  thanks: {
    label: "Dire merci",
    names: "merci / merci beaucoup / remercier / remerciement",
    sentences:
      "dire merci à ma collègue / merci pour l’aide / remercier l’informatique / bon travail / je suis reconnaissante",
  },
  stories: {
    label: "Histoires de réussite",
    names: "histoires / histoire / réussites",
    sentences:
      "histoires de réussite / ce qui a marché dans d’autres écoles / raconter notre histoire / bonnes nouvelles",
  },
};
