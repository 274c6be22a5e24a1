-- Answers that give one rating throughout a block of questions, counted when a wave is unlinked.
-- CreateTable
CREATE TABLE "straight_lining" (
    "wave_id" TEXT COLLATE "C" NOT NULL,
    "block" TEXT COLLATE "C" NOT NULL,
    "kind" TEXT COLLATE "C" NOT NULL,
    "fewest" INTEGER NOT NULL,
    "rated" INTEGER NOT NULL,
    "same" INTEGER NOT NULL,

    CONSTRAINT "straight_lining_pkey" PRIMARY KEY ("wave_id","block")
);
