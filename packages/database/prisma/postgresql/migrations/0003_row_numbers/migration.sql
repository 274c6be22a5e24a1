-- Numbers in the order of arrival, which no row of PostgreSQL tells by itself.
ALTER TABLE "edition_letter" DROP CONSTRAINT "edition_letter_edition_id_fkey";
ALTER TABLE "edition_reader" DROP CONSTRAINT "edition_reader_edition_id_fkey";
ALTER TABLE "import_file" DROP CONSTRAINT "import_file_pkey", ADD COLUMN "number" SERIAL NOT NULL, ADD CONSTRAINT "import_file_pkey" PRIMARY KEY ("number");
CREATE UNIQUE INDEX "import_file_id_key" ON "import_file"("id");
ALTER TABLE "column_mapping" DROP CONSTRAINT "column_mapping_pkey", ADD COLUMN "number" SERIAL NOT NULL, ADD CONSTRAINT "column_mapping_pkey" PRIMARY KEY ("number");
CREATE UNIQUE INDEX "column_mapping_id_key" ON "column_mapping"("id");
ALTER TABLE "edition" DROP CONSTRAINT "edition_pkey", ADD COLUMN "number" SERIAL NOT NULL, ADD CONSTRAINT "edition_pkey" PRIMARY KEY ("number");
CREATE UNIQUE INDEX "edition_id_key" ON "edition"("id");
ALTER TABLE "edition_letter" ADD CONSTRAINT "edition_letter_edition_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "edition"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "edition_reader" ADD CONSTRAINT "edition_reader_edition_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "edition"("id") ON DELETE CASCADE ON UPDATE CASCADE;
