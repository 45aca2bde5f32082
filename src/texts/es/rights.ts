import type { rights as source } from "../en/rights.ts";
import { brief } from "../brief.ts";

export const rights: typeof source = {
  summary: "Quién tiene permisos sobre todo el distrito y cómo se dan",
  names: {
    administrator: "administrador/a",
    it_director: "director/a de informática",
    district_library_coordinator: "coordinador/a de bibliotecas del distrito",
  },
  options: {
    administrator: "Administrador/a: da y retira estos permisos",
    it_director:
      "Director/a de informática: cambia los calendarios de todas las escuelas y ve cómo llegan mis mensajes",
    district_library_coordinator:
      "Coordinador/a de bibliotecas: lo mismo, y además ve las cifras del distrito y forma equipos para otros",
  },
  title: "Permisos sobre todo el distrito",
  givenBy: (name, date) => `De parte de ${name}, ${date}`,
  givenAtStart: (date) => `Desde el comienzo, ${date}`,
  give: brief("Dar un permiso"),
  takeBack: "Retirar",
  layDown: "Renunciar",
  earlier: "Atrás",
  later: "Más",
  note: "El cargo lo elige cada quien y no da ningún permiso. Cada permiso lo da alguien, y guardo quién y cuándo.",
  notYours: "Ese permiso lo da quien administra el distrito",
  askThem: (names) => `Habla con ${names}.`,
  nobodyYet:
    "Nadie administra aún este distrito. Quien lleva el servidor encuentra un código en su terminal y lo escribe aquí: /liaison admin CÓDIGO",
  giveTitle: brief("Dar un permiso"),
  who: "¿A quién?",
  which: "¿Qué permiso?",
  giveNote: "Yo le aviso. Puedes retirarlo cuando quieras: /liaison admin",
  needsWho: "Elige a una persona que tenga cuenta aquí.",
  given: (name, right) => `${name} es ahora ${right}`,
  nothingGiven: "De acuerdo, no cambió nada",
  lastOne: "Nadie más tiene la administración. Dásela primero a otra persona.",
  givenNews: (by, right) => `${by} te dio un permiso: ${right}`,
  givenWhy:
    "Recibes esto una sola vez porque cambiaron tus permisos. /liaison admin los muestra y los termina.",
  takenNews: (by, right) => `${by} retiró un permiso tuyo: ${right}`,
  takenWhy:
    "Recibes esto una sola vez porque cambiaron tus permisos. Tus equipos y metas siguen igual.",
  askNews: (name, right) => `${name} dice que su cargo es: ${right}`,
  askBody: "¿Debe tener ese permiso? Hasta que tú lo digas, es solo un título.",
  askWhy: "Recibes esto una sola vez porque puedes dar ese permiso. Si no haces nada, nada cambia.",
  confirm: "Dar el permiso",
  leave: "No",
  titleOnly: "Es un título y por sí solo no da ningún permiso.",
  titleAsked: (names) => `Pregunté a ${names} si debes tener el permiso que le corresponde.`,
  titleNobody:
    "El permiso que le corresponde lo da quien administra el distrito, y aún no hay nadie: /liaison admin",
  wrongCode: "Ese código no sirve",
  wrongCodeWhy:
    "Sirve una vez, y solo mientras nadie administra el distrito. El más nuevo está en la terminal del servidor, que lo muestra cada vez que arranca.",
  first: "Ahora tienes la administración",
  firstNext: "Da a los demás sus permisos con /liaison admin.",
};
