-- Counts of limited tries on the survey pages, shared by all processes.
-- CreateTable
CREATE TABLE "try_count" (
    "key" BYTEA NOT NULL,
    "day" TEXT COLLATE "C" NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "try_count_pkey" PRIMARY KEY ("key")
);
