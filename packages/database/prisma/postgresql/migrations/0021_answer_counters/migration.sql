-- Counters of an open wave in shards, so that processes do not wait for each other.
-- CreateTable
CREATE TABLE "answer_counter" (
    "wave_id" TEXT COLLATE "C" NOT NULL,
    "shard" INTEGER NOT NULL,
    "day" TEXT COLLATE "C" NOT NULL,
    "answered" INTEGER NOT NULL,
    "withdrawn" INTEGER NOT NULL,

    CONSTRAINT "answer_counter_pkey" PRIMARY KEY ("wave_id","shard","day")
);
