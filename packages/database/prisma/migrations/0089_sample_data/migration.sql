-- Sample data of an empty installation: its state, and the list of what came with it.
-- CreateTable
CREATE TABLE "sample_data" (
    "id" INTEGER NOT NULL PRIMARY KEY DEFAULT 1,
    "load_id" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "steps_done" INTEGER NOT NULL,
    "steps_all" INTEGER NOT NULL,
    "lease_until" DATETIME NOT NULL,
    "organisation_before" TEXT
);

-- CreateTable
CREATE TABLE "sample_part" (
    "kind" TEXT NOT NULL,
    "id" TEXT NOT NULL,

    PRIMARY KEY ("kind", "id")
);
