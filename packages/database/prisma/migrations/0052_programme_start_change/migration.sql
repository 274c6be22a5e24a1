-- CreateTable
CREATE TABLE "programme_start_change" (
    "number" INTEGER NOT NULL PRIMARY KEY,
    "from_day" TEXT NOT NULL,
    "to_day" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "changed_at" DATETIME NOT NULL,
    "changed_by" TEXT NOT NULL
);
