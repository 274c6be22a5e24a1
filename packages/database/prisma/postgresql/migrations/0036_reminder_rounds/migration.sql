-- Rounds of reminders count for everyone invited, whether or not a letter left.
-- AlterTable
ALTER TABLE "wave" ADD COLUMN "reminder_rounds" INTEGER NOT NULL DEFAULT 0;

UPDATE "wave" SET "reminder_rounds" = CASE
  WHEN "reminded_at" IS NULL THEN 0
  WHEN "reminded_again_count" > 0 OR EXISTS (SELECT 1 FROM "open_wave_count" WHERE "wave_id" = "wave"."id" AND "reminded_again" > 0) THEN 2
  ELSE 1 END;

-- A reminder that came back no longer suppresses its address: letters of reminders exist while a wave is linked.
DELETE FROM "suppression" WHERE "reason" = 'bounced' AND "email_key" IN (
  SELECT "traveler"."email_key" FROM "letter" JOIN "traveler" ON "traveler"."id" = "letter"."recipient_id"
  WHERE "letter"."kind" IN ('survey-reminder', 'survey-last-reminder') AND "letter"."state" = 'bounced'
    AND NOT EXISTS (SELECT 1 FROM "letter" AS "other" WHERE "other"."recipient_id" = "letter"."recipient_id"
      AND "other"."kind" = 'survey-invitation' AND "other"."state" = 'bounced'));
