-- How the organization's letters and pages look.
-- CreateTable
CREATE TABLE "brand" (
    "id" INTEGER NOT NULL PRIMARY KEY DEFAULT 1,
    "color" TEXT COLLATE "C",
    "logo_id" TEXT COLLATE "C",
    "logo_type" TEXT COLLATE "C",
    "logo_width" INTEGER,
    "logo_height" INTEGER,
    "logo_bytes" BYTEA
);
