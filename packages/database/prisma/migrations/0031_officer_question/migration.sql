-- CreateTable
CREATE TABLE "officer_question" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "data" TEXT NOT NULL,
    "asked_at" DATETIME NOT NULL,
    "answer" TEXT,
    "answered_at" DATETIME,
    "answered_by" TEXT,
    "ended_at" DATETIME
);

-- CreateIndex
CREATE UNIQUE INDEX "officer_question_open_key" ON "officer_question"("kind", "subject") WHERE "ended_at" IS NULL;
