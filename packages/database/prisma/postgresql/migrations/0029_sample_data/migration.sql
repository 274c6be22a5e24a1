-- Sample data of an empty installation: its state, and the list of what came with it.
-- CreateTable
CREATE TABLE "sample_data" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "load_id" TEXT COLLATE "C" NOT NULL,
    "state" TEXT COLLATE "C" NOT NULL,
    "steps_done" INTEGER NOT NULL,
    "steps_all" INTEGER NOT NULL,
    "lease_until" TIMESTAMP(3) NOT NULL,
    "organisation_before" TEXT COLLATE "C",

    CONSTRAINT "sample_data_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sample_part" (
    "kind" TEXT COLLATE "C" NOT NULL,
    "id" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "sample_part_pkey" PRIMARY KEY ("kind","id")
);
