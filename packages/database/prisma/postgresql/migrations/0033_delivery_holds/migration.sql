-- Letters that wait for a server, for the dashboard.
-- CreateTable
CREATE TABLE "delivery_hold" (
    "domain" TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    "since" TIMESTAMP(3) NOT NULL,
    "cause" TEXT COLLATE "C" NOT NULL,
    "reply" TEXT COLLATE "C" NOT NULL,
    "next_try_at" TIMESTAMP(3) NOT NULL,
    "accepted_at" TIMESTAMP(3)
);
