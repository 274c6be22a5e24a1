-- Months of a register for which its keeper confirmed that nothing happened.
-- CreateTable
CREATE TABLE "empty_month" (
    "register" TEXT NOT NULL,
    "month" TEXT NOT NULL,
    "confirmed_at" DATETIME NOT NULL,
    "confirmed_by" TEXT NOT NULL,

    PRIMARY KEY ("register", "month")
);

CREATE TRIGGER "empty_month_insert_counts" AFTER INSERT ON "empty_month" BEGIN UPDATE "register_revision" SET "revision" = "revision" + 1; END;
CREATE TRIGGER "empty_month_update_counts" AFTER UPDATE ON "empty_month" BEGIN UPDATE "register_revision" SET "revision" = "revision" + 1; END;
CREATE TRIGGER "empty_month_delete_counts" AFTER DELETE ON "empty_month" BEGIN UPDATE "register_revision" SET "revision" = "revision" + 1; END;
