import type { story as source } from "../en/story.ts";
import { brief } from "../brief.ts";

export const story: typeof source = {
  summary: "Les réussites du district, sans noms",
  tell: "En faire un récit",
  formTitle: brief("Récit de réussite"),
  formNote:
    "Sans noms : ni de personnes, ni de l'école. Il n'est publié que si les deux côtés consentent aux mêmes mots.",
  parts: {
    need: "Ce qu'il fallait",
    did: "Ce que la bibliothèque et l'informatique ont fait",
    result: "Ce qui en est sorti",
    next: "La suite",
  },
  noNames: (names) => `Laissez de côté les noms : ${names}. Dites ce qui a été fait, pas par qui.`,
  preview: "Aperçu : voici exactement ce qui sera lu",
  whoReads:
    "Les équipes des écoles du district et la coordination des bibliothèques le lisent. Rien n'est publié avant le consentement des deux côtés.",
  consent: "Je consens",
  change: "Le changer",
  changed: "Le texte a changé depuis votre lecture. Le voici tel qu'il est.",
  asked: "Vous avez consenti. Rien n'est encore publié",
  askedBody: (side) => `J'ai demandé à ${side}. Le récit paraît dès leur consentement.`,
  askTitle: (who, id) => `${who} aimerait raconter ${id} comme une réussite. Y consentez-vous ?`,
  askWhy: "Vous recevez ceci car un récit ne paraît qu'avec le consentement des deux côtés.",
  published: (id) => `Le récit de ${id} est publié`,
  publishedBody: "Il reste tel quel. Lisez-en d'autres avec /liaison stories",
  shelf: "Récits de réussite",
  none: "Aucun récit pour l'instant",
  noneBody:
    "Une fois qu'ils sont revenus sur un objectif, les deux côtés peuvent en faire un récit.",
};
