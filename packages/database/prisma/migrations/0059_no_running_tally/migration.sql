-- Tallies are counted when a wave is unlinked; nobody read those of an open one.
DROP TABLE "running_tally";
