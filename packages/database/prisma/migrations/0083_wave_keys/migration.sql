-- Answers of an open wave may be encrypted under a key that is destroyed at its close.
-- AlterTable
ALTER TABLE "wave" ADD COLUMN "key_check" BLOB;
ALTER TABLE "wave" ADD COLUMN "key_present_at" DATETIME;
ALTER TABLE "wave" ADD COLUMN "key_destroyed_at" DATETIME;
ALTER TABLE "wave" ADD COLUMN "key_lost_at" DATETIME;

-- AlterTable
ALTER TABLE "answer" ADD COLUMN "encrypted" BLOB;

-- CreateTable
CREATE TABLE "decrypted_answer" (
    "wave_id" TEXT NOT NULL,
    "key" BLOB NOT NULL,
    "cell_id" TEXT NOT NULL,
    "values" TEXT NOT NULL,
    "comment" TEXT,
    "language" TEXT,

    PRIMARY KEY ("wave_id", "key")
) WITHOUT ROWID;

-- CreateTable
CREATE TABLE "survey_instance" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "seen_at" DATETIME NOT NULL,
    "wave_ids" TEXT NOT NULL
);
