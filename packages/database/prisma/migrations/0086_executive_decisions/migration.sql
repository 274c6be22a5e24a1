-- The decisions of executives on what a summary asks for.
-- CreateTable
CREATE TABLE "executive_decision" (
    "period" TEXT NOT NULL,
    "goal" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "decided_by" TEXT NOT NULL,
    "choice" TEXT NOT NULL,
    "comment" TEXT NOT NULL,
    "decided_at" DATETIME NOT NULL,

    PRIMARY KEY ("period", "goal", "user_id")
);
