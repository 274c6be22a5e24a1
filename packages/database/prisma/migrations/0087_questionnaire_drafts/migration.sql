-- Drafts of questionnaires, which officers write until a second one publishes them.
-- CreateTable
CREATE TABLE "questionnaire_draft" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "questionnaire_id" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "definition" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "based_on" INTEGER NOT NULL,
    "saved_by_id" TEXT NOT NULL,
    "saved_by" TEXT NOT NULL,
    "saved_at" DATETIME NOT NULL,
    "proposed_by_id" TEXT,
    "proposed_by" TEXT,
    "proposed_mailbox" BLOB,
    "proposed_at" DATETIME,
    "published_version" INTEGER,
    "published_by_id" TEXT,
    "published_by" TEXT
);

-- CreateIndex
CREATE INDEX "questionnaire_draft_questionnaire_id_idx" ON "questionnaire_draft"("questionnaire_id");
