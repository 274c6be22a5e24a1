-- Actions agreed in meetings and because of findings, and the meetings with their attendees and decisions.
-- CreateTable
CREATE TABLE "agreed_action" (
    "id" TEXT COLLATE "C" NOT NULL,
    "period" TEXT COLLATE "C" NOT NULL,
    "origin" TEXT COLLATE "C" NOT NULL,
    "origin_id" TEXT COLLATE "C" NOT NULL,
    "text" TEXT COLLATE "C" NOT NULL,
    "owner" TEXT COLLATE "C" NOT NULL,
    "due_on" TEXT COLLATE "C" NOT NULL,
    "effect" TEXT COLLATE "C" NOT NULL,
    "agreed_at" TIMESTAMP(3) NOT NULL,
    "agreed_by" TEXT COLLATE "C" NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "agreed_action_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "meeting" (
    "id" TEXT COLLATE "C" NOT NULL,
    "planned_on" TEXT COLLATE "C" NOT NULL,
    "held_on" TEXT COLLATE "C",
    "agenda" TEXT COLLATE "C",
    "notes" TEXT COLLATE "C" NOT NULL DEFAULT '',
    "next_on" TEXT COLLATE "C",
    "planned_at" TIMESTAMP(3) NOT NULL,
    "planned_by" TEXT COLLATE "C" NOT NULL,
    "finished_at" TIMESTAMP(3),
    "finished_by" TEXT COLLATE "C",
    "revision" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "meeting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "meeting_attendee" (
    "meeting_id" TEXT COLLATE "C" NOT NULL,
    "number" INTEGER NOT NULL,
    "user_id" TEXT COLLATE "C",
    "name" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "meeting_attendee_pkey" PRIMARY KEY ("meeting_id","number")
);

-- CreateTable
CREATE TABLE "meeting_decision" (
    "id" TEXT COLLATE "C" NOT NULL,
    "meeting_id" TEXT COLLATE "C" NOT NULL,
    "number" INTEGER NOT NULL,
    "text" TEXT COLLATE "C" NOT NULL,
    "action_id" TEXT COLLATE "C",
    "owner" TEXT COLLATE "C",
    "due_on" TEXT COLLATE "C",
    "effect" TEXT COLLATE "C",

    CONSTRAINT "meeting_decision_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "agreed_action_period_idx" ON "agreed_action"("period");

-- CreateIndex
CREATE INDEX "agreed_action_origin_origin_id_idx" ON "agreed_action"("origin", "origin_id");

-- CreateIndex
CREATE INDEX "meeting_decision_meeting_id_idx" ON "meeting_decision"("meeting_id");

-- AddForeignKey
ALTER TABLE "meeting_attendee" ADD CONSTRAINT "meeting_attendee_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "meeting"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_decision" ADD CONSTRAINT "meeting_decision_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "meeting"("id") ON DELETE CASCADE ON UPDATE CASCADE;
