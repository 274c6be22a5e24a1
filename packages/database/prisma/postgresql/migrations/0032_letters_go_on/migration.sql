-- Letters that wait for a mail server go on by themselves: nothing pauses for it any more.
UPDATE "wave" SET "paused_at" = NULL, "pause_reason" = NULL WHERE "pause_reason" = 'repeated-errors';
UPDATE "letter" SET "state" = 'suppressed', "reason" = 'pause ended', "lease_until" = NULL
  WHERE "kind" = 'wave-paused' AND "state" = 'queued' AND "data" LIKE '%repeated-errors%';
