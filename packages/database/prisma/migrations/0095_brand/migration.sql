-- How the organization's letters and pages look.
-- CreateTable
CREATE TABLE "brand" (
    "id" INTEGER NOT NULL PRIMARY KEY DEFAULT 1,
    "color" TEXT,
    "logo_id" TEXT,
    "logo_type" TEXT,
    "logo_width" INTEGER,
    "logo_height" INTEGER,
    "logo_bytes" BLOB
);
