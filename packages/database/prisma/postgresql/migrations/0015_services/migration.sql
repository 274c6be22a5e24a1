-- When services last worked, runs of the calendar with their outcomes, and messages of the web hook.
-- CreateTable
CREATE TABLE "service_contact" (
    "service" TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    "place" TEXT COLLATE "C" NOT NULL,
    "contact_at" TIMESTAMP(3) NOT NULL,
    "error" TEXT COLLATE "C"
);

-- CreateTable
CREATE TABLE "service_outage" (
    "service" TEXT COLLATE "C" NOT NULL,
    "since" TIMESTAMP(3) NOT NULL,
    "until" TIMESTAMP(3),
    PRIMARY KEY ("service", "since")
);

-- CreateTable
CREATE TABLE "job_result" (
    "id" SERIAL NOT NULL PRIMARY KEY,
    "job" TEXT COLLATE "C" NOT NULL,
    "first_at" TIMESTAMP(3) NOT NULL,
    "last_at" TIMESTAMP(3) NOT NULL,
    "times" INTEGER NOT NULL,
    "outcome" TEXT COLLATE "C" NOT NULL,
    "count" INTEGER,
    "error" TEXT COLLATE "C"
);

-- CreateTable
CREATE TABLE "planned_run" (
    "job" TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    "at" TIMESTAMP(3) NOT NULL
);

-- CreateTable
CREATE TABLE "hook_message" (
    "id" TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    "dedupe_key" TEXT COLLATE "C" NOT NULL,
    "kind" TEXT COLLATE "C" NOT NULL,
    "count" INTEGER NOT NULL,
    "due" TEXT COLLATE "C",
    "path" TEXT COLLATE "C" NOT NULL,
    "created_at" TIMESTAMP(3) NOT NULL,
    "not_before" TIMESTAMP(3) NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "ended_at" TIMESTAMP(3),
    "fault" TEXT COLLATE "C"
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
