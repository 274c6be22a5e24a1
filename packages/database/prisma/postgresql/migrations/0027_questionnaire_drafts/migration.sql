-- Drafts of questionnaires, which officers write until a second one publishes them.
-- CreateTable
CREATE TABLE "questionnaire_draft" (
    "id" TEXT COLLATE "C" NOT NULL,
    "questionnaire_id" TEXT COLLATE "C" NOT NULL,
    "state" TEXT COLLATE "C" NOT NULL,
    "definition" TEXT COLLATE "C" NOT NULL,
    "revision" INTEGER NOT NULL,
    "based_on" INTEGER NOT NULL,
    "saved_by_id" TEXT COLLATE "C" NOT NULL,
    "saved_by" TEXT COLLATE "C" NOT NULL,
    "saved_at" TIMESTAMP(3) NOT NULL,
    "proposed_by_id" TEXT COLLATE "C",
    "proposed_by" TEXT COLLATE "C",
    "proposed_mailbox" BYTEA,
    "proposed_at" TIMESTAMP(3),
    "published_version" INTEGER,
    "published_by_id" TEXT COLLATE "C",
    "published_by" TEXT COLLATE "C",

    CONSTRAINT "questionnaire_draft_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "questionnaire_draft_questionnaire_id_idx" ON "questionnaire_draft"("questionnaire_id");
