import { describe, expect, test } from "@jest/globals";
import { kindNamed, meaningOf } from "../../src/school-calendar/meaning.ts";

describe("the words of a title", () => {
  test.each([
    ["Spring Break", "break"],
    ["Thanksgiving Break", "break"],
    ["Winter Recess – schools closed", "break"],
    ["Autumn break 2027", "break"],
    ["Term 1 holidays", "break"],
    ["Vacaciones de invierno", "break"],
    ["Receso de primavera", "break"],
    ["Vacances de Noël", "break"],
    ["Semaine de relâche", "break"],
    ["Staff Day", "staff_day"],
    ["No School – Staff Development Day", "staff_day"],
    ["Student-free day", "staff_day"],
    ["Teacher Workday", "staff_day"],
    ["PA Day", "staff_day"],
    ["Journée pédagogique", "staff_day"],
    ["Consejo Técnico Escolar", "staff_day"],
    ["Staff return and preparation", "staff_day"],
    ["Early Release", "early_release"],
    ["Early dismissal for professional development", "early_release"],
    ["Last day, early release", "early_release"],
    ["Salida temprana", "early_release"],
    ["State testing", "testing_window"],
    ["State assessments", "testing_window"],
    ["Winter benchmark tests", "testing_window"],
    ["NAPLAN", "testing_window"],
    ["Semana de exámenes", "testing_window"],
    ["Épreuves ministérielles", "testing_window"],
    ["Labor Day", "holiday"],
    ["Presidents' Day", "holiday"],
    ["Martin Luther King Jr. Day", "holiday"],
    ["King’s Birthday", "holiday"],
    ["Rosh Hashanah – no school", "holiday"],
    ["Festivo", "holiday"],
    ["Día del Trabajo", "holiday"],
    ["Jour férié", "holiday"],
    ["Action de grâce", "holiday"],
    ["Summer break", "summer"],
    ["Vacances d’été", "summer"],
    ["Snow day", "closure"],
    ["Coffee and share season", "season"],
    ["School start-up", "busy_season"],
    ["Computer Science Education Week", "event"],
    ["Change freeze", "change_freeze"],
    ["Quarter 1", "gradingPeriod"],
    ["Q3", "gradingPeriod"],
    ["Primer período de calificaciones", "gradingPeriod"],
    ["Étape 2", "gradingPeriod"],
    ["Term 2 2026", "term"],
    ["Semester 1", "semester"],
    ["Ciclo escolar 2026-2027", "schoolYear"],
    ["Année scolaire 2026-2027", "schoolYear"],
  ])("%s is a %s", (title, kind) => {
    expect(meaningOf(title)).toEqual({ kind, edge: null });
  });

  test.each([
    ["First Day of School", "schoolYear", "start"],
    ["Last day of classes", "schoolYear", "end"],
    ["Último día de clases", "schoolYear", "end"],
    ["Rentrée scolaire", "schoolYear", "start"],
    ["End of Quarter 2", "gradingPeriod", "end"],
    ["Term 3 begins", "term", "start"],
    ["Winter break begins", "break", "start"],
    ["Fin de la relâche", "break", "end"],
  ])("%s is one edge of a %s", (title, kind, edge) => {
    expect(meaningOf(title)).toEqual({ kind, edge });
  });

  test.each([
    "Picture day",
    "Band Concert",
    "Holiday concert",
    "Classes resume after winter break",
    "Last day before Spring Break",
    "Back to School Night",
    "Parent-teacher conferences",
    "Quarter 1 report cards",
    "Regreso a clases",
    "Réunion de parents",
    "Lunch",
    "",
  ])("“%s” is not certain, so people are asked", (title) => {
    expect(meaningOf(title)).toBeUndefined();
  });
});

describe("a column or category", () => {
  test.each([
    ["Holiday", "holiday"],
    ["staff_day", "staff_day"],
    ["schoolYear", "schoolYear"],
    ["Día del personal", "staff_day"],
    ["Congé", undefined],
    ["Blue", undefined],
  ])("%s names %s", (label, kind) => {
    expect(kindNamed(label)).toBe(kind);
  });

  test("counts before the words of the title", () => {
    expect(meaningOf("Picture day", "early release")).toEqual({
      kind: "early_release",
      edge: null,
    });
  });
});
