import type { Feature } from "../feature.ts";
import { absenceFeature } from "./absence/index.ts";
import { agreeFeature } from "./agree/index.ts";
import { balanceFeature } from "./balance.ts";
import { calendarFeature } from "./calendar/index.ts";
import { checkInFeature } from "./check-in/index.ts";
import { closureFeature } from "./closure/index.ts";
import { deliveryFeature } from "./delivery.ts";
import { districtFeature } from "./district.ts";
import { finishFeature } from "./finish/index.ts";
import { goalSheetFeature } from "./goal-sheet/index.ts";
import { goalsFeature } from "./goals/index.ts";
import { greetingFeature } from "./greeting.ts";
import { handoverFeature } from "./handover/index.ts";
import { helpFeature } from "./help.ts";
import { intersectionsFeature } from "./intersections/index.ts";
import { kindFeatures } from "./kinds/index.ts";
import { linkFeature } from "./link/index.ts";
import { meFeature } from "./me.ts";
import { meetingsFeature } from "./meetings/index.ts";
import { modulesFeature } from "./modules.ts";
import { nudgeFeature } from "./nudge/index.ts";
import { offersFeature } from "./offers/index.ts";
import { planFeature } from "./plan/index.ts";
import { printingFeature } from "./printing/index.ts";
import { promisesFeature } from "./promises.ts";
import { protocolFeature } from "./protocol/index.ts";
import { reflectFeature } from "./reflect/index.ts";
import { rightsFeature } from "./rights/index.ts";
import { sayThanksFeature } from "./say-thanks.ts";
import { schoolYearFeature } from "./school-year/index.ts";
import { setupFeature } from "./setup/index.ts";
import { sharePlanFeature } from "./share-plan/index.ts";
import { storyFeature } from "./story/index.ts";
import { threadsFeature } from "./threads.ts";
import { workingFeature } from "./working/index.ts";
import { yearEndFeature } from "./year-end/index.ts";

/** Everything a user can do; a new capability is one more line here. */
export const features: readonly Feature[] = [
  helpFeature,
  setupFeature,
  modulesFeature,
  goalsFeature,
  handoverFeature,
  planFeature,
  protocolFeature,
  goalSheetFeature,
  intersectionsFeature,
  offersFeature,
  agreeFeature,
  sharePlanFeature,
  printingFeature,
  storyFeature,
  balanceFeature,
  districtFeature,
  workingFeature,
  yearEndFeature,
  promisesFeature,
  calendarFeature,
  schoolYearFeature,
  checkInFeature,
  meetingsFeature,
  nudgeFeature,
  absenceFeature,
  closureFeature,
  finishFeature,
  reflectFeature,
  sayThanksFeature,
  threadsFeature,
  linkFeature,
  meFeature,
  rightsFeature,
  greetingFeature,
  ...kindFeatures,
  deliveryFeature,
];
