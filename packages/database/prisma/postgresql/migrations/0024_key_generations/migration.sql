-- Later generations of the key: which one a key file needs at least.
-- AlterTable
ALTER TABLE "installation" ADD COLUMN "generation" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN "generation_check" BYTEA;
