/**
 * SQL: the moment that the row of a `letter` keeps of `now`. Letters about a request tell the day alone, as the request
 * does: they are dated with the beginning of the day that caused them, and whole days are added to it.
 */
export const keptMoment = (now: string): string => `CASE "letter"."recipient_kind" WHEN 'rights-case'
  THEN "letter"."created_at" + CAST((${now} - "letter"."created_at") / 86400000 AS INTEGER) * 86400000 ELSE ${now} END`
