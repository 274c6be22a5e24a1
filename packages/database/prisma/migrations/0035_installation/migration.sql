-- CreateTable
CREATE TABLE "installation" (
    "id" INTEGER NOT NULL PRIMARY KEY DEFAULT 1,
    "database_id" TEXT NOT NULL,
    "key_check" BLOB NOT NULL,
    "version" TEXT NOT NULL
);
