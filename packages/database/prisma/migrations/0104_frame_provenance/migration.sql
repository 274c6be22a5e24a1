-- Where the travelers of a frame come from, and how many cells one source dominated.
-- AlterTable
ALTER TABLE "traveler" ADD COLUMN "mail_domain" BLOB;

-- AlterTable
ALTER TABLE "wave" ADD COLUMN "dominated_cells" INTEGER NOT NULL DEFAULT 0;
