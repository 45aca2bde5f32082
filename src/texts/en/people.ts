import type { Role } from "../../team/person.ts";
import { brief } from "../brief.ts";

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
  linkSummary: "Say that you are the same person in two chat apps",
  linkNowhere: "Your district uses me in one chat app only, so there is nothing to join",
  linkCode: (code: string) => `Your code: ${code}`,
  linkCodeHow: (code: string) =>
    `Within 15 minutes, write this to me in your other chat app: /liaison link ${code}`,
  linkCodeWhy: "Then I ask you on both sides before I join anything. The code works once.",
  linkWrong: "That code does not work",
  linkAgain:
    "It may be mistyped, used already or older than 15 minutes. Type /liaison link in your other chat app to get a new one.",
  linkWait: "Those were a few codes that do not work. Try again in 15 minutes.",
  linkSame: "That is your own code. Write it to me in your other chat app.",
  linkTwice: "That code is of somebody who has an account of their own in this chat app",
  linkApart: (school: string) =>
    `You two stand on different sides of the team of ${school}, and one person stands on one. Change the team first: /liaison setup`,
  linkIsThatYou: (who: string, place: string) => `Are you ${who} in ${place}?`,
  linkTyped: "Your code was typed there.",
  linkWhat:
    "If so, the two become one: goals, steps, answers and teams of both are yours in both chat apps, and I write to you in one of them.",
  linkYes: "Yes, that is me",
  linkNo: "No, that is somebody else",
  linkHalf: (place: string) => `Almost done: now say yes in ${place}`,
  linkOver: "This is answered already, or too much time went by. Nothing was changed.",
  linkNothing: "All right, nothing was joined",
  linkRefused: "The other side said no, so nothing was joined",
  linkJoined: "You are one person in both chat apps now",
  linkJoinedNext: "/liaison link shows where I reach you, and changes it.",
  linkTitle: "Where I reach you",
  linkFirst: "I write to you here",
  linkAlso: "You can do everything here, too",
  linkSilent: "takes no messages from me at the moment",
  linkPrimary: "Write to me here",
  linkRemove: "Take apart",
  linkRemoveWhy:
    "After taking apart, I no longer know that you are the same person there. Everything stays with you in the other place.",
  linkAdd: "Join another chat app",
  meSummary: "Your language, your time zone, where I write to you",
  meTitle: brief("About you"),
  meLanguage: "Language I use with you",
  meTimezone: "Your time zone",
  mePlace: "Where I write to you",
  meSaved: "Saved",
  meNow: (language: string, timezone: string, place: string) =>
    [language, timezone, place].filter(Boolean).join(" · "),
  saidMore: (place: string) => `The rest stands in ${place}.`,
};
