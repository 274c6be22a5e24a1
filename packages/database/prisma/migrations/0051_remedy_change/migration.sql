-- CreateTable
CREATE TABLE "remedy_change" (
    "remedy_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "note" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "due_on" TEXT NOT NULL,
    "effect" TEXT NOT NULL,
    "changed_at" DATETIME NOT NULL,
    "changed_by" TEXT NOT NULL,

    PRIMARY KEY ("remedy_id", "number")
);
