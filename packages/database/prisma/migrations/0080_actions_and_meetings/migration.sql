-- Actions agreed in meetings and because of findings, and the meetings with their attendees and decisions.
-- CreateTable
CREATE TABLE "agreed_action" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "period" TEXT NOT NULL,
    "origin" TEXT NOT NULL,
    "origin_id" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "owner" TEXT NOT NULL,
    "due_on" TEXT NOT NULL,
    "effect" TEXT NOT NULL,
    "agreed_at" DATETIME NOT NULL,
    "agreed_by" TEXT NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 0
);

-- CreateTable
CREATE TABLE "meeting" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "planned_on" TEXT NOT NULL,
    "held_on" TEXT,
    "agenda" TEXT,
    "notes" TEXT NOT NULL DEFAULT '',
    "next_on" TEXT,
    "planned_at" DATETIME NOT NULL,
    "planned_by" TEXT NOT NULL,
    "finished_at" DATETIME,
    "finished_by" TEXT,
    "revision" INTEGER NOT NULL DEFAULT 0
);

-- CreateTable
CREATE TABLE "meeting_attendee" (
    "meeting_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "user_id" TEXT,
    "name" TEXT NOT NULL,

    PRIMARY KEY ("meeting_id", "number"),
    CONSTRAINT "meeting_attendee_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "meeting" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "meeting_decision" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "meeting_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "action_id" TEXT,
    "owner" TEXT,
    "due_on" TEXT,
    "effect" TEXT,
    CONSTRAINT "meeting_decision_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "meeting" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "agreed_action_period_idx" ON "agreed_action"("period");

-- CreateIndex
CREATE INDEX "agreed_action_origin_origin_id_idx" ON "agreed_action"("origin", "origin_id");

-- CreateIndex
CREATE INDEX "meeting_decision_meeting_id_idx" ON "meeting_decision"("meeting_id");

