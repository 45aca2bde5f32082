import type { Timer } from "../time/timer.ts";

export const schoolYearTimer = (partnershipId: string, districtId: string, at: Date): Timer => ({
  key: `school_year.turn/${partnershipId}`,
  at,
  name: "school_year.turn",
  districtId,
  id: partnershipId,
});
