-- A wave also pauses for complaints.
-- AlterTable
ALTER TABLE "wave" ADD COLUMN "complained_at_resume" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "open_wave_count" ADD COLUMN "reminders_complained" INTEGER NOT NULL DEFAULT 0;
