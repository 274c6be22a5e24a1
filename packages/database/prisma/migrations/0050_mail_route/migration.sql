-- CreateTable
CREATE TABLE "mail_route" (
    "id" INTEGER NOT NULL PRIMARY KEY DEFAULT 1,
    "accepted_at" DATETIME,
    "folder_chosen_at" DATETIME,
    "folder_chosen_by" TEXT
);

INSERT INTO "mail_route" ("id", "accepted_at") SELECT 1, max("at") FROM "delivery"
  -- Earlier versions called a letter in a folder sent.
  WHERE "outcome" = 'sent' AND "smtp_reply" NOT LIKE 'written to %';
