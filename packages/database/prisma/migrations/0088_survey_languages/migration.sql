-- Languages of the survey that the organization added, with their sentences.
-- CreateTable
CREATE TABLE "survey_language" (
    "tag" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "sentences" TEXT NOT NULL,
    "is_active" BOOLEAN NOT NULL,
    "revision" INTEGER NOT NULL,
    "changed_at" DATETIME NOT NULL,
    "changed_by_id" TEXT NOT NULL,
    "changed_by" TEXT NOT NULL
);
