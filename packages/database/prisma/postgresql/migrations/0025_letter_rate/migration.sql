-- Letters of the last minute, over all schedulers, for the limit of letters a minute.
-- CreateTable
CREATE TABLE "letter_rate" (
    "id" TEXT COLLATE "C" NOT NULL,
    "letters" INTEGER NOT NULL,
    "until" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "letter_rate_pkey" PRIMARY KEY ("id")
);
