import { describe } from "@jest/globals";
import { tellMainJob } from "./main-job.ts";
import { IN_SLACK } from "./seating.ts";

describe("the main job with the bot killed and started again between every two steps", () => {
  tellMainJob({ "in Slack": IN_SLACK }, { restarts: true });
});
