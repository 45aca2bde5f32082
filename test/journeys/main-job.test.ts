import { describe } from "@jest/globals";
import { tellMainJob } from "./main-job.ts";
import { ALL_IN_TEAMS, IN_BOTH, IN_SLACK } from "./seating.ts";

describe("the main job in one go", () => {
  tellMainJob(
    {
      "in Slack": IN_SLACK,
      "in Teams": ALL_IN_TEAMS,
      "with the library in Teams and IT in Slack": IN_BOTH,
    },
    { restarts: false },
  );
});
