import type { people as source } from "../en/people.ts";

export const people: typeof source = {
  roles: {
    school_librarian: "bibliothécaire scolaire",
    instructional_technology_specialist: "spécialiste des technologies éducatives",
    it_technician: "technicien(ne) informatique",
    it_director: "responsable de l'informatique",
    filter_reviewer: "responsable du filtre",
    district_library_coordinator: "coordination des bibliothèques",
    principal: "direction de l'école",
    teacher: "enseignant(e)",
    on_call_teacher: "enseignant(e) suppléant(e)",
    staff: "personnel",
  },
  said: (name, role, place) => `${name} (${role}) dans ${place}`,
  named: (name, role) => `${name} (${role})`,
  by: (name, role) => `Par ${name} (${role})`,
  saidMore: (place) => `La suite se trouve dans ${place}.`,
};
