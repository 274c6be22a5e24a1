-- Counts of limited tries on the survey pages, shared by all processes.
-- CreateTable
CREATE TABLE "try_count" (
    "key" BLOB NOT NULL PRIMARY KEY,
    "day" TEXT NOT NULL,
    "count" INTEGER NOT NULL
) WITHOUT ROWID;
