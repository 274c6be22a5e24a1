-- CreateTable
CREATE TABLE "approval" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "differences" TEXT NOT NULL,
    "details" TEXT NOT NULL,
    "reason" TEXT,
    "proposed_by_id" TEXT NOT NULL,
    "proposed_by" TEXT NOT NULL,
    "proposed_mailbox" BLOB NOT NULL,
    "proposed_at" DATETIME NOT NULL,
    "expires_at" DATETIME NOT NULL,
    "state" TEXT NOT NULL,
    "decided_by_id" TEXT,
    "decided_by" TEXT,
    "decided_at" DATETIME
);

-- CreateIndex
CREATE INDEX "approval_state_kind_subject_idx" ON "approval"("state", "kind", "subject");

-- What waits for a second person when this version is installed.
INSERT INTO "approval" SELECT "id", 'rule-change', "id", '[]', '{}', "reason", "proposed_by_id", "proposed_by", "proposed_mailbox",
  "proposed_at", (CAST(strftime('%s', 'now') AS INTEGER) + 60 * 86400) * 1000, 'pending', NULL, NULL, NULL FROM "rule_change" WHERE "decision" IS NULL AND "proposed_mailbox" IS NOT NULL;
INSERT INTO "approval" SELECT "id", 'closing-date', (SELECT "period" FROM "wave" WHERE "id" = "wave_id"), '[]', '{}', "reason", "proposed_by_id", "proposed_by", "proposed_mailbox",
  "proposed_at", (CAST(strftime('%s', 'now') AS INTEGER) + 30 * 86400) * 1000, 'pending', NULL, NULL, NULL FROM "close_change" WHERE "decision" IS NULL AND "proposed_mailbox" IS NOT NULL;
INSERT INTO "approval" SELECT "id" || '-' || "revision", 'questionnaire', "id", '[]', '{"seen":' || "revision" || '}', NULL, "proposed_by_id",
  "proposed_by", "proposed_mailbox", "proposed_at", (CAST(strftime('%s', 'now') AS INTEGER) + 60 * 86400) * 1000, 'pending', NULL, NULL, NULL FROM "questionnaire_draft"
  WHERE "state" = 'proposed' AND "proposed_mailbox" IS NOT NULL;
INSERT INTO "approval" SELECT "id", 'appointment', "id", '[]', '{}', NULL, "appointed_by_id", "appointed_by", "appointed_mailbox",
  "appointed_at", (CAST(strftime('%s', 'now') AS INTEGER) + 30 * 86400) * 1000, 'pending', NULL, NULL, NULL FROM "appointment" WHERE "confirmed_at" IS NULL;
INSERT INTO "approval" SELECT "id", 'second-factor-reset', "user_id", '[]', '{}', NULL, "asked_by_id", "asked_by", "asked_mailbox",
  "asked_at", (CAST(strftime('%s', 'now') AS INTEGER) + 7 * 86400) * 1000, 'pending', NULL, NULL, NULL FROM "second_factor_reset" WHERE "confirmed_at" IS NULL;
