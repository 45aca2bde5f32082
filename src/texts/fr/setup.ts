import { counted } from "./grammar.ts";
import type { setup as source } from "../en/setup.ts";
import { brief } from "../brief.ts";

export const setup: typeof source = {
  summary: "Créer ou changer une équipe bibliothèque et informatique",
  helpSummary: "Ce que je sais faire",
  helpTitle: "J'aide la bibliothèque et l'informatique d'une école à former une seule équipe",
  helpLines: [
    "Objectifs : /goal suivi d'une phrase enregistre un objectif tout de suite, comme /goal Chaque élève de 4e année sait citer une source d'ici le 14 mai. /goal list les affiche.",
    "Plan : /liaison plan montre ce que chaque côté fait pour l'autre. Fait, Bloqué et Replanifier se font en un clic.",
    "Rencontres : /liaison meet trouve une heure pour la prochaine des trois rencontres, /liaison checkin fixe la rencontre de suivi, /liaison topic ajoute un sujet.",
    "Rappels : un message le lundi, avec trois choses au plus. /liaison pause l'arrête, /liaison why l'explique.",
    "Vous : /liaison me fixe votre langue et votre fuseau horaire, /liaison link dit qui vous êtes dans une autre messagerie.",
    "Protocole : /liaison protocol montre où en est l'équipe et la prochaine étape, de la fiche d'objectifs au plan convenu. /liaison status le dit en deux lignes.",
    "Pages : /liaison plan export donne la fiche d'objectifs, le plan et le bilan à imprimer, en tableaux et en fichiers. /liaison year past a les années passées.",
  ],
  helpPlan: "Le plan",
  helpPrivacy:
    "Seuls les deux côtés voient les objectifs, les plans et les réponses. Rien ici ne sert à évaluer quelqu'un.",
  formTitle: brief("Équipe de l'école"),
  school: "École",
  libraryPeople: "Personnes de la bibliothèque",
  itPeople: "Personnes de l'informatique",
  libraryElsewhere: "De la bibliothèque, dans une autre messagerie",
  itElsewhere: "De l'informatique, dans une autre messagerie",
  elsewhereNobody: "Aucun changement",
  elsewhereNow: (names) => `Dans l'équipe actuellement : ${names}.`,
  elsewhereHint:
    "Une personne est seulement dans une autre messagerie ? Elle peut être ajoutée dès qu'elle m'y a écrit une première fois.",
  personElsewhere: (name, places) => `${name} (${places})`,
  takeIn: (who) => `Ajouter ${who}`,
  takeOut: (who) => `Retirer ${who}`,
  channel: "Canal commun",
  channelHint:
    "Ajoutez-moi d'abord. Dans Slack : /invite @Liaison. Dans Teams : ajoutez l'application à l'équipe.",
  timezone: "Fuseau horaire de l'école",
  timezoneHint: "Par exemple America/Toronto",
  language: "Langue des messages du canal",
  languages: { en: "Anglais", es: "Espagnol", fr: "Français" },
  hereOrElsewhere:
    "La bibliothèque a besoin d'au moins une personne, ici ou dans une autre messagerie.",
  needLibrary: "Choisissez au moins une personne de la bibliothèque.",
  notFoundPeople: (count: number, found: string) =>
    [
      found && `J'ai trouvé ${found}.`,
      counted(
        count,
        "Je ne trouve pas # personne que vous avez choisie.",
        "Je ne trouve pas # personnes que vous avez choisies.",
      ),
      "C'est peut-être un bot, quelqu'un de l'extérieur ou quelqu'un qui ne m'a pas encore ouvert. Demandez-lui de m'écrire une fois, ou retirez ce choix. Rien n'est encore enregistré.",
    ]
      .filter(Boolean)
      .join(" "),
  bothSides: "Chaque personne est d'un seul côté. Retirez-la d'une des deux listes.",
  includeYourself: "Placez-vous d'un des deux côtés.",
  badTimezone: "Utilisez un fuseau comme America/Toronto.",
  another: "Une autre école",
  youRead: "Vous lisez ce qu'une équipe vous montre",
  hasTeam: (school: string, members: string) =>
    `${school} a déjà une équipe : ${members}. Une équipe, ce sont la bibliothèque et l'informatique ; la direction voit ce que les deux côtés acceptent de montrer.`,
  schoolHasTeam: (school: string, members: string) =>
    `${school} a déjà une équipe : ${members}. Demandez à l'un de ses membres de vous ajouter avec /liaison setup, ou écrivez le nom d'une autre école.`,
  askIn: "Demander à en être",
  wantsIn: (name: string, school: string) => `${name} voudrait être de l'équipe de ${school}`,
  wantsInWhy:
    "Vous recevez ceci parce que vous êtes de cette équipe. Si vous ne faites rien, rien ne change.",
  changeTeam: "Changer l'équipe",
  foundedByDistrict: "Dans votre district, tout le monde ne forme pas d'équipe",
  whoFounds: (names: string) =>
    `C'est ${names} qui s'en charge. Je peux dire que vous en voudriez une.`,
  nobodyFounds:
    "C'est la coordination des bibliothèques ou l'administration, et il n'y a encore personne : /liaison admin",
  askFounders: "Le leur dire",
  asked: (names: string) => `Je l'ai dit à ${names}.`,
  wantsTeam: (name: string) => `${name} voudrait une équipe de bibliothèque et d'informatique`,
  wantsTeamWhy:
    "Vous recevez ceci parce que vous formez les équipes de votre district. Si vous ne faites rien, rien ne change. /liaison policy dit qui le peut.",
  channelTaken: "Une autre équipe utilise ce canal. Choisissez-en un autre.",
  startedTitle: (school) => `L'équipe de ${school} est prête`,
  changedTitle: (school) => `L'équipe de ${school} a changé`,
  startedNext:
    "Ensuite, chaque côté note ses objectifs avec /goal, puis /liaison checkin fixe la rencontre de suivi.",
  welcomeTitle: (school) =>
    `Vous faites partie de l'équipe bibliothèque et informatique de ${school}`,
  welcomeBody: (by) =>
    `${by} l'a créée. Je garde au même endroit les objectifs, le plan et les rencontres des deux côtés, et je rappelle ce qui reste à faire au plus une fois par semaine. Ce que l'autre côté vous demande arrive à part.`,
  welcomeStop:
    "Pour arrêter mon message hebdomadaire, tapez /liaison pause. /liaison help montre le reste.",
  cadence: "À quelle fréquence voulez-vous vous rencontrer ?",
  cadenceHint: "Vous fixez ensemble le jour et l'heure plus tard, avec /liaison checkin.",
  supervisors: "Responsables",
  supervisorsHint:
    "Un plan peut leur être montré plus tard, si les deux côtés y consentent. D'ici là, rien ne leur est montré.",
  supervisorIsPartner: "Les partenaires voient déjà tout. Retirez ce nom de cette liste.",
  noItYet: "Personne encore ? Laissez vide. La fiche d'objectifs marche, et je dis ce qui attend.",
  waitsForIt:
    "Personne de l'informatique n'est encore nommé. Vous pouvez noter des objectifs et remplir la fiche ; la Rencontre 1 attend. Ajoutez quelqu'un avec /liaison setup.",
  waitsForWord: (names) => `J'ai demandé à ${names}. Cela commence quand les deux côtés acceptent.`,
  waitsForNobody: "Je ne demande à personne d'autre : qui avait accepté en fait toujours partie.",
  inviteBody: "Cela commence quand les deux côtés acceptent. Est-ce bien vous ?",
  accept: "Accepter",
  notMe: "Pas moi",
  later: "Plus tard",
  acceptedTitle: (school) => `Vous en êtes : bibliothèque et informatique de ${school}`,
  acceptedNext:
    "Les deux côtés sont là. Trois propositions de jour et d'heure pour la Rencontre 1 suivent.",
  acceptedWaits: (side) =>
    `Cela commence quand ${side} a accepté aussi. D'ici là, vous pouvez noter des objectifs avec /goal.`,
  alreadyIn: "Vous avez déjà accepté. Pour changer l'équipe, tapez /liaison setup.",
  declined: "Merci de l'avoir dit. Vous n'êtes pas dans cette équipe.",
  declinedNews: (name, school) =>
    `${name} dit que l'équipe de ${school} revient à quelqu'un d'autre`,
  declinedBody: "Objectifs et plan restent. Choisissez qui c'est.",
  chooseOther: "Choisir quelqu'un",
  laterTitle: "Rien ne presse",
  laterBody:
    "Je redemande une fois dans une semaine. Vous pouvez aussi accepter ici à tout moment.",
  againTitle: (school) => `Le moment convient-il pour l'équipe de ${school} ?`,
  againWhy: "Vous aviez dit plus tard. Je ne redemande plus ensuite.",
  roleIs: (role) => `Je vous connais dans ce rôle : ${role}.`,
  changeRole: "Changer",
  roleTitle: brief("Votre travail"),
  roleLabel: "Que faites-vous ?",
  channelBodyNoIt: (library) =>
    `Ce canal est maintenant le lieu commun de ${library} (bibliothèque). Personne de l'informatique n'est encore nommé ; /liaison setup l'ajoute. Les rencontres et les mercis y sont publiés ; jamais les tâches en attente de quelqu'un.`,
  channelTitle: "Bonjour, ici Liaison",
  greetingLines: [
    "Je garde au même endroit les objectifs de la bibliothèque et de l'informatique, et ce que chaque côté a promis à l'autre.",
    "J'annonce la rencontre de suivi et je demande ensuite ce qu'il en est sorti.",
    "Je rappelle à chaque partenaire ce qui reste à faire au plus une fois par semaine, trois choses au maximum. Ce qu'un côté demande à l'autre arrive à part.",
  ],
  greetingAsk:
    "D'abord, le ou la bibliothécaire de l'école, ou la personne qui coordonne les bibliothèques, crée l'équipe : tapez /liaison setup ou utilisez le bouton.",
  greetingTeam: (school) => `L'équipe de ${school} est déjà créée.`,
  greetingSetUp: "Créer l'équipe",
  channelBody: (library, it) =>
    `Ce canal est maintenant le lieu commun de ${library} (bibliothèque) et de ${it} (informatique). Les rencontres et les mercis y sont publiés ; jamais les tâches en attente de quelqu'un.`,
  joinedTitle: (place) => `Cette équipe est maintenant aussi dans ${place}`,
  shownOnBoth: (places) =>
    `Mes messages sont aussi publiés dans ${places}. Ce qui est écrit sous l'un d'eux y est montré aussi, avec le nom de la personne qui l'a écrit.`,
  closedTitle: (school, place) => `Je ne peux plus écrire dans le canal ${place} de ${school}`,
  closedBody:
    "Il est peut-être archivé, ou j'en ai été retiré. Choisissez-en un autre avec /liaison setup, ou invitez-moi de nouveau. Vos objectifs et votre plan sont en sécurité.",
  closedWhy: "Vous recevez ceci une seule fois, comme partenaire de cette équipe.",
  unreachableTitle: (name, place) => `Je ne peux pas joindre ${name} dans ${place}`,
  unreachableBody: (place) =>
    `Le compte est fermé ou n'accepte pas mes messages. Si la personne est toujours là, demandez-lui de m'ouvrir dans ${place} et de m'écrire une fois. Ses actions restent dans le plan, où chaque côté peut les reprendre : /liaison plan.`,
  reachedElsewhere: (place) => `Désormais, je lui écris dans ${place}. Vous n'avez rien à faire.`,
  unreachableWhy: "Vous recevez ceci une seule fois, comme partenaire de cette personne.",
};
