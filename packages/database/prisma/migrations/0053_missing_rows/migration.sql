-- The rows that kept a goal from its target when a version of a half-year was frozen, as digests: they stay when rows go.
CREATE TABLE "missing_list" (
    "period" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "goal" TEXT NOT NULL,
    "list_period" TEXT NOT NULL,
    "frozen_at" DATETIME NOT NULL,
    "digests" BLOB NOT NULL,

    PRIMARY KEY ("period", "version", "goal", "list_period")
);

CREATE TABLE "missing_row" (
    "period" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "goal" TEXT NOT NULL,
    "list_period" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "place" INTEGER NOT NULL,
    "label" TEXT NOT NULL,
    "why" TEXT NOT NULL,
    "detail" TEXT,
    "salt" TEXT NOT NULL,

    PRIMARY KEY ("period", "version", "goal", "list_period", "key"),
    CONSTRAINT "missing_row_period_version_goal_list_period_fkey" FOREIGN KEY ("period", "version", "goal", "list_period") REFERENCES "missing_list" ("period", "version", "goal", "list_period") ON DELETE RESTRICT ON UPDATE CASCADE
) WITHOUT ROWID;
