-- Answers that give one rating throughout a block of questions, counted when a wave is unlinked.
-- CreateTable
CREATE TABLE "straight_lining" (
    "wave_id" TEXT NOT NULL,
    "block" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "fewest" INTEGER NOT NULL,
    "rated" INTEGER NOT NULL,
    "same" INTEGER NOT NULL,

    PRIMARY KEY ("wave_id", "block")
) WITHOUT ROWID;
