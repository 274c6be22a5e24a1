CREATE TABLE "deadline_alert" (
    "user_id" TEXT COLLATE "C" NOT NULL,
    "deadline" TEXT COLLATE "C" NOT NULL,
    "due" TEXT COLLATE "C" NOT NULL,
    "step" TEXT COLLATE "C" NOT NULL,
    "alerted_at" TIMESTAMP(3) NOT NULL,
    CONSTRAINT "deadline_alert_pkey" PRIMARY KEY ("user_id", "deadline")
);

ALTER TABLE "user" ADD COLUMN "digest_hour" INTEGER NOT NULL DEFAULT 8;
