CREATE TABLE "deadline_alert" (
    "user_id" TEXT NOT NULL,
    "deadline" TEXT NOT NULL,
    "due" TEXT NOT NULL,
    "step" TEXT NOT NULL,
    "alerted_at" DATETIME NOT NULL,
    PRIMARY KEY ("user_id", "deadline")
);

ALTER TABLE "user" ADD COLUMN "digest_hour" INTEGER NOT NULL DEFAULT 8;
