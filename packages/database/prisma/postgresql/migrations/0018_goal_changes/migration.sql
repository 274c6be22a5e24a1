CREATE TABLE "goal_watch" (
    "goal" TEXT COLLATE "C" NOT NULL,
    "judged" TEXT COLLATE "C" NOT NULL,
    "fact" TEXT COLLATE "C" NOT NULL,
    "confirmed" TEXT COLLATE "C" NOT NULL,
    "candidate" TEXT COLLATE "C",
    "candidate_since" TEXT COLLATE "C",
    CONSTRAINT "goal_watch_pkey" PRIMARY KEY ("goal", "judged", "fact")
);
