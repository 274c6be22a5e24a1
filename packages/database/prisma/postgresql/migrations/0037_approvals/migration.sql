-- CreateTable
CREATE TABLE "approval" (
    "id" TEXT COLLATE "C" NOT NULL,
    "kind" TEXT COLLATE "C" NOT NULL,
    "subject" TEXT COLLATE "C" NOT NULL,
    "differences" TEXT COLLATE "C" NOT NULL,
    "details" TEXT COLLATE "C" NOT NULL,
    "reason" TEXT COLLATE "C",
    "proposed_by_id" TEXT COLLATE "C" NOT NULL,
    "proposed_by" TEXT COLLATE "C" NOT NULL,
    "proposed_mailbox" BYTEA NOT NULL,
    "proposed_at" TIMESTAMP(3) NOT NULL,
    "expires_at" TIMESTAMP(3) NOT NULL,
    "state" TEXT COLLATE "C" NOT NULL,
    "decided_by_id" TEXT COLLATE "C",
    "decided_by" TEXT COLLATE "C",
    "decided_at" TIMESTAMP(3),

    CONSTRAINT "approval_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "approval_state_kind_subject_idx" ON "approval"("state", "kind", "subject");

-- What waits for a second person when this version is installed.
INSERT INTO "approval" SELECT "id", 'rule-change', "id", '[]', '{}', "reason", "proposed_by_id", "proposed_by", "proposed_mailbox",
  "proposed_at", (now() AT TIME ZONE 'UTC') + INTERVAL '60 days', 'pending', NULL, NULL, NULL FROM "rule_change" WHERE "decision" IS NULL AND "proposed_mailbox" IS NOT NULL;
INSERT INTO "approval" SELECT "id", 'closing-date', (SELECT "period" FROM "wave" WHERE "id" = "wave_id"), '[]', '{}', "reason", "proposed_by_id", "proposed_by", "proposed_mailbox",
  "proposed_at", (now() AT TIME ZONE 'UTC') + INTERVAL '30 days', 'pending', NULL, NULL, NULL FROM "close_change" WHERE "decision" IS NULL AND "proposed_mailbox" IS NOT NULL;
INSERT INTO "approval" SELECT "id" || '-' || "revision", 'questionnaire', "id", '[]', '{"seen":' || "revision" || '}', NULL, "proposed_by_id",
  "proposed_by", "proposed_mailbox", "proposed_at", (now() AT TIME ZONE 'UTC') + INTERVAL '60 days', 'pending', NULL, NULL, NULL FROM "questionnaire_draft"
  WHERE "state" = 'proposed' AND "proposed_mailbox" IS NOT NULL;
INSERT INTO "approval" SELECT "id", 'appointment', "id", '[]', '{}', NULL, "appointed_by_id", "appointed_by", "appointed_mailbox",
  "appointed_at", (now() AT TIME ZONE 'UTC') + INTERVAL '30 days', 'pending', NULL, NULL, NULL FROM "appointment" WHERE "confirmed_at" IS NULL;
INSERT INTO "approval" SELECT "id", 'second-factor-reset', "user_id", '[]', '{}', NULL, "asked_by_id", "asked_by", "asked_mailbox",
  "asked_at", (now() AT TIME ZONE 'UTC') + INTERVAL '7 days', 'pending', NULL, NULL, NULL FROM "second_factor_reset" WHERE "confirmed_at" IS NULL;
