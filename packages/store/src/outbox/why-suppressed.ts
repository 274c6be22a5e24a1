/**
 * SQL: why the recipient of a `letter` gets no more: `unsubscribed`, `objected`, `bounced`, `complained`, or `not-adult` and
 * `no-basis` where a later import says so; null when he may.
 */
export const WHY_SUPPRESSED = `(SELECT COALESCE(suppression.reason,
    CASE WHEN NOT adult THEN 'not-adult' WHEN NOT basis_holds THEN 'no-basis' END)
  FROM traveler LEFT JOIN suppression ON suppression.email_key = traveler.email_key
  WHERE traveler.id = letter.recipient_id)`
