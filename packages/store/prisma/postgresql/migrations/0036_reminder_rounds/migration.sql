-- Rounds of reminders count for everyone invited, whether or not a letter left.
-- AlterTable
ALTER TABLE "wave" ADD COLUMN "reminder_rounds" INTEGER NOT NULL DEFAULT 0;

UPDATE "wave" SET "reminder_rounds" = CASE
  WHEN "reminded_at" IS NULL THEN 0
  WHEN "reminded_again_count" > 0 OR EXISTS (SELECT 1 FROM "open_wave_count" WHERE "wave_id" = "wave"."id" AND "reminded_again" > 0) THEN 2
  ELSE 1 END;
