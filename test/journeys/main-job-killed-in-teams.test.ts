import { describe } from "@jest/globals";
import { tellMainJob } from "./main-job.ts";
import { ALL_IN_TEAMS } from "./seating.ts";

describe("the main job with the bot killed and started again between every two steps", () => {
  tellMainJob({ "in Teams": ALL_IN_TEAMS }, { restarts: true });
});
