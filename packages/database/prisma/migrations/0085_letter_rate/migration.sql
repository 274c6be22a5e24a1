-- Letters of the last minute, over all schedulers, for the limit of letters a minute.
-- CreateTable
CREATE TABLE "letter_rate" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "letters" INTEGER NOT NULL,
    "until" DATETIME NOT NULL
) WITHOUT ROWID;
