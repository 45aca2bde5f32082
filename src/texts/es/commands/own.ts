import type { ownCommands as source } from "../../en/commands/own.ts";

export const ownCommands: typeof source = {
  setup: {
    label: "Empezar o cambiar un equipo",
    names: "configurar / equipo / mi equipo",
    sentences:
      "crear un equipo / agregar a mi técnico de informática / invitar a alguien / cambiar el equipo / agregar una supervisora / escuela nueva / quién está en el equipo",
  },
  away: {
    label: "Estoy ausente",
    names: "ausente / ausencia / enferma / enfermo / vacaciones",
    sentences:
      "no estoy la próxima semana / estoy enferma hoy / de vacaciones / fuera de la oficina / licencia de maternidad / voy a faltar",
  },
  back: {
    label: "Ya volví",
    names: "volví / ya volví / de vuelta",
    sentences: "ya volví / estoy de vuelta / terminar mi ausencia",
  },
  cover: {
    label: "Alguien me reemplaza",
    names: "reemplazo / suplente",
    sentences:
      "alguien me reemplaza / nombrar un suplente / quién me cubre / reemplazo mientras no estoy",
  },
  hours: {
    label: "Mis horas",
    names: "horas / horario / mi horario",
    sentences:
      "fijar mi horario de trabajo / horas de silencio / cuándo recibo mensajes / mis días de trabajo / horas ocupadas",
  },
  why: {
    label: "¿Por qué me escribes?",
    names: "por qué / porqué",
    sentences:
      "por qué recibí este mensaje / por qué me escribes / cuándo me escribes / demasiados mensajes",
  },
  pause: {
    label: "Pausar los mensajes",
    names: "pausa / pausar / silencio / silenciar / parar",
    sentences:
      "deja de enviarme mensajes / pausar los recordatorios / silencio / no más avisos / cancelar mensajes",
  },
  resume: {
    label: "Reanudar los mensajes",
    names: "reanudar",
    sentences: "reanudar los mensajes / activar los recordatorios / quiero recordatorios otra vez",
  },
  measures: {
    label: "Qué tan útiles son los mensajes",
    names: "medidas",
    sentences: "qué tan útiles son los mensajes / números sobre los avisos / medidas",
  },
  link: {
    label: "Uso dos aplicaciones de chat",
    names: "vincular / vincular cuenta",
    sentences:
      "uso Slack y Teams / unir mis dos cuentas / la misma persona en dos aplicaciones / conectar mi cuenta",
  },
  me: {
    label: "Idioma y zona horaria",
    names: "idioma / ajustes / preferencias / zona horaria / configuración",
    sentences:
      "cambiar mi idioma / hablar español / ajustes / mi zona horaria / cambiar dónde me escribes / preferencias",
  },
  district: {
    label: "El distrito en números",
    names: "distrito",
    sentences: "cómo van los equipos / resumen del distrito / todas las escuelas / números",
  },
  admin: {
    label: "Quién puede hacer qué en el distrito",
    names: "permisos / administración",
    sentences: "quién administra esto / dar permisos a una colega / permisos en el distrito",
  },
  modules: {
    label: "Lo que usa nuestra escuela",
    names: "módulos / activar",
    sentences: "activar algo / desactivar el registro de clases / qué usa nuestra escuela",
  },
  policy: {
    label: "Lo que permite el distrito",
    names: "política / normas",
    sentences: "se permiten fotos / normas sobre redes sociales / qué permite el distrito",
  },
};
