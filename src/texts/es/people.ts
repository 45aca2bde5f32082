import type { people as source } from "../en/people.ts";

export const people: typeof source = {
  roles: {
    school_librarian: "bibliotecario/a escolar",
    instructional_technology_specialist: "especialista en tecnología educativa",
    it_technician: "técnico/a de informática",
    it_director: "responsable de informática",
    filter_reviewer: "responsable del filtro",
    district_library_coordinator: "coordinador/a de bibliotecas del distrito",
    principal: "director/a de la escuela",
    teacher: "docente",
    on_call_teacher: "docente suplente",
    staff: "personal",
  },
  said: (name, role, place) => `${name} (${role}) en ${place}`,
  named: (name, role) => `${name} (${role})`,
  by: (name, role) => `Por ${name} (${role})`,
  saidMore: (place) => `El resto está en ${place}.`,
};
