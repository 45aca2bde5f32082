import { expect, test } from "@jest/globals";
import type { LocalDate } from "../../../src/time/calendar.ts";
import { splitDue, type DateReading } from "../../../src/time/when.ts";

/** A Tuesday. */
const TODAY = "2027-03-02" as LocalDate;
const PLACE = { today: TODAY, timezone: "America/Chicago", locale: "es" } as const;

test.each([
  [
    "Cada niño de cuarto cita una fuente para el 14 de mayo",
    "2027-05-14",
    "Cada niño de cuarto cita una fuente",
  ],
  ["Cada niño cita una fuente antes del 14 de mayo", "2027-05-14", "Cada niño cita una fuente"],
  ["terminar dentro de 3 semanas", "2027-03-23", "terminar"],
  ["terminar en dos semanas", "2027-03-16", "terminar"],
  ["terminar el próximo viernes", "2027-03-05", "terminar"],
  ["terminar el viernes que viene", "2027-03-05", "terminar"],
  ["terminar el viernes", "2027-03-05", "terminar"],
  ["antes del viernes", "2027-03-05", "antes del viernes"],
  ["a más tardar el 14 de mayo", "2027-05-14", "a más tardar el 14 de mayo"],
  ["para fines de marzo", "2027-03-31", "para fines de marzo"],
  ["a finales de mes", "2027-03-31", "a finales de mes"],
  ["antes de fin de mes", "2027-03-31", "antes de fin de mes"],
  ["2027-05-14", "2027-05-14", "2027-05-14"],
  ["14/5", "2027-05-14", "14/5"],
  ["para el 14/5", "2027-05-14", "para el 14/5"],
  ["la semana que viene", "2027-03-12", "la semana que viene"],
  ["la próxima semana", "2027-03-12", "la próxima semana"],
  ["el próximo mes", "2027-04-30", "el próximo mes"],
  ["este mes", "2027-03-31", "este mes"],
  ["esta semana", "2027-03-05", "esta semana"],
  ["mañana", "2027-03-03", "mañana"],
  ["para mañana", "2027-03-03", "para mañana"],
  ["hoy", "2027-03-02", "hoy"],
  ["en mayo", "2027-05-31", "en mayo"],
  ["mayo", "2027-05-31", "mayo"],
  ["para mayo", "2027-05-01", "para mayo"],
  ["mayo 14", "2027-05-14", "mayo 14"],
  ["para el 14", "2027-03-14", "para el 14"],
  ["pasado mañana", "2027-03-04", "pasado mañana"],
  ["en quince días", "2027-03-17", "en quince días"],
  ["antes del 1 de junio de 2027", "2027-06-01", "antes del 1 de junio de 2027"],
  ["by May 14", "2027-05-14", "by May 14"],
  ["vence el 14 de mayo", "2027-05-14", "vence el 14 de mayo"],
  ["el domingo", "2027-03-07", "el domingo"],
  ["15 de mayo de 2026", "2026-05-15", "15 de mayo de 2026"],
  ["el 1º de mayo", "2027-05-01", "el 1º de mayo"],
  ["Hacer la feria el 14 de mayo a las 10:30", "2027-05-14", "Hacer la feria"],
  ["Marzo", "2027-03-31", "Marzo"],
  ["miércoles 10 de marzo", "2027-03-10", "miércoles 10 de marzo"],
  ["para el mié 10 de marzo", "2027-03-10", "para el mié 10 de marzo"],
])("%j is due on %s, and the rest is %j", (sentence, date, title) => {
  expect(splitDue(sentence, PLACE)).toMatchObject({
    title,
    due: { kind: "read", date },
  });
});

test.each<[string, DateReading["kind"]]>([
  ["31 de febrero", "impossible"],
  ["para el 31 de abril", "impossible"],
  ["el 11 o el 12 de marzo", "several"],
  ["del 1 al 14 de mayo", "several"],
  ["desde el 1 de mayo hasta el 14 de mayo", "several"],
  ["el 14 de mayo o el 3 de junio", "several"],
  ["mañana o el próximo viernes", "several"],
  ["3/4 de los lectores", "none"],
  ["4.º grado lee", "none"],
  ["el 90 % de los lectores", "none"],
  ["dar 2 clases", "none"],
  ["subir 5 puntos", "none"],
  ["leer 20 minutos al día", "none"],
  ["el mar y los ríos", "none"],
  ["segundo grado", "none"],
  ["un cuarto de los libros", "none"],
  ["por la mañana leemos", "none"],
  ["cada mañana", "none"],
  ["un día", "none"],
  ["los viernes", "none"],
  ["cada viernes", "none"],
  ["todos los lunes", "none"],
  ["para el 14 % de", "none"],
  ["Fin de semana de lectura", "none"],
  ["sol y mar", "none"],
  ["primer trimestre", "none"],
  ["a partir del 14 de mayo", "none"],
  ["en 4 clases", "none"],
  ["Martes de cuentos", "none"],
  ["Abril lee con su abuela", "none"],
  ["juntos en mar abierto", "none"],
  ["hasta 3 veces", "none"],
  ["marea alta", "none"],
])("%j is left as it is: %s", (sentence, kind) => {
  expect(splitDue(sentence, PLACE)).toMatchObject({ title: sentence, due: { kind } });
});
