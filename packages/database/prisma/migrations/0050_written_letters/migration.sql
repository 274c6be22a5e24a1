ALTER TABLE "wave" ADD COLUMN "written_count" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "open_wave_count" ADD COLUMN "written" INTEGER NOT NULL DEFAULT 0;

-- Earlier versions called a letter in a folder sent. Its ledger tells: the reply of a mail server begins with a number.
UPDATE "letter" SET "state" = 'written' WHERE "state" = 'sent' AND "id" IN
  (SELECT "letter_id" FROM "delivery" WHERE "outcome" = 'sent' AND "smtp_reply" LIKE 'written to %');
UPDATE "delivery" SET "outcome" = 'written', "smtp_reply" = substr("smtp_reply", 12)
  WHERE "outcome" = 'sent' AND "smtp_reply" LIKE 'written to %';

-- An unlinked wave keeps its counts alone; those of an open one are counted anew at the next full hour.
UPDATE "wave" SET "written_count" =
  (SELECT count(*) FROM "letter" WHERE "letter"."wave_id" = "wave"."id" AND "kind" = 'survey-invitation' AND "state" = 'written')
  WHERE "unlinked_at" IS NOT NULL;
UPDATE "wave" SET "delivered_count" = max(0, "delivered_count" - "written_count") WHERE "unlinked_at" IS NOT NULL;
