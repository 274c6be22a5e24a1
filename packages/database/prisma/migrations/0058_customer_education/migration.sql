-- What a company publishes to teach customers about their privacy.
CREATE TABLE "customer_education" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "title" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "published_on" TEXT NOT NULL,
    "audience" TEXT NOT NULL,
    "languages" TEXT NOT NULL,
    "import_id" TEXT NOT NULL,
    "row_number" INTEGER NOT NULL
);

CREATE TRIGGER "customer_education_insert_counts" AFTER INSERT ON "customer_education" BEGIN UPDATE "register_revision" SET "revision" = "revision" + 1; END;
CREATE TRIGGER "customer_education_update_counts" AFTER UPDATE ON "customer_education" BEGIN UPDATE "register_revision" SET "revision" = "revision" + 1; END;
CREATE TRIGGER "customer_education_delete_counts" AFTER DELETE ON "customer_education" BEGIN UPDATE "register_revision" SET "revision" = "revision" + 1; END;
