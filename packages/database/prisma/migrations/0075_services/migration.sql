-- When services last worked, runs of the calendar with their outcomes, and messages of the web hook.
-- CreateTable
CREATE TABLE "service_contact" (
    "service" TEXT NOT NULL PRIMARY KEY,
    "place" TEXT NOT NULL,
    "contact_at" DATETIME NOT NULL,
    "error" TEXT
);

-- CreateTable
CREATE TABLE "service_outage" (
    "service" TEXT NOT NULL,
    "since" DATETIME NOT NULL,
    "until" DATETIME,
    PRIMARY KEY ("service", "since")
);

-- CreateTable
CREATE TABLE "job_result" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "job" TEXT NOT NULL,
    "first_at" DATETIME NOT NULL,
    "last_at" DATETIME NOT NULL,
    "times" INTEGER NOT NULL,
    "outcome" TEXT NOT NULL,
    "count" INTEGER,
    "error" TEXT
);

-- CreateTable
CREATE TABLE "planned_run" (
    "job" TEXT NOT NULL PRIMARY KEY,
    "at" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "hook_message" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "dedupe_key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "due" TEXT,
    "path" TEXT NOT NULL,
    "created_at" DATETIME NOT NULL,
    "not_before" DATETIME NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "ended_at" DATETIME,
    "fault" TEXT
);

-- CreateIndex
CREATE INDEX "job_result_job_id_idx" ON "job_result"("job", "id");

-- CreateIndex
CREATE INDEX "job_result_last_at_idx" ON "job_result"("last_at");

-- CreateIndex
CREATE UNIQUE INDEX "hook_message_dedupe_key_key" ON "hook_message"("dedupe_key");

-- CreateIndex
CREATE INDEX "hook_message_ended_at_not_before_idx" ON "hook_message"("ended_at", "not_before");

-- An unreachable mail server is asked about as a silent service.
UPDATE "officer_question"
SET "kind" = 'service-silent', "data" = replace("data", '"work":"mail-server"', '"service":"mail-server"')
WHERE "kind" = 'keeps-failing' AND "subject" = 'mail-server';

-- A scheduler that does not start again after this update is silent as well.
INSERT INTO "service_contact" ("service", "place", "contact_at")
SELECT 'scheduler', '', max("at") FROM "job_run" WHERE "job" = 'calendar' HAVING count(*) > 0;
