-- CreateTable
CREATE TABLE "empty_month" (
    "register" TEXT COLLATE "C" NOT NULL,
    "month" TEXT COLLATE "C" NOT NULL,
    "confirmed_at" TIMESTAMP(3) NOT NULL,
    "confirmed_by" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "empty_month_pkey" PRIMARY KEY ("register","month")
);

CREATE TRIGGER "empty_month_counts" AFTER INSERT OR UPDATE OR DELETE ON "empty_month"
  FOR EACH STATEMENT EXECUTE FUNCTION "raise_register_revision"();
