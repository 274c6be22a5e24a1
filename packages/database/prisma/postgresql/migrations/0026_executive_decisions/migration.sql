-- The decisions of executives on what a summary asks for.
-- CreateTable
CREATE TABLE "executive_decision" (
    "period" TEXT COLLATE "C" NOT NULL,
    "goal" TEXT COLLATE "C" NOT NULL,
    "user_id" TEXT COLLATE "C" NOT NULL,
    "decided_by" TEXT COLLATE "C" NOT NULL,
    "choice" TEXT COLLATE "C" NOT NULL,
    "comment" TEXT COLLATE "C" NOT NULL,
    "decided_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "executive_decision_pkey" PRIMARY KEY ("period","goal","user_id")
);
