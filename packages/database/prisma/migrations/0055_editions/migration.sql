-- CreateTable
CREATE TABLE "edition" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "period" TEXT NOT NULL,
    "occasion" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "due_on" TEXT NOT NULL,
    "due_because" TEXT NOT NULL,
    "opened_at" DATETIME NOT NULL,
    "held_at" DATETIME,
    "sends_on" TEXT,
    "reasons" TEXT NOT NULL,
    "release" TEXT,
    "decided_by_id" TEXT,
    "decided_by" TEXT,
    "comment" TEXT,
    "ended_at" DATETIME,
    "figures" TEXT,
    "digest" TEXT
);

-- CreateTable
CREATE TABLE "edition_letter" (
    "edition_id" TEXT NOT NULL,
    "reader" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "html" TEXT NOT NULL,
    "text" TEXT NOT NULL,

    PRIMARY KEY ("edition_id", "reader", "locale"),
    CONSTRAINT "edition_letter_edition_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "edition" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "edition_reader" (
    "edition_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "reader" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "letter_id" TEXT NOT NULL,
    "times" INTEGER NOT NULL DEFAULT 1,
    "posted_at" DATETIME NOT NULL,

    PRIMARY KEY ("edition_id", "user_id"),
    CONSTRAINT "edition_reader_edition_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "edition" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "edition_settings" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT DEFAULT 1,
    "since" TEXT,
    "working_days" INTEGER NOT NULL,
    "preliminary" BOOLEAN NOT NULL,
    "approval" BOOLEAN NOT NULL,
    "monthly" BOOLEAN NOT NULL,
    "quarterly" BOOLEAN NOT NULL,
    "saved_at" DATETIME,
    "saved_by" TEXT
);

-- CreateIndex
CREATE UNIQUE INDEX "edition_kind_occasion_key" ON "edition"("kind", "occasion");

-- CreateIndex
CREATE INDEX "edition_reader_letter_id_idx" ON "edition_reader"("letter_id");
