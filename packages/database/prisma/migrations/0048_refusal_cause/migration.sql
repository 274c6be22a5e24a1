ALTER TABLE "delivery" ADD COLUMN "cause" TEXT;

-- A letter that came back and may arrive another time stays 'sent': the list of a wave finds it by this.
CREATE INDEX "delivery_soft_idx" ON "delivery" ("letter_id") WHERE "outcome" = 'soft-bounced';
