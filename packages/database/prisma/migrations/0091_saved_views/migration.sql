-- Views of a register's list that a person has named; references that are corrected at an import.
-- CreateTable
CREATE TABLE "saved_view" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "user_id" TEXT NOT NULL,
    "register" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "folded_name" TEXT NOT NULL,
    "search" TEXT NOT NULL,
    "saved_at" DATETIME NOT NULL,
    CONSTRAINT "saved_view_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "saved_view_user_id_register_folded_name_key" ON "saved_view"("user_id", "register", "folded_name");

-- AlterTable
ALTER TABLE "import_file" ADD COLUMN "repairs" TEXT NOT NULL DEFAULT '[]';
