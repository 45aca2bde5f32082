import type { chat as source } from "../en/chat.ts";

export const chat: typeof source = {
  notSaved:
    "No pude guardarlo en este momento, así que no cambió nada. No es por lo que escribiste. Inténtalo de nuevo en un minuto.",
  openForm: "Abrir el formulario",
  formWaits: (form) => `El formulario «${form}» está listo para ti`,
  startAgain: "Empieza de nuevo desde donde lo abriste; lo que enviaste está a salvo.",
  working: "Sigo trabajando",
  workingBody:
    "Esto tarda más de lo normal. Puedes esperar aquí o cerrar esta ventana; tus respuestas están a salvo.",
  needsChange: "Aún no se guardó",
  needsChangeBody: "Tus respuestas necesitan un pequeño cambio:",
  back: "Volver",
  done: "Listo",
  shortcut: (name) => `${name}: abre un formulario con el texto del mensaje`,
  close: "Cerrar",
  check: "Revisar mis respuestas",
  checkAbout: "muestra cómo las leo antes de guardar",
  chooseOne: "Elige una opción.",
  choosePeople: "Elige al menos a una persona.",
  noChannels:
    "Aún no estoy en ningún canal. Primero agrégame a un equipo y luego abre de nuevo este formulario.",
  andMore: (count) => `y ${count} más`,
  cut: "Esto es más largo de lo que cabe en un mensaje; aquí falta el resto.",
};
