-- The PDF that an edition's letter has attached, byte for byte, and its SHA-256.
ALTER TABLE "edition_letter" ADD COLUMN "pdf" BLOB;
ALTER TABLE "edition_letter" ADD COLUMN "pdf_digest" TEXT;
