CREATE TABLE "goal_watch" (
    "goal" TEXT NOT NULL,
    "judged" TEXT NOT NULL,
    "fact" TEXT NOT NULL,
    "confirmed" TEXT NOT NULL,
    "candidate" TEXT,
    "candidate_since" TEXT,
    PRIMARY KEY ("goal", "judged", "fact")
);
