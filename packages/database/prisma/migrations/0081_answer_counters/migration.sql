-- Counters of an open wave in shards, so that processes do not wait for each other.
-- CreateTable
CREATE TABLE "answer_counter" (
    "wave_id" TEXT NOT NULL,
    "shard" INTEGER NOT NULL,
    "day" TEXT NOT NULL,
    "answered" INTEGER NOT NULL,
    "withdrawn" INTEGER NOT NULL,

    PRIMARY KEY ("wave_id", "shard", "day")
) WITHOUT ROWID;
