/** The columns of `job_run` that the tests of this folder write, and those with a default, which Prisma reads back. */
export const jobRunTable = `CREATE TABLE "job_run" (
  "job" TEXT NOT NULL, "period" TEXT NOT NULL, "at" DATETIME NOT NULL, "late" BOOLEAN NOT NULL DEFAULT false,
  "lease_until" DATETIME, "fence" INTEGER NOT NULL DEFAULT 0, "finished_at" DATETIME, "outcome" TEXT,
  PRIMARY KEY ("job", "period")
)`
