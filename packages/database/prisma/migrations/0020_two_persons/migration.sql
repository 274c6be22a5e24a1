-- AlterTable
ALTER TABLE "goal_signature" ADD COLUMN "signed_mailbox" BLOB;

-- AlterTable
ALTER TABLE "period_freeze" ADD COLUMN "frozen_mailbox" BLOB;

-- AlterTable
ALTER TABLE "period_reopening" ADD COLUMN "reopened_mailbox" BLOB;

-- CreateTable
CREATE TABLE "appointment" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "user_id" TEXT,
    "name" TEXT,
    "role" TEXT NOT NULL,
    "mailbox" BLOB NOT NULL,
    "appointed_by_id" TEXT NOT NULL,
    "appointed_by" TEXT NOT NULL,
    "appointed_mailbox" BLOB NOT NULL,
    "appointed_at" DATETIME NOT NULL,
    "confirmed_by_id" TEXT,
    "confirmed_by" TEXT,
    "confirmed_at" DATETIME
);

-- CreateIndex
CREATE UNIQUE INDEX "appointment_user_id_key" ON "appointment"("user_id");

-- CreateIndex
CREATE INDEX "rate_limit_last_request_idx" ON "rate_limit"("last_request");
