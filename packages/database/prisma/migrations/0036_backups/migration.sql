-- AlterTable
ALTER TABLE "installation" ADD COLUMN "restored_at" DATETIME;
ALTER TABLE "installation" ADD COLUMN "backed_up_at" DATETIME;
