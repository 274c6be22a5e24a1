-- Languages of the survey that the organization added, with their sentences.
-- CreateTable
CREATE TABLE "survey_language" (
    "tag" TEXT COLLATE "C" NOT NULL,
    "name" TEXT COLLATE "C" NOT NULL,
    "sentences" TEXT COLLATE "C" NOT NULL,
    "is_active" BOOLEAN NOT NULL,
    "revision" INTEGER NOT NULL,
    "changed_at" TIMESTAMP(3) NOT NULL,
    "changed_by_id" TEXT COLLATE "C" NOT NULL,
    "changed_by" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "survey_language_pkey" PRIMARY KEY ("tag")
);
