-- Letters that wait for a server, for the dashboard.
-- CreateTable
CREATE TABLE "delivery_hold" (
    "domain" TEXT NOT NULL PRIMARY KEY,
    "since" DATETIME NOT NULL,
    "cause" TEXT NOT NULL,
    "reply" TEXT NOT NULL,
    "next_try_at" DATETIME NOT NULL,
    "accepted_at" DATETIME
);
