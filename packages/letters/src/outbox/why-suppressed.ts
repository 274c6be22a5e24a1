/**
 * SQL: why the recipient of a `letter` gets no more letters: `unsubscribed`, `objected`, `bounced`, `complained`, or
 * after a later import `not-adult` or `no-basis`; null if letters may be sent.
 */
export const WHY_SUPPRESSED = `(SELECT COALESCE(suppression.reason,
    CASE WHEN NOT adult THEN 'not-adult' WHEN NOT basis_holds THEN 'no-basis' END)
  FROM traveler LEFT JOIN suppression ON suppression.email_key = traveler.email_key
  WHERE traveler.id = letter.recipient_id)`
