-- CreateTable
CREATE TABLE "trusted_clock" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT DEFAULT 1,
    "at" DATETIME NOT NULL,
    "confirmations" INTEGER NOT NULL DEFAULT 0,
    "after_gap" BOOLEAN NOT NULL DEFAULT false,
    "source_disregarded" BOOLEAN NOT NULL DEFAULT false
);

-- A database that was in use before: the calendar noted when it looked.
INSERT INTO "trusted_clock" ("id", "at")
SELECT 1, max("at") FROM "job_run" WHERE "job" = 'calendar' HAVING max("at") IS NOT NULL;
