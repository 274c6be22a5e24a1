ALTER TABLE "wave" ADD COLUMN "published_step" TEXT;
