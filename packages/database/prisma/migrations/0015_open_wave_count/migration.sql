-- CreateTable
CREATE TABLE "open_wave_count" (
    "wave_id" TEXT NOT NULL PRIMARY KEY,
    "at" DATETIME NOT NULL,
    "delivered" INTEGER NOT NULL,
    "reminded" INTEGER NOT NULL,
    "reminded_again" INTEGER NOT NULL,
    "answered" INTEGER NOT NULL,
    "withdrawn" INTEGER NOT NULL,
    "days" TEXT NOT NULL,
    "reminders_tried" INTEGER NOT NULL,
    "reminders_refused" INTEGER NOT NULL
);
