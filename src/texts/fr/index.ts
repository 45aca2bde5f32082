import { absence } from "./absence.ts";
import { agree } from "./agree.ts";
import { calendar } from "./calendar.ts";
import { chat } from "./chat.ts";
import { checkIn } from "./check-in.ts";
import { commands } from "./commands/index.ts";
import { common } from "./common.ts";
import { district } from "./district.ts";
import { finding } from "./finding.ts";
import { fields } from "./fields.ts";
import { goals } from "./goals.ts";
import { handover } from "./handover.ts";
import { home } from "./home.ts";
import { kinds } from "./kinds/index.ts";
import { meetings } from "./meetings.ts";
import { nudge } from "./nudge.ts";
import { offers } from "./offers.ts";
import { pages } from "./pages.ts";
import { pairs } from "./pairs.ts";
import { people } from "./people.ts";
import { plan } from "./plan.ts";
import { printing } from "./printing.ts";
import { protocol } from "./protocol.ts";
import { records } from "./records.ts";
import { reflection } from "./reflection.ts";
import { rights } from "./rights.ts";
import { schoolYear } from "./school-year.ts";
import { setup } from "./setup.ts";
import { sharing } from "./sharing.ts";
import { sheet } from "./sheet.ts";
import { story } from "./story.ts";
import { working } from "./working.ts";
import { year } from "./year.ts";

export const fr = {
  absence,
  agree,
  calendar,
  chat,
  checkIn,
  commands,
  common,
  district,
  finding,
  fields,
  goals,
  handover,
  home,
  kinds,
  meetings,
  nudge,
  offers,
  pages,
  pairs,
  people,
  plan,
  printing,
  protocol,
  records,
  reflection,
  rights,
  schoolYear,
  setup,
  sharing,
  sheet,
  story,
  working,
  year,
};
