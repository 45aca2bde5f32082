import type { Feature } from "../feature.ts";
import { checkInFeature } from "./check-in/index.ts";
import { deliveryFeature } from "./delivery.ts";
import { finishFeature } from "./finish/index.ts";
import { greetingFeature } from "./greeting.ts";
import { goalsFeature } from "./goals/index.ts";
import { helpFeature } from "./help.ts";
import { nudgeFeature } from "./nudge/index.ts";
import { planFeature } from "./plan/index.ts";
import { protocolFeature } from "./protocol/index.ts";
import { promisesFeature } from "./promises.ts";
import { reflectFeature } from "./reflect/index.ts";
import { setupFeature } from "./setup/index.ts";
import { threadsFeature } from "./threads.ts";

/** Everything a user can do; a new capability is one more line here. */
export const features: readonly Feature[] = [
  helpFeature,
  setupFeature,
  goalsFeature,
  planFeature,
  protocolFeature,
  promisesFeature,
  checkInFeature,
  nudgeFeature,
  finishFeature,
  reflectFeature,
  threadsFeature,
  greetingFeature,
  deliveryFeature,
];
