-- Numbers in the order of arrival, which PostgreSQL cannot tell from a row id.

CREATE TABLE "new_import_file" (
    "number" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "id" TEXT NOT NULL,
    "register" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "row_count" INTEGER NOT NULL,
    "imported_at" DATETIME NOT NULL,
    "imported_by" TEXT NOT NULL,
    "by_key" BOOLEAN NOT NULL DEFAULT false,
    "added" INTEGER NOT NULL DEFAULT 0,
    "changed" INTEGER NOT NULL DEFAULT 0,
    "undone_at" DATETIME,
    "undone_by" TEXT,
    "undo_reason" TEXT
);
INSERT INTO "new_import_file" ("number", "id", "register", "file_name", "digest", "row_count", "imported_at", "imported_by", "by_key", "added", "changed", "undone_at", "undone_by", "undo_reason")
  SELECT rowid, "id", "register", "file_name", "digest", "row_count", "imported_at", "imported_by", "by_key", "added", "changed", "undone_at", "undone_by", "undo_reason" FROM "import_file";
DROP TABLE "import_file";
ALTER TABLE "new_import_file" RENAME TO "import_file";
CREATE UNIQUE INDEX "import_file_id_key" ON "import_file"("id");
CREATE TRIGGER "import_file_insert_counts" AFTER INSERT ON "import_file" BEGIN UPDATE "register_revision" SET "revision" = "revision" + 1; END;
CREATE TRIGGER "import_file_update_counts" AFTER UPDATE ON "import_file" BEGIN UPDATE "register_revision" SET "revision" = "revision" + 1; END;
CREATE TRIGGER "import_file_delete_counts" AFTER DELETE ON "import_file" BEGIN UPDATE "register_revision" SET "revision" = "revision" + 1; END;

CREATE TABLE "new_column_mapping" (
    "number" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "id" TEXT NOT NULL,
    "register" TEXT NOT NULL,
    "heading_set" TEXT NOT NULL,
    "mapping" TEXT NOT NULL,
    "mapped_at" DATETIME NOT NULL,
    "mapped_by" TEXT NOT NULL
);
INSERT INTO "new_column_mapping" ("number", "id", "register", "heading_set", "mapping", "mapped_at", "mapped_by")
  SELECT rowid, "id", "register", "heading_set", "mapping", "mapped_at", "mapped_by" FROM "column_mapping";
DROP TABLE "column_mapping";
ALTER TABLE "new_column_mapping" RENAME TO "column_mapping";
CREATE UNIQUE INDEX "column_mapping_id_key" ON "column_mapping"("id");
CREATE INDEX "column_mapping_register_heading_set_idx" ON "column_mapping"("register", "heading_set");

CREATE TABLE "new_edition" (
    "number" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "period" TEXT NOT NULL,
    "occasion" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "due_on" TEXT NOT NULL,
    "due_because" TEXT NOT NULL,
    "opened_at" DATETIME NOT NULL,
    "held_at" DATETIME,
    "sends_on" TEXT,
    "reasons" TEXT NOT NULL,
    "release" TEXT,
    "decided_by_id" TEXT,
    "decided_by" TEXT,
    "comment" TEXT,
    "ended_at" DATETIME,
    "figures" TEXT,
    "digest" TEXT
);
INSERT INTO "new_edition" ("number", "id", "kind", "period", "occasion", "state", "due_on", "due_because", "opened_at", "held_at", "sends_on", "reasons", "release", "decided_by_id", "decided_by", "comment", "ended_at", "figures", "digest")
  SELECT rowid, "id", "kind", "period", "occasion", "state", "due_on", "due_because", "opened_at", "held_at", "sends_on", "reasons", "release", "decided_by_id", "decided_by", "comment", "ended_at", "figures", "digest" FROM "edition";
DROP TABLE "edition";
ALTER TABLE "new_edition" RENAME TO "edition";
CREATE UNIQUE INDEX "edition_id_key" ON "edition"("id");
CREATE UNIQUE INDEX "edition_kind_occasion_key" ON "edition"("kind", "occasion");
