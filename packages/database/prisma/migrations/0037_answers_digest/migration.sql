-- AlterTable
ALTER TABLE "wave" ADD COLUMN "answers_digest" TEXT;
