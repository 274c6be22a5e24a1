-- Who did what, when, and both ends of the chain of entries.
-- CreateTable
CREATE TABLE "audit_entry" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "at" DATETIME NOT NULL,
    "actor_id" TEXT,
    "act" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "details" TEXT NOT NULL,
    "number" INTEGER,
    "hash" TEXT
);

-- CreateTable
CREATE TABLE "audit_chain" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT DEFAULT 1,
    "anchor_number" INTEGER NOT NULL,
    "anchor_hash" TEXT NOT NULL,
    "head_number" INTEGER NOT NULL,
    "head_hash" TEXT NOT NULL,
    "verified_at" DATETIME,
    "fault" TEXT
);

-- CreateIndex
CREATE INDEX "audit_entry_at_idx" ON "audit_entry"("at");

-- CreateIndex
CREATE INDEX "audit_entry_act_id_idx" ON "audit_entry"("act", "id");

-- CreateIndex
CREATE INDEX "audit_entry_actor_id_id_idx" ON "audit_entry"("actor_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "audit_entry_number_key" ON "audit_entry"("number");
