-- WITHOUT ROWID where rows of people must not keep the order they came in; the rest as the schema says.
-- CreateTable
CREATE TABLE "organisation" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT DEFAULT 1,
    "name_zh" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "contact_email" TEXT NOT NULL,
    "programme_start" TEXT NOT NULL,
    "founded_on" TEXT,
    "baseline_year" INTEGER,
    "sample" BOOLEAN NOT NULL DEFAULT false
);

-- CreateTable
CREATE TABLE "programme" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT DEFAULT 1,
    "runs" BOOLEAN NOT NULL,
    "runs_since" DATETIME,
    "mode" TEXT NOT NULL,
    "sample_size" INTEGER,
    "days_open" INTEGER NOT NULL,
    "first_reminder_days" INTEGER NOT NULL,
    "last_reminder_days" INTEGER NOT NULL,
    "letter_limit" INTEGER NOT NULL,
    "local_holidays" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "checklist" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT DEFAULT 1,
    "basis_profiles" INTEGER,
    "notice_version" TEXT,
    "assessed_on" TEXT,
    "backup_days" INTEGER,
    "persons_abroad" INTEGER,
    "confirmed_at" DATETIME NOT NULL,
    "confirmed_by" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "opening_question" (
    "period" TEXT NOT NULL PRIMARY KEY,
    "reason" TEXT NOT NULL,
    "due_at" DATETIME NOT NULL,
    "asked_at" DATETIME NOT NULL,
    "left_out_at" DATETIME,
    "left_out_by" TEXT
);

-- CreateTable
CREATE TABLE "user" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "email_verified" BOOLEAN NOT NULL,
    "image" TEXT,
    "role" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "created_at" DATETIME NOT NULL,
    "updated_at" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "session" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "token" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "expires_at" DATETIME NOT NULL,
    "ip_address" TEXT,
    "user_agent" TEXT,
    "created_at" DATETIME NOT NULL,
    "updated_at" DATETIME NOT NULL,
    CONSTRAINT "session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "account" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "account_id" TEXT NOT NULL,
    "provider_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "access_token" TEXT,
    "refresh_token" TEXT,
    "id_token" TEXT,
    "access_token_expires_at" DATETIME,
    "refresh_token_expires_at" DATETIME,
    "scope" TEXT,
    "password" TEXT,
    "created_at" DATETIME NOT NULL,
    "updated_at" DATETIME NOT NULL,
    CONSTRAINT "account_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "verification" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expires_at" DATETIME NOT NULL,
    "created_at" DATETIME NOT NULL,
    "updated_at" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "key" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "last_request" BIGINT NOT NULL
);

-- CreateTable
CREATE TABLE "user_invitation" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "email" TEXT,
    "role" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "invited_by" TEXT,
    "created_at" DATETIME NOT NULL,
    "expires_at" DATETIME NOT NULL,
    "accepted_at" DATETIME
);

-- CreateTable
CREATE TABLE "api_key" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "key_hash" BLOB,
    "created_at" DATETIME NOT NULL,
    "created_by_id" TEXT NOT NULL,
    "created_by" TEXT NOT NULL,
    "last_used_on" TEXT,
    "revoked_at" DATETIME
);

-- CreateTable
CREATE TABLE "api_answer" (
    "key_id" TEXT NOT NULL,
    "asked_as" BLOB NOT NULL,
    "body_hash" BLOB NOT NULL,
    "answer" TEXT NOT NULL,
    "at" DATETIME NOT NULL,

    PRIMARY KEY ("key_id", "asked_as")
);

-- CreateTable
CREATE TABLE "questionnaire" (
    "id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "definition" TEXT NOT NULL,
    "published_at" DATETIME NOT NULL,

    PRIMARY KEY ("id", "version")
);

-- CreateTable
CREATE TABLE "traveler" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "customer_number" TEXT NOT NULL,
    "email_sealed" BLOB NOT NULL,
    "email_key" BLOB NOT NULL,
    "locale" TEXT NOT NULL,
    "trip_type" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "region" TEXT NOT NULL,
    "last_trip" TEXT NOT NULL,
    "adult" BOOLEAN NOT NULL,
    "residence" TEXT,
    "basis" TEXT,
    "basis_wording" TEXT,
    "basis_names_surveys" BOOLEAN NOT NULL DEFAULT false,
    "basis_notice" BOOLEAN NOT NULL DEFAULT false,
    "basis_source" TEXT,
    "basis_date" TEXT,
    "basis_holds" BOOLEAN NOT NULL DEFAULT false,
    "import_id" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "wave_opening" (
    "wave_id" TEXT NOT NULL PRIMARY KEY,
    "period" TEXT NOT NULL,
    "lease_until" DATETIME
);

-- CreateTable
CREATE TABLE "wave" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "period" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "mode" TEXT NOT NULL,
    "seed" TEXT,
    "questionnaire_id" TEXT NOT NULL,
    "questionnaire_version" INTEGER NOT NULL,
    "rule_version" TEXT NOT NULL,
    "minimum_for_status" INTEGER NOT NULL,
    "smallest_group" INTEGER NOT NULL,
    "registered_count" INTEGER NOT NULL,
    "frame_count" INTEGER NOT NULL,
    "invited_count" INTEGER NOT NULL,
    "merge_map" TEXT NOT NULL,
    "opened_at" DATETIME NOT NULL,
    "closes_at" DATETIME NOT NULL,
    "sealed_closes_at" DATETIME NOT NULL,
    "first_reminder_days" INTEGER NOT NULL,
    "last_reminder_days" INTEGER NOT NULL,
    "letter_limit" INTEGER NOT NULL,
    "checklist" TEXT NOT NULL,
    "reminded_at" DATETIME,
    "closed_at" DATETIME,
    "unlinked_at" DATETIME,
    "answers_deleted_at" DATETIME,
    "paused_at" DATETIME,
    "pause_reason" TEXT,
    "tried_at_resume" INTEGER NOT NULL DEFAULT 0,
    "refused_at_resume" INTEGER NOT NULL DEFAULT 0,
    "delivered_count" INTEGER NOT NULL DEFAULT 0,
    "reminded_count" INTEGER NOT NULL DEFAULT 0,
    "reminded_again_count" INTEGER NOT NULL DEFAULT 0,
    "answered_count" INTEGER NOT NULL DEFAULT 0,
    "withdrawn_count" INTEGER NOT NULL DEFAULT 0
);

-- CreateTable
CREATE TABLE "close_change" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "wave_id" TEXT NOT NULL,
    "closes_on" TEXT,
    "reason" TEXT NOT NULL,
    "proposed_by_id" TEXT NOT NULL,
    "proposed_by" TEXT NOT NULL,
    "proposed_mailbox" BLOB NOT NULL,
    "proposed_at" DATETIME NOT NULL,
    "decision" TEXT,
    "decided_by_id" TEXT,
    "decided_by" TEXT,
    "decided_at" DATETIME
);

-- CreateTable
CREATE TABLE "rule_change" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "setting" TEXT,
    "value" INTEGER,
    "goal" TEXT,
    "row_key" TEXT,
    "row_label" TEXT,
    "applies_from" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "document" TEXT,
    "proposed_by_id" TEXT NOT NULL,
    "proposed_by" TEXT NOT NULL,
    "proposed_mailbox" BLOB NOT NULL,
    "proposed_at" DATETIME NOT NULL,
    "decision" TEXT,
    "decided_by_id" TEXT,
    "decided_by" TEXT,
    "decided_at" DATETIME,
    "number" INTEGER
);

-- CreateTable
CREATE TABLE "wave_skip" (
    "wave_id" TEXT NOT NULL,
    "stage" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "count" INTEGER NOT NULL,

    PRIMARY KEY ("wave_id", "stage", "reason")
);

-- CreateTable
CREATE TABLE "cell" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "wave_id" TEXT NOT NULL,
    "trip_type" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "region" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "invited_count" INTEGER NOT NULL,
    "base_weight" REAL NOT NULL,
    CONSTRAINT "cell_wave_id_fkey" FOREIGN KEY ("wave_id") REFERENCES "wave" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "frame_margin" (
    "wave_id" TEXT NOT NULL,
    "margin" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "eligible" INTEGER NOT NULL,

    PRIMARY KEY ("wave_id", "margin", "category")
);

-- CreateTable
CREATE TABLE "invitation" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "wave_id" TEXT NOT NULL,
    "traveler_id" TEXT NOT NULL,
    "cell_id" TEXT,
    "generation" INTEGER,
    "answered" BOOLEAN
) WITHOUT ROWID;

-- CreateTable
CREATE TABLE "draft" (
    "invitation_id" TEXT NOT NULL PRIMARY KEY,
    "sealed" BLOB NOT NULL
) WITHOUT ROWID;

-- CreateTable
CREATE TABLE "answer" (
    "wave_id" TEXT NOT NULL,
    "key" BLOB NOT NULL,
    "cell_id" TEXT NOT NULL,
    "values" TEXT NOT NULL,
    "comment" TEXT,
    "language" TEXT,

    PRIMARY KEY ("wave_id", "key")
) WITHOUT ROWID;

-- CreateTable
CREATE TABLE "comment" (
    "key" BLOB NOT NULL PRIMARY KEY,
    "wave_id" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "read" BOOLEAN NOT NULL DEFAULT false
) WITHOUT ROWID;

-- CreateTable
CREATE TABLE "comment_code" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name_zh" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "retired" BOOLEAN NOT NULL DEFAULT false
);

-- CreateTable
CREATE TABLE "coded_comment" (
    "comment_key" BLOB NOT NULL,
    "code_id" TEXT NOT NULL,

    PRIMARY KEY ("comment_key", "code_id"),
    CONSTRAINT "coded_comment_comment_key_fkey" FOREIGN KEY ("comment_key") REFERENCES "comment" ("key") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "coded_comment_code_id_fkey" FOREIGN KEY ("code_id") REFERENCES "comment_code" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
) WITHOUT ROWID;

-- CreateTable
CREATE TABLE "comment_rating" (
    "wave_id" TEXT NOT NULL,
    "item" TEXT NOT NULL,
    "commented" BOOLEAN NOT NULL,
    "people" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "share" REAL NOT NULL,

    PRIMARY KEY ("wave_id", "item", "commented")
) WITHOUT ROWID;

-- CreateTable
CREATE TABLE "cross_tally" (
    "wave_id" TEXT NOT NULL,
    "item" TEXT NOT NULL,
    "value" INTEGER NOT NULL,
    "headline" INTEGER NOT NULL,
    "count" INTEGER NOT NULL,

    PRIMARY KEY ("wave_id", "item", "value", "headline")
) WITHOUT ROWID;

-- CreateTable
CREATE TABLE "tally" (
    "wave_id" TEXT NOT NULL,
    "cell_id" TEXT NOT NULL,
    "item" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "count" INTEGER NOT NULL,

    PRIMARY KEY ("wave_id", "cell_id", "item", "value")
) WITHOUT ROWID;

-- CreateTable
CREATE TABLE "running_tally" (
    "wave_id" TEXT NOT NULL,
    "cell_id" TEXT NOT NULL,
    "counts" BLOB NOT NULL,

    PRIMARY KEY ("wave_id", "cell_id")
) WITHOUT ROWID;

-- CreateTable
CREATE TABLE "answer_day" (
    "wave_id" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "count" INTEGER NOT NULL,

    PRIMARY KEY ("wave_id", "day")
) WITHOUT ROWID;

-- CreateTable
CREATE TABLE "improvement" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "period" TEXT NOT NULL,
    "text_zh" TEXT NOT NULL,
    "text_en" TEXT NOT NULL,
    "owner" TEXT NOT NULL,
    "chosen_at" DATETIME NOT NULL,
    "chosen_by" TEXT NOT NULL,
    "told_wave_id" TEXT,
    "withdrawn_at" DATETIME,
    "withdrawn_by" TEXT
);

-- CreateTable
CREATE TABLE "period_freeze" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "period" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "figures" TEXT NOT NULL,
    "definitions" TEXT NOT NULL,
    "evidence" TEXT NOT NULL,
    "actions" TEXT NOT NULL,
    "frozen_at" DATETIME NOT NULL,
    "frozen_by_id" TEXT NOT NULL,
    "frozen_by" TEXT NOT NULL,
    "outcome" TEXT,
    "ended_at" DATETIME,
    "ended_by_id" TEXT,
    "ended_by" TEXT
);

-- CreateTable
CREATE TABLE "goal_signature" (
    "freeze_id" TEXT NOT NULL,
    "goal" TEXT NOT NULL,
    "owner" TEXT NOT NULL,
    "signed_by_id" TEXT NOT NULL,
    "signed_by" TEXT NOT NULL,
    "signed_at" DATETIME NOT NULL,

    PRIMARY KEY ("freeze_id", "goal"),
    CONSTRAINT "goal_signature_freeze_id_fkey" FOREIGN KEY ("freeze_id") REFERENCES "period_freeze" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "period_reopening" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "period" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "reopened_at" DATETIME NOT NULL,
    "reopened_by_id" TEXT NOT NULL,
    "reopened_by" TEXT NOT NULL,
    "outcome" TEXT,
    "ended_at" DATETIME,
    "ended_by_id" TEXT,
    "ended_by" TEXT
);

-- CreateTable
CREATE TABLE "seal" (
    "number" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "period" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "statement" TEXT NOT NULL,
    "figures" TEXT NOT NULL,
    "definitions" TEXT NOT NULL,
    "evidence" TEXT NOT NULL,
    "actions" TEXT NOT NULL,
    "signatures" TEXT NOT NULL,
    "head" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "audit_sample" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "period" TEXT NOT NULL,
    "figure" TEXT NOT NULL,
    "side" TEXT NOT NULL,
    "seed" TEXT NOT NULL,
    "frame_digest" TEXT NOT NULL,
    "frame_size" INTEGER NOT NULL,
    "frame" TEXT,
    "total" TEXT NOT NULL,
    "published" TEXT,
    "drawn_at" DATETIME NOT NULL,
    "drawn_by_id" TEXT NOT NULL,
    "drawn_by" TEXT NOT NULL,
    "seal_number" INTEGER,
    "statement" TEXT,
    "head" TEXT,
    "sealed_at" DATETIME,
    "sealed_by_id" TEXT,
    "sealed_by" TEXT
);

-- CreateTable
CREATE TABLE "audit_sample_row" (
    "sample_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "key" TEXT,
    "label" TEXT,
    "places" TEXT,
    "salt" TEXT,
    "result" TEXT,
    "note" TEXT,
    "documents" TEXT,
    "recorded_at" DATETIME,
    "recorded_by_id" TEXT,
    "recorded_by" TEXT,
    "revision" INTEGER NOT NULL DEFAULT 0,

    PRIMARY KEY ("sample_id", "number"),
    CONSTRAINT "audit_sample_row_sample_id_fkey" FOREIGN KEY ("sample_id") REFERENCES "audit_sample" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "published_report" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "period" TEXT NOT NULL,
    "published_at" DATETIME NOT NULL,
    "published_by" TEXT NOT NULL,
    "withdrawn_at" DATETIME,
    "withdrawn_by" TEXT
);

-- CreateTable
CREATE TABLE "remedy" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "period" TEXT NOT NULL,
    "goal" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "owner" TEXT NOT NULL,
    "due_on" TEXT NOT NULL,
    "effect" TEXT NOT NULL,
    "decided_at" DATETIME NOT NULL,
    "decided_by" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "action_outcome" (
    "action_id" TEXT NOT NULL PRIMARY KEY,
    "state" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "recorded_at" DATETIME NOT NULL,
    "recorded_by" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "letter" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "recipient_kind" TEXT NOT NULL,
    "recipient_id" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "data" TEXT NOT NULL,
    "dedupe_key" TEXT NOT NULL,
    "wave_id" TEXT,
    "state" TEXT NOT NULL,
    "reason" TEXT,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "not_before" DATETIME NOT NULL,
    "lease_until" DATETIME,
    "fence" INTEGER NOT NULL DEFAULT 0,
    "created_at" DATETIME NOT NULL,
    "sent_at" DATETIME
);

-- CreateTable
CREATE TABLE "delivery" (
    "letter_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "attempt" INTEGER NOT NULL,
    "at" DATETIME NOT NULL,
    "outcome" TEXT NOT NULL,
    "smtp_reply" TEXT NOT NULL,

    PRIMARY KEY ("letter_id", "number"),
    CONSTRAINT "delivery_letter_id_fkey" FOREIGN KEY ("letter_id") REFERENCES "letter" ("id") ON DELETE CASCADE ON UPDATE CASCADE
) WITHOUT ROWID;

-- CreateTable
CREATE TABLE "suppression" (
    "email_key" BLOB NOT NULL PRIMARY KEY,
    "reason" TEXT NOT NULL,
    "at" DATETIME NOT NULL
) WITHOUT ROWID;

-- CreateTable
CREATE TABLE "deletion_proof" (
    "number" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "day" TEXT NOT NULL,
    "rule" TEXT NOT NULL,
    "days" INTEGER,
    "place" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "digest" TEXT NOT NULL,
    "wiped_at" DATETIME
);

-- CreateTable
CREATE TABLE "import_file" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "register" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "row_count" INTEGER NOT NULL,
    "imported_at" DATETIME NOT NULL,
    "imported_by" TEXT NOT NULL,
    "by_key" BOOLEAN NOT NULL DEFAULT false,
    "added" INTEGER NOT NULL DEFAULT 0,
    "changed" INTEGER NOT NULL DEFAULT 0,
    "undone_at" DATETIME,
    "undone_by" TEXT,
    "undo_reason" TEXT
);

-- CreateTable
CREATE TABLE "column_mapping" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "register" TEXT NOT NULL,
    "heading_set" TEXT NOT NULL,
    "mapping" TEXT NOT NULL,
    "mapped_at" DATETIME NOT NULL,
    "mapped_by" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "register_change" (
    "number" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "register" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "before" TEXT,
    "after" TEXT,
    "before_import_id" TEXT,
    "before_row_number" INTEGER,
    "import_id" TEXT,
    "undone_import_id" TEXT,
    "at" DATETIME NOT NULL,
    "changed_by" TEXT NOT NULL,
    "reason" TEXT
);

-- CreateTable
CREATE TABLE "evidence_file" (
    "digest" TEXT NOT NULL PRIMARY KEY,
    "type" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "arrived_at" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "evidence_piece" (
    "digest" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "bytes" BLOB NOT NULL,

    PRIMARY KEY ("digest", "number"),
    CONSTRAINT "evidence_piece_digest_fkey" FOREIGN KEY ("digest") REFERENCES "evidence_file" ("digest") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "evidence_attachment" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "register" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "file_digest" TEXT,
    "file_name" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "source" TEXT NOT NULL,
    "attached_at" DATETIME NOT NULL,
    "attached_by" TEXT NOT NULL,
    "withdrawn_at" DATETIME,
    "withdrawn_by" TEXT,
    "withdrawn_reason" TEXT,
    CONSTRAINT "evidence_attachment_file_digest_fkey" FOREIGN KEY ("file_digest") REFERENCES "evidence_file" ("digest") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "staff_role" (
    "number" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "start_day" TEXT NOT NULL,
    "end_day" TEXT,
    "import_id" TEXT NOT NULL,
    "row_number" INTEGER NOT NULL,

    PRIMARY KEY ("number", "role")
);

-- CreateTable
CREATE TABLE "staff_leave" (
    "number" TEXT NOT NULL,
    "from_day" TEXT NOT NULL,
    "to_day" TEXT NOT NULL,
    "import_id" TEXT NOT NULL,
    "row_number" INTEGER NOT NULL,

    PRIMARY KEY ("number", "from_day")
);

-- CreateTable
CREATE TABLE "training_completion" (
    "number" TEXT NOT NULL,
    "completed_at" DATETIME NOT NULL,
    "import_id" TEXT NOT NULL,
    "row_number" INTEGER NOT NULL,

    PRIMARY KEY ("number", "completed_at")
);

-- CreateTable
CREATE TABLE "exam_attempt" (
    "number" TEXT NOT NULL,
    "taken_at" DATETIME NOT NULL,
    "score" INTEGER NOT NULL,
    "import_id" TEXT NOT NULL,
    "row_number" INTEGER NOT NULL,

    PRIMARY KEY ("number", "taken_at")
);

-- CreateTable
CREATE TABLE "training_session" (
    "quarter" TEXT NOT NULL PRIMARY KEY,
    "held_on" TEXT NOT NULL,
    "import_id" TEXT NOT NULL,
    "row_number" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "partner" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "service" TEXT NOT NULL,
    "processes_personal_data" BOOLEAN NOT NULL,
    "data_classes" TEXT,
    "countries" TEXT,
    "criticality" TEXT,
    "onboarded" TEXT NOT NULL,
    "offboarded" TEXT,
    "import_id" TEXT NOT NULL,
    "row_number" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "partner_audit" (
    "partner_id" TEXT NOT NULL,
    "report_date" TEXT NOT NULL,
    "result" TEXT NOT NULL,
    "full_scope" BOOLEAN NOT NULL,
    "evidence_class" TEXT NOT NULL,
    "corrective_plan_on" TEXT,
    "import_id" TEXT NOT NULL,
    "row_number" INTEGER NOT NULL,

    PRIMARY KEY ("partner_id", "report_date"),
    CONSTRAINT "partner_audit_partner_id_fkey" FOREIGN KEY ("partner_id") REFERENCES "partner" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "incident" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "title" TEXT NOT NULL,
    "occurred" TEXT,
    "discovered" DATETIME,
    "confirmed" TEXT,
    "counted_year" INTEGER NOT NULL,
    "year_assumed" BOOLEAN NOT NULL,
    "disclosure" TEXT NOT NULL,
    "customer_data" BOOLEAN NOT NULL,
    "state" TEXT NOT NULL,
    "severity" TEXT,
    "cause" TEXT,
    "data_classes" TEXT,
    "partner_id" TEXT,
    "records" REAL,
    "records_to" REAL,
    "import_id" TEXT NOT NULL,
    "row_number" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "incident_notice" (
    "incident_id" TEXT NOT NULL,
    "duty" TEXT NOT NULL,
    "wanted" BOOLEAN NOT NULL,
    "notified_at" DATETIME,
    "facts" TEXT,
    "reference" TEXT,
    "reason" TEXT,
    "import_id" TEXT NOT NULL,
    "row_number" INTEGER NOT NULL,

    PRIMARY KEY ("incident_id", "duty")
);

-- CreateTable
CREATE TABLE "security_assessment" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "performed_on" TEXT NOT NULL,
    "full_scope" BOOLEAN NOT NULL,
    "import_id" TEXT NOT NULL,
    "row_number" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "policy_version" (
    "version" TEXT NOT NULL PRIMARY KEY,
    "approved_on" TEXT NOT NULL,
    "effective_on" TEXT,
    "import_id" TEXT NOT NULL,
    "row_number" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "policy_surface" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "url" TEXT,
    "languages" TEXT NOT NULL,
    "collects_personal_data" BOOLEAN NOT NULL,
    "active_from" TEXT NOT NULL,
    "active_to" TEXT,
    "import_id" TEXT NOT NULL,
    "row_number" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "policy_check" (
    "surface_id" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "published_on" TEXT NOT NULL,
    "checked_on" TEXT NOT NULL,
    "import_id" TEXT NOT NULL,
    "row_number" INTEGER NOT NULL,

    PRIMARY KEY ("surface_id", "language", "version", "checked_on"),
    CONSTRAINT "policy_check_surface_id_fkey" FOREIGN KEY ("surface_id") REFERENCES "policy_surface" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "policy_page" (
    "surface_id" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "url" TEXT,
    "import_id" TEXT NOT NULL,
    "row_number" INTEGER NOT NULL,

    PRIMARY KEY ("surface_id", "language"),
    CONSTRAINT "policy_page_surface_id_fkey" FOREIGN KEY ("surface_id") REFERENCES "policy_surface" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "policy_text" (
    "version" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "added_at" DATETIME NOT NULL,
    "added_by" TEXT NOT NULL,

    PRIMARY KEY ("version", "language")
);

-- CreateTable
CREATE TABLE "policy_fetch" (
    "surface_id" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "asked_at" DATETIME NOT NULL,
    "lease_until" DATETIME,
    "fence" INTEGER NOT NULL,

    PRIMARY KEY ("surface_id", "language")
);

-- CreateTable
CREATE TABLE "policy_proof" (
    "number" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "id" TEXT NOT NULL,
    "surface_id" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "checked_on" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "connected_to" TEXT,
    "status" INTEGER,
    "content_type" TEXT,
    "redirected_to" TEXT,
    "size" INTEGER,
    "digest" TEXT,
    "version" TEXT,
    "nearest_version" TEXT,
    "nearest_letters" INTEGER,
    "nearest_of" INTEGER,
    "lacks" TEXT,
    "keeps_bytes" BOOLEAN NOT NULL
);

-- CreateTable
CREATE TABLE "policy_bytes" (
    "digest" TEXT NOT NULL PRIMARY KEY,
    "bytes" BLOB NOT NULL
);

-- CreateIndex
CREATE UNIQUE INDEX "policy_proof_id_key" ON "policy_proof"("id");

-- CreateIndex
CREATE INDEX "policy_proof_surface_id_language_at_idx" ON "policy_proof"("surface_id", "language", "at");

-- CreateIndex
CREATE INDEX "policy_proof_digest_idx" ON "policy_proof"("digest");

-- CreateTable
CREATE TABLE "collection_point" (
    "point_id" TEXT NOT NULL,
    "field" TEXT NOT NULL,
    "form" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "mandatory" BOOLEAN NOT NULL,
    "needed" BOOLEAN NOT NULL,
    "purpose" TEXT NOT NULL,
    "notice_version" TEXT,
    "checked_on" TEXT NOT NULL,
    "import_id" TEXT NOT NULL,
    "row_number" INTEGER NOT NULL,

    PRIMARY KEY ("point_id", "field")
);

-- CreateTable
CREATE TABLE "partner_agreement" (
    "partner_id" TEXT NOT NULL,
    "signed_on" TEXT NOT NULL,
    "expires_on" TEXT,
    "import_id" TEXT NOT NULL,
    "row_number" INTEGER NOT NULL,

    PRIMARY KEY ("partner_id", "signed_on"),
    CONSTRAINT "partner_agreement_partner_id_fkey" FOREIGN KEY ("partner_id") REFERENCES "partner" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "privacy_meeting" (
    "held_on" TEXT NOT NULL PRIMARY KEY,
    "minutes" BOOLEAN NOT NULL,
    "actions_agreed" INTEGER NOT NULL,
    "actions_closed" INTEGER NOT NULL,
    "import_id" TEXT NOT NULL,
    "row_number" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "system" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "customer_data" BOOLEAN NOT NULL,
    "encrypted_at_rest" BOOLEAN NOT NULL,
    "encrypted_in_transit" BOOLEAN NOT NULL,
    "checked_on" TEXT NOT NULL,
    "import_id" TEXT NOT NULL,
    "row_number" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "security_scan" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "performed_on" TEXT NOT NULL,
    "import_id" TEXT NOT NULL,
    "row_number" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "audit_round" (
    "partner_id" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "scope" TEXT NOT NULL,
    "planned_on" TEXT NOT NULL,
    "sent_on" TEXT,
    "answered_on" TEXT,
    "reviewed_on" TEXT,
    "closed_on" TEXT,
    "import_id" TEXT NOT NULL,
    "row_number" INTEGER NOT NULL,

    PRIMARY KEY ("partner_id", "year")
);

-- CreateTable
CREATE TABLE "audit_finding" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "partner_id" TEXT NOT NULL,
    "found_on" TEXT NOT NULL,
    "finding" TEXT NOT NULL,
    "severity" TEXT NOT NULL,
    "action" TEXT,
    "owner" TEXT NOT NULL,
    "due_on" TEXT NOT NULL,
    "done_on" TEXT,
    "checked_on" TEXT,
    "effective" BOOLEAN,
    "import_id" TEXT NOT NULL,
    "row_number" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "security_finding" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "found_in" TEXT NOT NULL,
    "found_on" TEXT NOT NULL,
    "finding" TEXT NOT NULL,
    "severity" TEXT NOT NULL,
    "owner" TEXT NOT NULL,
    "due_on" TEXT NOT NULL,
    "fixed_on" TEXT,
    "import_id" TEXT NOT NULL,
    "row_number" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "bookings" (
    "month" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "import_id" TEXT NOT NULL,
    "row_number" INTEGER NOT NULL,

    PRIMARY KEY ("month", "channel")
);

-- CreateTable
CREATE TABLE "rights_case" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "code_hash" BLOB,
    "kind" TEXT NOT NULL,
    "regime" TEXT,
    "channel" TEXT NOT NULL DEFAULT 'page',
    "received_on" TEXT NOT NULL,
    "recorded_on" TEXT,
    "due_on" TEXT,
    "status" TEXT NOT NULL,
    "outcome" TEXT,
    "anonymous" BOOLEAN NOT NULL,
    "locale" TEXT NOT NULL,
    "contact_sealed" BLOB,
    "identity_checked_on" TEXT,
    "address_dropped_on" TEXT,
    "extended_on" TEXT,
    "answered_on" TEXT,
    "closed_on" TEXT
) WITHOUT ROWID;

-- CreateTable
CREATE TABLE "rights_message" (
    "case_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "author" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "text_sealed" BLOB NOT NULL,

    PRIMARY KEY ("case_id", "number"),
    CONSTRAINT "rights_message_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "rights_case" ("id") ON DELETE CASCADE ON UPDATE CASCADE
) WITHOUT ROWID;

-- CreateTable
CREATE TABLE "rights_case_change" (
    "case_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "day" TEXT NOT NULL,
    "changed_by" TEXT NOT NULL,
    "reason" TEXT,
    "before" TEXT,
    "after" TEXT NOT NULL,

    PRIMARY KEY ("case_id", "number"),
    CONSTRAINT "rights_case_change_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "rights_case" ("id") ON DELETE CASCADE ON UPDATE CASCADE
) WITHOUT ROWID;

-- CreateTable
CREATE TABLE "mailed_code" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "case_id" TEXT NOT NULL,
    "expires_at" DATETIME NOT NULL,
    "tries" INTEGER NOT NULL,
    CONSTRAINT "mailed_code_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "rights_case" ("id") ON DELETE CASCADE ON UPDATE CASCADE
) WITHOUT ROWID;

-- CreateTable
CREATE TABLE "whistle_report" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "code_hash" BLOB,
    "reporter" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "received_on" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "outcome" TEXT,
    "anonymous" BOOLEAN NOT NULL,
    "concerns_officer" BOOLEAN NOT NULL,
    "reporter_contact_sealed" BLOB,
    "acknowledged_on" TEXT,
    "examined_on" TEXT,
    "feedback_on" TEXT,
    "closed_on" TEXT
) WITHOUT ROWID;

-- CreateTable
CREATE TABLE "whistle_message" (
    "report_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "author" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "text_sealed" BLOB NOT NULL,

    PRIMARY KEY ("report_id", "number"),
    CONSTRAINT "whistle_message_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "whistle_report" ("id") ON DELETE CASCADE ON UPDATE CASCADE
) WITHOUT ROWID;

-- Tells that a register changed, so that what was counted of the registers is counted anew. One row.
-- CreateTable
CREATE TABLE "register_revision" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT DEFAULT 1,
    "revision" INTEGER NOT NULL
);

INSERT INTO "register_revision" ("id", "revision") VALUES (1, 0);

-- CreateTable
CREATE TABLE "job_run" (
    "job" TEXT NOT NULL,
    "period" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "late" BOOLEAN NOT NULL DEFAULT false,
    "lease_until" DATETIME,
    "fence" INTEGER NOT NULL DEFAULT 0,
    "finished_at" DATETIME,
    "outcome" TEXT,

    PRIMARY KEY ("job", "period")
);

-- CreateIndex
CREATE UNIQUE INDEX "user_email_key" ON "user"("email");

-- CreateIndex
CREATE UNIQUE INDEX "session_token_key" ON "session"("token");

-- CreateIndex
CREATE INDEX "session_user_id_idx" ON "session"("user_id");

-- CreateIndex
CREATE INDEX "account_user_id_idx" ON "account"("user_id");

-- CreateIndex
CREATE INDEX "verification_identifier_idx" ON "verification"("identifier");

-- CreateIndex
CREATE UNIQUE INDEX "rate_limit_key_key" ON "rate_limit"("key");

-- CreateIndex
CREATE UNIQUE INDEX "traveler_customer_number_key" ON "traveler"("customer_number");

-- CreateIndex
CREATE UNIQUE INDEX "traveler_email_key_key" ON "traveler"("email_key");

-- CreateIndex
CREATE UNIQUE INDEX "wave_period_key" ON "wave"("period");

-- CreateIndex
CREATE UNIQUE INDEX "rule_change_number_key" ON "rule_change"("number");

-- CreateIndex
CREATE INDEX "close_change_wave_id_idx" ON "close_change"("wave_id");

-- CreateIndex
CREATE UNIQUE INDEX "cell_wave_id_trip_type_channel_region_language_key" ON "cell"("wave_id", "trip_type", "channel", "region", "language");

-- CreateIndex
CREATE UNIQUE INDEX "invitation_wave_id_traveler_id_key" ON "invitation"("wave_id", "traveler_id");

-- CreateIndex
CREATE INDEX "improvement_period_idx" ON "improvement"("period");

-- CreateIndex
CREATE INDEX "period_freeze_period_idx" ON "period_freeze"("period");

-- CreateIndex
CREATE INDEX "period_reopening_period_idx" ON "period_reopening"("period");

-- CreateIndex
CREATE UNIQUE INDEX "seal_head_key" ON "seal"("head");

-- CreateIndex
CREATE UNIQUE INDEX "seal_period_version_key" ON "seal"("period", "version");

-- CreateIndex
CREATE UNIQUE INDEX "audit_sample_seal_number_key" ON "audit_sample"("seal_number");

-- CreateIndex
CREATE UNIQUE INDEX "audit_sample_head_key" ON "audit_sample"("head");

-- CreateIndex
CREATE INDEX "audit_sample_period_idx" ON "audit_sample"("period");

-- CreateIndex
CREATE INDEX "published_report_period_idx" ON "published_report"("period");

-- CreateIndex
CREATE INDEX "remedy_period_idx" ON "remedy"("period");

-- CreateIndex
CREATE UNIQUE INDEX "letter_dedupe_key_key" ON "letter"("dedupe_key");

-- CreateIndex
CREATE INDEX "letter_queue_idx" ON "letter"("wave_id", "not_before") WHERE "state" = 'queued';

-- CreateIndex
CREATE INDEX "letter_ended_idx" ON "letter"("wave_id", "kind", "state") WHERE "state" <> 'queued';

-- CreateIndex
CREATE INDEX "letter_recipient_id_idx" ON "letter"("recipient_id");

-- CreateIndex
CREATE INDEX "column_mapping_register_heading_set_idx" ON "column_mapping"("register", "heading_set");

-- CreateIndex
CREATE INDEX "register_change_register_key_idx" ON "register_change"("register", "key");

-- CreateIndex
CREATE INDEX "evidence_attachment_register_key_idx" ON "evidence_attachment"("register", "key");

-- CreateIndex
CREATE INDEX "evidence_attachment_file_digest_idx" ON "evidence_attachment"("file_digest");

-- CreateIndex
CREATE INDEX "staff_role_start_day_idx" ON "staff_role"("start_day");

-- CreateIndex
CREATE INDEX "incident_counted_year_idx" ON "incident"("counted_year");

-- CreateIndex
CREATE UNIQUE INDEX "rights_case_code_hash_key" ON "rights_case"("code_hash");

-- CreateIndex
CREATE INDEX "rights_case_closed_on_idx" ON "rights_case"("closed_on");

-- CreateIndex
CREATE UNIQUE INDEX "whistle_report_code_hash_key" ON "whistle_report"("code_hash");

-- CreateIndex
CREATE INDEX "whistle_report_closed_on_idx" ON "whistle_report"("closed_on");

-- CreateIndex
CREATE UNIQUE INDEX "mailed_code_case_id_key" ON "mailed_code"("case_id");

-- Every table that facts are counted from.
CREATE TRIGGER "staff_role_insert_counts" AFTER INSERT ON "staff_role" BEGIN UPDATE "register_revision" SET "revision" = "revision" + 1; END;
CREATE TRIGGER "staff_role_update_counts" AFTER UPDATE ON "staff_role" BEGIN UPDATE "register_revision" SET "revision" = "revision" + 1; END;
CREATE TRIGGER "staff_role_delete_counts" AFTER DELETE ON "staff_role" BEGIN UPDATE "register_revision" SET "revision" = "revision" + 1; END;
CREATE TRIGGER "staff_leave_insert_counts" AFTER INSERT ON "staff_leave" BEGIN UPDATE "register_revision" SET "revision" = "revision" + 1; END;
CREATE TRIGGER "staff_leave_update_counts" AFTER UPDATE ON "staff_leave" BEGIN UPDATE "register_revision" SET "revision" = "revision" + 1; END;
CREATE TRIGGER "staff_leave_delete_counts" AFTER DELETE ON "staff_leave" BEGIN UPDATE "register_revision" SET "revision" = "revision" + 1; END;
CREATE TRIGGER "training_completion_insert_counts" AFTER INSERT ON "training_completion" BEGIN UPDATE "register_revision" SET "revision" = "revision" + 1; END;
CREATE TRIGGER "training_completion_update_counts" AFTER UPDATE ON "training_completion" BEGIN UPDATE "register_revision" SET "revision" = "revision" + 1; END;
CREATE TRIGGER "training_completion_delete_counts" AFTER DELETE ON "training_completion" BEGIN UPDATE "register_revision" SET "revision" = "revision" + 1; END;
CREATE TRIGGER "exam_attempt_insert_counts" AFTER INSERT ON "exam_attempt" BEGIN UPDATE "register_revision" SET "revision" = "revision" + 1; END;
CREATE TRIGGER "exam_attempt_update_counts" AFTER UPDATE ON "exam_attempt" BEGIN UPDATE "register_revision" SET "revision" = "revision" + 1; END;
CREATE TRIGGER "exam_attempt_delete_counts" AFTER DELETE ON "exam_attempt" BEGIN UPDATE "register_revision" SET "revision" = "revision" + 1; END;
CREATE TRIGGER "training_session_insert_counts" AFTER INSERT ON "training_session" BEGIN UPDATE "register_revision" SET "revision" = "revision" + 1; END;
CREATE TRIGGER "training_session_update_counts" AFTER UPDATE ON "training_session" BEGIN UPDATE "register_revision" SET "revision" = "revision" + 1; END;
CREATE TRIGGER "training_session_delete_counts" AFTER DELETE ON "training_session" BEGIN UPDATE "register_revision" SET "revision" = "revision" + 1; END;
CREATE TRIGGER "partner_insert_counts" AFTER INSERT ON "partner" BEGIN UPDATE "register_revision" SET "revision" = "revision" + 1; END;
CREATE TRIGGER "partner_update_counts" AFTER UPDATE ON "partner" BEGIN UPDATE "register_revision" SET "revision" = "revision" + 1; END;
CREATE TRIGGER "partner_delete_counts" AFTER DELETE ON "partner" BEGIN UPDATE "register_revision" SET "revision" = "revision" + 1; END;
CREATE TRIGGER "partner_audit_insert_counts" AFTER INSERT ON "partner_audit" BEGIN UPDATE "register_revision" SET "revision" = "revision" + 1; END;
CREATE TRIGGER "partner_audit_update_counts" AFTER UPDATE ON "partner_audit" BEGIN UPDATE "register_revision" SET "revision" = "revision" + 1; END;
CREATE TRIGGER "partner_audit_delete_counts" AFTER DELETE ON "partner_audit" BEGIN UPDATE "register_revision" SET "revision" = "revision" + 1; END;
CREATE TRIGGER "incident_insert_counts" AFTER INSERT ON "incident" BEGIN UPDATE "register_revision" SET "revision" = "revision" + 1; END;
CREATE TRIGGER "incident_update_counts" AFTER UPDATE ON "incident" BEGIN UPDATE "register_revision" SET "revision" = "revision" + 1; END;
CREATE TRIGGER "incident_delete_counts" AFTER DELETE ON "incident" BEGIN UPDATE "register_revision" SET "revision" = "revision" + 1; END;
CREATE TRIGGER "incident_notice_insert_counts" AFTER INSERT ON "incident_notice" BEGIN UPDATE "register_revision" SET "revision" = "revision" + 1; END;
CREATE TRIGGER "incident_notice_update_counts" AFTER UPDATE ON "incident_notice" BEGIN UPDATE "register_revision" SET "revision" = "revision" + 1; END;
CREATE TRIGGER "incident_notice_delete_counts" AFTER DELETE ON "incident_notice" BEGIN UPDATE "register_revision" SET "revision" = "revision" + 1; END;
CREATE TRIGGER "security_assessment_insert_counts" AFTER INSERT ON "security_assessment" BEGIN UPDATE "register_revision" SET "revision" = "revision" + 1; END;
CREATE TRIGGER "security_assessment_update_counts" AFTER UPDATE ON "security_assessment" BEGIN UPDATE "register_revision" SET "revision" = "revision" + 1; END;
CREATE TRIGGER "security_assessment_delete_counts" AFTER DELETE ON "security_assessment" BEGIN UPDATE "register_revision" SET "revision" = "revision" + 1; END;
CREATE TRIGGER "policy_version_insert_counts" AFTER INSERT ON "policy_version" BEGIN UPDATE "register_revision" SET "revision" = "revision" + 1; END;
CREATE TRIGGER "policy_version_update_counts" AFTER UPDATE ON "policy_version" BEGIN UPDATE "register_revision" SET "revision" = "revision" + 1; END;
CREATE TRIGGER "policy_version_delete_counts" AFTER DELETE ON "policy_version" BEGIN UPDATE "register_revision" SET "revision" = "revision" + 1; END;
CREATE TRIGGER "policy_surface_insert_counts" AFTER INSERT ON "policy_surface" BEGIN UPDATE "register_revision" SET "revision" = "revision" + 1; END;
CREATE TRIGGER "policy_surface_update_counts" AFTER UPDATE ON "policy_surface" BEGIN UPDATE "register_revision" SET "revision" = "revision" + 1; END;
CREATE TRIGGER "policy_surface_delete_counts" AFTER DELETE ON "policy_surface" BEGIN UPDATE "register_revision" SET "revision" = "revision" + 1; END;
CREATE TRIGGER "policy_check_insert_counts" AFTER INSERT ON "policy_check" BEGIN UPDATE "register_revision" SET "revision" = "revision" + 1; END;
CREATE TRIGGER "policy_check_update_counts" AFTER UPDATE ON "policy_check" BEGIN UPDATE "register_revision" SET "revision" = "revision" + 1; END;
CREATE TRIGGER "policy_check_delete_counts" AFTER DELETE ON "policy_check" BEGIN UPDATE "register_revision" SET "revision" = "revision" + 1; END;
CREATE TRIGGER "policy_page_insert_counts" AFTER INSERT ON "policy_page" BEGIN UPDATE "register_revision" SET "revision" = "revision" + 1; END;
CREATE TRIGGER "policy_page_update_counts" AFTER UPDATE ON "policy_page" BEGIN UPDATE "register_revision" SET "revision" = "revision" + 1; END;
CREATE TRIGGER "policy_page_delete_counts" AFTER DELETE ON "policy_page" BEGIN UPDATE "register_revision" SET "revision" = "revision" + 1; END;
CREATE TRIGGER "collection_point_insert_counts" AFTER INSERT ON "collection_point" BEGIN UPDATE "register_revision" SET "revision" = "revision" + 1; END;
CREATE TRIGGER "collection_point_update_counts" AFTER UPDATE ON "collection_point" BEGIN UPDATE "register_revision" SET "revision" = "revision" + 1; END;
CREATE TRIGGER "collection_point_delete_counts" AFTER DELETE ON "collection_point" BEGIN UPDATE "register_revision" SET "revision" = "revision" + 1; END;
CREATE TRIGGER "partner_agreement_insert_counts" AFTER INSERT ON "partner_agreement" BEGIN UPDATE "register_revision" SET "revision" = "revision" + 1; END;
CREATE TRIGGER "partner_agreement_update_counts" AFTER UPDATE ON "partner_agreement" BEGIN UPDATE "register_revision" SET "revision" = "revision" + 1; END;
CREATE TRIGGER "partner_agreement_delete_counts" AFTER DELETE ON "partner_agreement" BEGIN UPDATE "register_revision" SET "revision" = "revision" + 1; END;
CREATE TRIGGER "privacy_meeting_insert_counts" AFTER INSERT ON "privacy_meeting" BEGIN UPDATE "register_revision" SET "revision" = "revision" + 1; END;
CREATE TRIGGER "privacy_meeting_update_counts" AFTER UPDATE ON "privacy_meeting" BEGIN UPDATE "register_revision" SET "revision" = "revision" + 1; END;
CREATE TRIGGER "privacy_meeting_delete_counts" AFTER DELETE ON "privacy_meeting" BEGIN UPDATE "register_revision" SET "revision" = "revision" + 1; END;
CREATE TRIGGER "system_insert_counts" AFTER INSERT ON "system" BEGIN UPDATE "register_revision" SET "revision" = "revision" + 1; END;
CREATE TRIGGER "system_update_counts" AFTER UPDATE ON "system" BEGIN UPDATE "register_revision" SET "revision" = "revision" + 1; END;
CREATE TRIGGER "system_delete_counts" AFTER DELETE ON "system" BEGIN UPDATE "register_revision" SET "revision" = "revision" + 1; END;
CREATE TRIGGER "security_scan_insert_counts" AFTER INSERT ON "security_scan" BEGIN UPDATE "register_revision" SET "revision" = "revision" + 1; END;
CREATE TRIGGER "security_scan_update_counts" AFTER UPDATE ON "security_scan" BEGIN UPDATE "register_revision" SET "revision" = "revision" + 1; END;
CREATE TRIGGER "security_scan_delete_counts" AFTER DELETE ON "security_scan" BEGIN UPDATE "register_revision" SET "revision" = "revision" + 1; END;
CREATE TRIGGER "audit_round_insert_counts" AFTER INSERT ON "audit_round" BEGIN UPDATE "register_revision" SET "revision" = "revision" + 1; END;
CREATE TRIGGER "audit_round_update_counts" AFTER UPDATE ON "audit_round" BEGIN UPDATE "register_revision" SET "revision" = "revision" + 1; END;
CREATE TRIGGER "audit_round_delete_counts" AFTER DELETE ON "audit_round" BEGIN UPDATE "register_revision" SET "revision" = "revision" + 1; END;
CREATE TRIGGER "audit_finding_insert_counts" AFTER INSERT ON "audit_finding" BEGIN UPDATE "register_revision" SET "revision" = "revision" + 1; END;
CREATE TRIGGER "audit_finding_update_counts" AFTER UPDATE ON "audit_finding" BEGIN UPDATE "register_revision" SET "revision" = "revision" + 1; END;
CREATE TRIGGER "audit_finding_delete_counts" AFTER DELETE ON "audit_finding" BEGIN UPDATE "register_revision" SET "revision" = "revision" + 1; END;
CREATE TRIGGER "security_finding_insert_counts" AFTER INSERT ON "security_finding" BEGIN UPDATE "register_revision" SET "revision" = "revision" + 1; END;
CREATE TRIGGER "security_finding_update_counts" AFTER UPDATE ON "security_finding" BEGIN UPDATE "register_revision" SET "revision" = "revision" + 1; END;
CREATE TRIGGER "security_finding_delete_counts" AFTER DELETE ON "security_finding" BEGIN UPDATE "register_revision" SET "revision" = "revision" + 1; END;
CREATE TRIGGER "policy_proof_insert_counts" AFTER INSERT ON "policy_proof" BEGIN UPDATE "register_revision" SET "revision" = "revision" + 1; END;
CREATE TRIGGER "policy_proof_update_counts" AFTER UPDATE ON "policy_proof" BEGIN UPDATE "register_revision" SET "revision" = "revision" + 1; END;
CREATE TRIGGER "policy_proof_delete_counts" AFTER DELETE ON "policy_proof" BEGIN UPDATE "register_revision" SET "revision" = "revision" + 1; END;
CREATE TRIGGER "bookings_insert_counts" AFTER INSERT ON "bookings" BEGIN UPDATE "register_revision" SET "revision" = "revision" + 1; END;
CREATE TRIGGER "bookings_update_counts" AFTER UPDATE ON "bookings" BEGIN UPDATE "register_revision" SET "revision" = "revision" + 1; END;
CREATE TRIGGER "bookings_delete_counts" AFTER DELETE ON "bookings" BEGIN UPDATE "register_revision" SET "revision" = "revision" + 1; END;
CREATE TRIGGER "rule_change_insert_counts" AFTER INSERT ON "rule_change" BEGIN UPDATE "register_revision" SET "revision" = "revision" + 1; END;
CREATE TRIGGER "rule_change_update_counts" AFTER UPDATE ON "rule_change" BEGIN UPDATE "register_revision" SET "revision" = "revision" + 1; END;
CREATE TRIGGER "rule_change_update_refused" BEFORE UPDATE OF "id", "kind", "setting", "value", "goal", "applies_from", "reason", "document", "proposed_by_id", "proposed_by", "proposed_mailbox", "proposed_at", "decision", "decided_by_id", "decided_by", "decided_at", "number" ON "rule_change" WHEN OLD."decision" IS NOT NULL BEGIN SELECT RAISE(ABORT, 'a decided change of the rules stays as it is'); END;
CREATE TRIGGER "rule_change_delete_refused" BEFORE DELETE ON "rule_change" BEGIN SELECT RAISE(ABORT, 'the history of the rules is kept'); END;
CREATE TRIGGER "import_file_insert_counts" AFTER INSERT ON "import_file" BEGIN UPDATE "register_revision" SET "revision" = "revision" + 1; END;
CREATE TRIGGER "import_file_update_counts" AFTER UPDATE ON "import_file" BEGIN UPDATE "register_revision" SET "revision" = "revision" + 1; END;
CREATE TRIGGER "import_file_delete_counts" AFTER DELETE ON "import_file" BEGIN UPDATE "register_revision" SET "revision" = "revision" + 1; END;
