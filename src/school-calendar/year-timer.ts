/** The one alarm of a partnership for the turn of the school year; it finds out itself what is due. */

import type { Timer } from "../ports.ts";

export const schoolYearTimer = (partnershipId: string, districtId: string, at: Date): Timer => ({
  key: `school_year.turn/${partnershipId}`,
  at,
  name: "school_year.turn",
  districtId,
  id: partnershipId,
});
