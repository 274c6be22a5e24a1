-- Answers of an open wave are encrypted under a key that is destroyed at its close.
-- AlterTable
ALTER TABLE "wave" ADD COLUMN "key_check" BYTEA,
ADD COLUMN "key_present_at" TIMESTAMP(3),
ADD COLUMN "key_destroyed_at" TIMESTAMP(3),
ADD COLUMN "key_lost_at" TIMESTAMP(3);

-- AlterTable
ALTER TABLE "answer" ADD COLUMN "encrypted" BYTEA;
-- Random bytes cannot be compressed.
ALTER TABLE "answer" ALTER COLUMN "encrypted" SET STORAGE EXTERNAL;

-- CreateTable. UNLOGGED: its rows are not in the write-ahead log, in base backups or on standbys.
CREATE UNLOGGED TABLE "decrypted_answer" (
    "wave_id" TEXT COLLATE "C" NOT NULL,
    "key" BYTEA NOT NULL,
    "cell_id" TEXT COLLATE "C" NOT NULL,
    "values" TEXT COLLATE "C" NOT NULL,
    "comment" TEXT COLLATE "C",
    "language" TEXT COLLATE "C",

    CONSTRAINT "decrypted_answer_pkey" PRIMARY KEY ("wave_id","key")
);

-- CreateTable
CREATE TABLE "survey_instance" (
    "id" TEXT COLLATE "C" NOT NULL,
    "seen_at" TIMESTAMP(3) NOT NULL,
    "wave_ids" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "survey_instance_pkey" PRIMARY KEY ("id")
);
