import type { rights as source } from "../en/rights.ts";
import { brief } from "../brief.ts";

export const rights: typeof source = {
  summary: "Qui a des droits sur tout le district, et comment on les donne",
  names: {
    administrator: "administrateur ou administratrice",
    it_director: "directeur ou directrice informatique",
    district_library_coordinator: "coordonnateur ou coordonnatrice des bibliothèques",
  },
  options: {
    administrator: "Administration : donne et reprend ces droits",
    it_director:
      "Direction informatique : change les calendriers de toutes les écoles, voit comment passent mes messages",
    district_library_coordinator:
      "Coordination des bibliothèques : de même, et voit les chiffres du district et forme des équipes pour d’autres",
  },
  title: "Droits sur tout le district",
  givenBy: (name, date) => `Donné par ${name}, ${date}`,
  givenAtStart: (date) => `Depuis le début, ${date}`,
  give: brief("Donner un droit"),
  takeBack: "Reprendre",
  layDown: "Renoncer",
  earlier: "Retour",
  later: "Suite",
  note: "Chacun choisit son titre, qui ne donne aucun droit. Chaque droit est donné par quelqu’un, et je garde par qui et quand.",
  notYours: "Ce droit est donné par qui administre le district",
  askThem: (names) => `Adressez-vous à ${names}.`,
  nobodyYet:
    "Personne n’administre encore ce district. La personne qui gère le serveur trouve un code dans son terminal, et l’écrit ici : /liaison admin CODE",
  giveTitle: brief("Donner un droit"),
  who: "À qui ?",
  which: "Quel droit ?",
  giveNote: "Je préviens la personne. Vous pouvez le reprendre à tout moment : /liaison admin",
  needsWho: "Choisissez une personne qui a un compte ici.",
  given: (name, right) => `C’est fait pour ${name} : ${right}`,
  nothingGiven: "D’accord, rien n’a changé",
  lastOne:
    "Personne d’autre n’administre le district. Donnez d’abord ce droit à quelqu’un d’autre.",
  givenNews: (by, right) => `${by} vous a donné un droit : ${right}`,
  givenWhy:
    "Vous recevez ceci une seule fois parce que vos droits ont changé. /liaison admin les montre et y met fin.",
  takenNews: (by, right) => `${by} a repris un de vos droits : ${right}`,
  takenWhy:
    "Vous recevez ceci une seule fois parce que vos droits ont changé. Vos équipes et objectifs restent tels quels.",
  askNews: (name, right) => `${name} se présente ainsi : ${right}`,
  askBody: "Doit-on lui donner ce droit ? Tant que vous n’en dites rien, ce n’est qu’un titre.",
  askWhy:
    "Vous recevez ceci une seule fois parce que vous pouvez donner ce droit. Si vous ne faites rien, rien ne change.",
  confirm: "Donner le droit",
  leave: "Non",
  titleOnly: "C’est un titre, qui ne donne aucun droit à lui seul.",
  titleAsked: (names) => `J’ai demandé à ${names} si vous devez avoir le droit qui va avec.`,
  titleNobody:
    "Le droit qui va avec est donné par qui administre le district, et personne ne le fait encore : /liaison admin",
  wrongCode: "Ce code ne marche pas",
  wrongCodeWhy:
    "Il sert une fois, et seulement tant que personne n’administre le district. Le plus récent est dans le terminal du serveur, qui le montre à chaque démarrage.",
  first: "Vous administrez maintenant le district",
  firstNext: "Donnez leurs droits aux autres avec /liaison admin.",
};
