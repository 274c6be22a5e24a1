/** The columns of JobRun that the tests of this folder write; a column more in the schema must be optional. */
export const jobRunTable = `CREATE TABLE "JobRun" (
  "job" TEXT NOT NULL, "period" TEXT NOT NULL, "at" DATETIME NOT NULL, PRIMARY KEY ("job", "period")
)`
