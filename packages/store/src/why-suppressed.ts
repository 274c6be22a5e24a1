/** SQL: why the recipient of a `letter` gets no more: `unsubscribed`, `bounced`, `complained`; null when he may. */
export const WHY_SUPPRESSED = `(SELECT "suppression"."reason" FROM "traveler"
  JOIN "suppression" ON "suppression"."email_key" = "traveler"."email_key"
  WHERE "traveler"."id" = "letter"."recipient_id")`
