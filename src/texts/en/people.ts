import type { Role } from "../../team/person.ts";

/** Who people are, where they are reached, and what they set for themselves. */
export const people = {
  roles: {
    school_librarian: "school librarian",
    instructional_technology_specialist: "instructional technology specialist",
    it_technician: "IT technician",
    it_director: "IT director",
    filter_reviewer: "filter reviewer",
    district_library_coordinator: "district library coordinator",
    principal: "principal",
    teacher: "teacher",
    on_call_teacher: "on-call teacher",
    staff: "staff",
  } satisfies Record<Role, string>,
  said: (name: string, role: string, place: string) => `${name} (${role}) in ${place}`,
  named: (name: string, role: string) => `${name} (${role})`,
  by: (name: string, role: string) => `By ${name} (${role})`,
  saidMore: (place: string) => `The rest stands in ${place}.`,
};
