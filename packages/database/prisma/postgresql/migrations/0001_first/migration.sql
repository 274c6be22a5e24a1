-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "organisation" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "name_zh" TEXT COLLATE "C" NOT NULL,
    "name_en" TEXT COLLATE "C" NOT NULL,
    "contact_email" TEXT COLLATE "C" NOT NULL,
    "programme_start" TEXT COLLATE "C" NOT NULL,
    "founded_on" TEXT COLLATE "C",
    "baseline_year" INTEGER,
    "sample" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "organisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "programme_start_change" (
    "number" INTEGER NOT NULL,
    "from_day" TEXT COLLATE "C" NOT NULL,
    "to_day" TEXT COLLATE "C" NOT NULL,
    "reason" TEXT COLLATE "C" NOT NULL,
    "changed_at" TIMESTAMP(3) NOT NULL,
    "changed_by" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "programme_start_change_pkey" PRIMARY KEY ("number")
);

-- CreateTable
CREATE TABLE "installation" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "database_id" TEXT COLLATE "C" NOT NULL,
    "key_check" BYTEA NOT NULL,
    "version" TEXT COLLATE "C" NOT NULL,
    "restored_at" TIMESTAMP(3),
    "backed_up_at" TIMESTAMP(3),

    CONSTRAINT "installation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "programme" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "runs" BOOLEAN NOT NULL,
    "runs_since" TIMESTAMP(3),
    "mode" TEXT COLLATE "C" NOT NULL,
    "sample_size" INTEGER,
    "days_open" INTEGER NOT NULL,
    "first_reminder_days" INTEGER NOT NULL,
    "last_reminder_days" INTEGER NOT NULL,
    "letter_limit" INTEGER NOT NULL,
    "local_holidays" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "programme_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "checklist" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "basis_profiles" INTEGER,
    "notice_version" TEXT COLLATE "C",
    "assessed_on" TEXT COLLATE "C",
    "backup_days" INTEGER,
    "persons_abroad" INTEGER,
    "confirmed_at" TIMESTAMP(3) NOT NULL,
    "confirmed_by" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "checklist_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mail_route" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "accepted_at" TIMESTAMP(3),
    "folder_chosen_at" TIMESTAMP(3),
    "folder_chosen_by" TEXT COLLATE "C",

    CONSTRAINT "mail_route_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "opening_question" (
    "period" TEXT COLLATE "C" NOT NULL,
    "reason" TEXT COLLATE "C" NOT NULL,
    "due_at" TIMESTAMP(3) NOT NULL,
    "asked_at" TIMESTAMP(3) NOT NULL,
    "left_out_at" TIMESTAMP(3),
    "left_out_by" TEXT COLLATE "C",

    CONSTRAINT "opening_question_pkey" PRIMARY KEY ("period")
);

-- CreateTable
CREATE TABLE "user" (
    "id" TEXT COLLATE "C" NOT NULL,
    "name" TEXT COLLATE "C" NOT NULL,
    "email" TEXT COLLATE "C" NOT NULL,
    "email_verified" BOOLEAN NOT NULL,
    "image" TEXT COLLATE "C",
    "role" TEXT COLLATE "C" NOT NULL,
    "locale" TEXT COLLATE "C" NOT NULL,
    "created_at" TIMESTAMP(3) NOT NULL,
    "updated_at" TIMESTAMP(3) NOT NULL,
    "last_sign_in_on" TEXT COLLATE "C",
    "role_since" TIMESTAMP(3),
    "two_factor_enabled" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "two_factor" (
    "id" TEXT COLLATE "C" NOT NULL,
    "user_id" TEXT COLLATE "C" NOT NULL,
    "secret" TEXT COLLATE "C" NOT NULL,
    "backup_codes" TEXT COLLATE "C" NOT NULL,
    "verified" BOOLEAN NOT NULL DEFAULT false,
    "failed_verification_count" INTEGER NOT NULL DEFAULT 0,
    "locked_until" TIMESTAMP(3),

    CONSTRAINT "two_factor_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "second_factor_rule" (
    "role" TEXT COLLATE "C" NOT NULL,
    "required_at" TIMESTAMP(3) NOT NULL,
    "required_by" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "second_factor_rule_pkey" PRIMARY KEY ("role")
);

-- CreateTable
CREATE TABLE "second_factor_reset" (
    "id" TEXT COLLATE "C" NOT NULL,
    "user_id" TEXT COLLATE "C" NOT NULL,
    "name" TEXT COLLATE "C" NOT NULL,
    "mailbox" BYTEA NOT NULL,
    "asked_by_id" TEXT COLLATE "C" NOT NULL,
    "asked_by" TEXT COLLATE "C" NOT NULL,
    "asked_mailbox" BYTEA NOT NULL,
    "asked_at" TIMESTAMP(3) NOT NULL,
    "confirmed_by_id" TEXT COLLATE "C",
    "confirmed_by" TEXT COLLATE "C",
    "confirmed_at" TIMESTAMP(3),

    CONSTRAINT "second_factor_reset_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "password_reset" (
    "id" TEXT COLLATE "C" NOT NULL,
    "user_id" TEXT COLLATE "C" NOT NULL,
    "recovers" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMP(3) NOT NULL,
    "expires_at" TIMESTAMP(3) NOT NULL,
    "used_at" TIMESTAMP(3),

    CONSTRAINT "password_reset_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "officer_recovery" (
    "id" TEXT COLLATE "C" NOT NULL,
    "name" TEXT COLLATE "C" NOT NULL,
    "made_at" TIMESTAMP(3) NOT NULL,
    "used_at" TIMESTAMP(3),

    CONSTRAINT "officer_recovery_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" TEXT COLLATE "C" NOT NULL,
    "token" TEXT COLLATE "C" NOT NULL,
    "user_id" TEXT COLLATE "C" NOT NULL,
    "expires_at" TIMESTAMP(3) NOT NULL,
    "ip_address" TEXT COLLATE "C",
    "user_agent" TEXT COLLATE "C",
    "created_at" TIMESTAMP(3) NOT NULL,
    "updated_at" TIMESTAMP(3) NOT NULL,
    "provider_factor" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account" (
    "id" TEXT COLLATE "C" NOT NULL,
    "account_id" TEXT COLLATE "C" NOT NULL,
    "provider_id" TEXT COLLATE "C" NOT NULL,
    "user_id" TEXT COLLATE "C" NOT NULL,
    "access_token" TEXT COLLATE "C",
    "refresh_token" TEXT COLLATE "C",
    "id_token" TEXT COLLATE "C",
    "access_token_expires_at" TIMESTAMP(3),
    "refresh_token_expires_at" TIMESTAMP(3),
    "scope" TEXT COLLATE "C",
    "password" TEXT COLLATE "C",
    "created_at" TIMESTAMP(3) NOT NULL,
    "updated_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "verification" (
    "id" TEXT COLLATE "C" NOT NULL,
    "identifier" TEXT COLLATE "C" NOT NULL,
    "value" TEXT COLLATE "C" NOT NULL,
    "expires_at" TIMESTAMP(3) NOT NULL,
    "created_at" TIMESTAMP(3) NOT NULL,
    "updated_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "verification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "id" TEXT COLLATE "C" NOT NULL,
    "key" TEXT COLLATE "C" NOT NULL,
    "count" INTEGER NOT NULL,
    "last_request" BIGINT NOT NULL,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "user_invitation" (
    "id" TEXT COLLATE "C" NOT NULL,
    "email" TEXT COLLATE "C",
    "role" TEXT COLLATE "C" NOT NULL,
    "locale" TEXT COLLATE "C" NOT NULL,
    "invited_by" TEXT COLLATE "C",
    "created_at" TIMESTAMP(3) NOT NULL,
    "expires_at" TIMESTAMP(3) NOT NULL,
    "accepted_at" TIMESTAMP(3),

    CONSTRAINT "user_invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "appointment" (
    "id" TEXT COLLATE "C" NOT NULL,
    "user_id" TEXT COLLATE "C",
    "name" TEXT COLLATE "C",
    "role" TEXT COLLATE "C" NOT NULL,
    "mailbox" BYTEA NOT NULL,
    "appointed_by_id" TEXT COLLATE "C" NOT NULL,
    "appointed_by" TEXT COLLATE "C" NOT NULL,
    "appointed_mailbox" BYTEA NOT NULL,
    "appointed_at" TIMESTAMP(3) NOT NULL,
    "confirmed_by_id" TEXT COLLATE "C",
    "confirmed_by" TEXT COLLATE "C",
    "confirmed_at" TIMESTAMP(3),

    CONSTRAINT "appointment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "former_user" (
    "id" TEXT COLLATE "C" NOT NULL,
    "name" TEXT COLLATE "C" NOT NULL,
    "role" TEXT COLLATE "C" NOT NULL,
    "removed_at" TIMESTAMP(3) NOT NULL,
    "removed_by_id" TEXT COLLATE "C" NOT NULL,
    "removed_by" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "former_user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "barred_sign_in" (
    "hash" BYTEA NOT NULL,
    "former_user_id" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "barred_sign_in_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "api_key" (
    "id" TEXT COLLATE "C" NOT NULL,
    "name" TEXT COLLATE "C" NOT NULL,
    "scope" TEXT COLLATE "C" NOT NULL,
    "key_hash" BYTEA,
    "created_at" TIMESTAMP(3) NOT NULL,
    "created_by_id" TEXT COLLATE "C" NOT NULL,
    "created_by" TEXT COLLATE "C" NOT NULL,
    "last_used_on" TEXT COLLATE "C",
    "revoked_at" TIMESTAMP(3),

    CONSTRAINT "api_key_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "api_answer" (
    "key_id" TEXT COLLATE "C" NOT NULL,
    "asked_as" BYTEA NOT NULL,
    "body_hash" BYTEA NOT NULL,
    "answer" TEXT COLLATE "C" NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "api_answer_pkey" PRIMARY KEY ("key_id","asked_as")
);

-- CreateTable
CREATE TABLE "questionnaire" (
    "id" TEXT COLLATE "C" NOT NULL,
    "version" INTEGER NOT NULL,
    "definition" TEXT COLLATE "C" NOT NULL,
    "published_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "questionnaire_pkey" PRIMARY KEY ("id","version")
);

-- CreateTable
CREATE TABLE "traveler" (
    "id" TEXT COLLATE "C" NOT NULL,
    "customer_number" TEXT COLLATE "C" NOT NULL,
    "email_sealed" BYTEA NOT NULL,
    "email_key" BYTEA NOT NULL,
    "locale" TEXT COLLATE "C" NOT NULL,
    "trip_type" TEXT COLLATE "C" NOT NULL,
    "channel" TEXT COLLATE "C" NOT NULL,
    "region" TEXT COLLATE "C" NOT NULL,
    "last_trip" TEXT COLLATE "C" NOT NULL,
    "adult" BOOLEAN NOT NULL,
    "residence" TEXT COLLATE "C",
    "basis" TEXT COLLATE "C",
    "basis_wording" TEXT COLLATE "C",
    "basis_names_surveys" BOOLEAN NOT NULL DEFAULT false,
    "basis_notice" BOOLEAN NOT NULL DEFAULT false,
    "basis_source" TEXT COLLATE "C",
    "basis_date" TEXT COLLATE "C",
    "basis_holds" BOOLEAN NOT NULL DEFAULT false,
    "import_id" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "traveler_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "wave_opening" (
    "wave_id" TEXT COLLATE "C" NOT NULL,
    "period" TEXT COLLATE "C" NOT NULL,
    "lease_until" TIMESTAMP(3),

    CONSTRAINT "wave_opening_pkey" PRIMARY KEY ("wave_id")
);

-- CreateTable
CREATE TABLE "wave" (
    "id" TEXT COLLATE "C" NOT NULL,
    "period" TEXT COLLATE "C" NOT NULL,
    "status" TEXT COLLATE "C" NOT NULL,
    "mode" TEXT COLLATE "C" NOT NULL,
    "seed" TEXT COLLATE "C",
    "questionnaire_id" TEXT COLLATE "C" NOT NULL,
    "questionnaire_version" INTEGER NOT NULL,
    "rule_version" TEXT COLLATE "C" NOT NULL,
    "minimum_for_status" INTEGER NOT NULL,
    "smallest_group" INTEGER NOT NULL,
    "registered_count" INTEGER NOT NULL,
    "frame_count" INTEGER NOT NULL,
    "invited_count" INTEGER NOT NULL,
    "merge_map" TEXT COLLATE "C" NOT NULL,
    "opened_at" TIMESTAMP(3) NOT NULL,
    "closes_at" TIMESTAMP(3) NOT NULL,
    "sealed_closes_at" TIMESTAMP(3) NOT NULL,
    "first_reminder_days" INTEGER NOT NULL,
    "last_reminder_days" INTEGER NOT NULL,
    "letter_limit" INTEGER NOT NULL,
    "checklist" TEXT COLLATE "C" NOT NULL,
    "reminded_at" TIMESTAMP(3),
    "closed_at" TIMESTAMP(3),
    "unlinked_at" TIMESTAMP(3),
    "answers_deleted_at" TIMESTAMP(3),
    "answers_digest" TEXT COLLATE "C",
    "paused_at" TIMESTAMP(3),
    "pause_reason" TEXT COLLATE "C",
    "tried_at_resume" INTEGER NOT NULL DEFAULT 0,
    "refused_at_resume" INTEGER NOT NULL DEFAULT 0,
    "delivered_count" INTEGER NOT NULL DEFAULT 0,
    "written_count" INTEGER NOT NULL DEFAULT 0,
    "reminded_count" INTEGER NOT NULL DEFAULT 0,
    "reminded_again_count" INTEGER NOT NULL DEFAULT 0,
    "answered_count" INTEGER NOT NULL DEFAULT 0,
    "withdrawn_count" INTEGER NOT NULL DEFAULT 0,
    "published_step" TEXT COLLATE "C",

    CONSTRAINT "wave_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "open_wave_count" (
    "wave_id" TEXT COLLATE "C" NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "delivered" INTEGER NOT NULL,
    "written" INTEGER NOT NULL DEFAULT 0,
    "reminded" INTEGER NOT NULL,
    "reminded_again" INTEGER NOT NULL,
    "answered" INTEGER NOT NULL,
    "withdrawn" INTEGER NOT NULL,
    "days" TEXT COLLATE "C" NOT NULL,
    "reminders_tried" INTEGER NOT NULL,
    "reminders_refused" INTEGER NOT NULL,

    CONSTRAINT "open_wave_count_pkey" PRIMARY KEY ("wave_id")
);

-- CreateTable
CREATE TABLE "close_change" (
    "id" TEXT COLLATE "C" NOT NULL,
    "wave_id" TEXT COLLATE "C" NOT NULL,
    "closes_on" TEXT COLLATE "C",
    "reason" TEXT COLLATE "C" NOT NULL,
    "proposed_by_id" TEXT COLLATE "C" NOT NULL,
    "proposed_by" TEXT COLLATE "C" NOT NULL,
    "proposed_mailbox" BYTEA NOT NULL,
    "proposed_at" TIMESTAMP(3) NOT NULL,
    "decision" TEXT COLLATE "C",
    "decided_by_id" TEXT COLLATE "C",
    "decided_by" TEXT COLLATE "C",
    "decided_at" TIMESTAMP(3),

    CONSTRAINT "close_change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rule_change" (
    "id" TEXT COLLATE "C" NOT NULL,
    "kind" TEXT COLLATE "C" NOT NULL,
    "setting" TEXT COLLATE "C",
    "value" INTEGER,
    "goal" TEXT COLLATE "C",
    "row_key" TEXT COLLATE "C",
    "row_label" TEXT COLLATE "C",
    "applies_from" TEXT COLLATE "C" NOT NULL,
    "reason" TEXT COLLATE "C" NOT NULL,
    "document" TEXT COLLATE "C",
    "proposed_by_id" TEXT COLLATE "C" NOT NULL,
    "proposed_by" TEXT COLLATE "C" NOT NULL,
    "proposed_mailbox" BYTEA NOT NULL,
    "proposed_at" TIMESTAMP(3) NOT NULL,
    "decision" TEXT COLLATE "C",
    "decided_by_id" TEXT COLLATE "C",
    "decided_by" TEXT COLLATE "C",
    "decided_at" TIMESTAMP(3),
    "number" INTEGER,

    CONSTRAINT "rule_change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "wave_skip" (
    "wave_id" TEXT COLLATE "C" NOT NULL,
    "stage" TEXT COLLATE "C" NOT NULL,
    "reason" TEXT COLLATE "C" NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "wave_skip_pkey" PRIMARY KEY ("wave_id","stage","reason")
);

-- CreateTable
CREATE TABLE "cell" (
    "id" TEXT COLLATE "C" NOT NULL,
    "wave_id" TEXT COLLATE "C" NOT NULL,
    "trip_type" TEXT COLLATE "C" NOT NULL,
    "channel" TEXT COLLATE "C" NOT NULL,
    "region" TEXT COLLATE "C" NOT NULL,
    "language" TEXT COLLATE "C" NOT NULL,
    "invited_count" INTEGER NOT NULL,
    "base_weight" DOUBLE PRECISION NOT NULL,

    CONSTRAINT "cell_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "frame_margin" (
    "wave_id" TEXT COLLATE "C" NOT NULL,
    "margin" TEXT COLLATE "C" NOT NULL,
    "category" TEXT COLLATE "C" NOT NULL,
    "eligible" INTEGER NOT NULL,

    CONSTRAINT "frame_margin_pkey" PRIMARY KEY ("wave_id","margin","category")
);

-- CreateTable
CREATE TABLE "invitation" (
    "id" TEXT COLLATE "C" NOT NULL,
    "wave_id" TEXT COLLATE "C" NOT NULL,
    "traveler_id" TEXT COLLATE "C" NOT NULL,
    "cell_id" TEXT COLLATE "C",
    "generation" INTEGER,
    "answered" BOOLEAN,

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "draft" (
    "invitation_id" TEXT COLLATE "C" NOT NULL,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "draft_pkey" PRIMARY KEY ("invitation_id")
);

-- CreateTable
CREATE TABLE "answer" (
    "wave_id" TEXT COLLATE "C" NOT NULL,
    "key" BYTEA NOT NULL,
    "cell_id" TEXT COLLATE "C" NOT NULL,
    "values" TEXT COLLATE "C" NOT NULL,
    "comment" TEXT COLLATE "C",
    "language" TEXT COLLATE "C",

    CONSTRAINT "answer_pkey" PRIMARY KEY ("wave_id","key")
);

-- CreateTable
CREATE TABLE "comment" (
    "key" BYTEA NOT NULL,
    "wave_id" TEXT COLLATE "C" NOT NULL,
    "language" TEXT COLLATE "C" NOT NULL,
    "text" TEXT COLLATE "C" NOT NULL,
    "read" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "comment_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "comment_code" (
    "id" TEXT COLLATE "C" NOT NULL,
    "name_zh" TEXT COLLATE "C" NOT NULL,
    "name_en" TEXT COLLATE "C" NOT NULL,
    "retired" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "comment_code_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "coded_comment" (
    "comment_key" BYTEA NOT NULL,
    "code_id" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "coded_comment_pkey" PRIMARY KEY ("comment_key","code_id")
);

-- CreateTable
CREATE TABLE "comment_rating" (
    "wave_id" TEXT COLLATE "C" NOT NULL,
    "item" TEXT COLLATE "C" NOT NULL,
    "commented" BOOLEAN NOT NULL,
    "people" INTEGER NOT NULL,
    "kind" TEXT COLLATE "C" NOT NULL,
    "share" DOUBLE PRECISION NOT NULL,

    CONSTRAINT "comment_rating_pkey" PRIMARY KEY ("wave_id","item","commented")
);

-- CreateTable
CREATE TABLE "cross_tally" (
    "wave_id" TEXT COLLATE "C" NOT NULL,
    "item" TEXT COLLATE "C" NOT NULL,
    "value" INTEGER NOT NULL,
    "headline" INTEGER NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "cross_tally_pkey" PRIMARY KEY ("wave_id","item","value","headline")
);

-- CreateTable
CREATE TABLE "tally" (
    "wave_id" TEXT COLLATE "C" NOT NULL,
    "cell_id" TEXT COLLATE "C" NOT NULL,
    "item" TEXT COLLATE "C" NOT NULL,
    "value" TEXT COLLATE "C" NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "tally_pkey" PRIMARY KEY ("wave_id","cell_id","item","value")
);

-- CreateTable
CREATE TABLE "answer_day" (
    "wave_id" TEXT COLLATE "C" NOT NULL,
    "day" TEXT COLLATE "C" NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "answer_day_pkey" PRIMARY KEY ("wave_id","day")
);

-- CreateTable
CREATE TABLE "improvement" (
    "id" TEXT COLLATE "C" NOT NULL,
    "period" TEXT COLLATE "C" NOT NULL,
    "text_zh" TEXT COLLATE "C" NOT NULL,
    "text_en" TEXT COLLATE "C" NOT NULL,
    "owner" TEXT COLLATE "C" NOT NULL,
    "chosen_at" TIMESTAMP(3) NOT NULL,
    "chosen_by" TEXT COLLATE "C" NOT NULL,
    "told_wave_id" TEXT COLLATE "C",
    "withdrawn_at" TIMESTAMP(3),
    "withdrawn_by" TEXT COLLATE "C",

    CONSTRAINT "improvement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "period_freeze" (
    "id" TEXT COLLATE "C" NOT NULL,
    "period" TEXT COLLATE "C" NOT NULL,
    "version" INTEGER NOT NULL,
    "figures" TEXT COLLATE "C" NOT NULL,
    "definitions" TEXT COLLATE "C" NOT NULL,
    "evidence" TEXT COLLATE "C" NOT NULL,
    "actions" TEXT COLLATE "C" NOT NULL,
    "frozen_at" TIMESTAMP(3) NOT NULL,
    "frozen_by_id" TEXT COLLATE "C" NOT NULL,
    "frozen_by" TEXT COLLATE "C" NOT NULL,
    "frozen_mailbox" BYTEA,
    "outcome" TEXT COLLATE "C",
    "ended_at" TIMESTAMP(3),
    "ended_by_id" TEXT COLLATE "C",
    "ended_by" TEXT COLLATE "C",

    CONSTRAINT "period_freeze_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "missing_list" (
    "period" TEXT COLLATE "C" NOT NULL,
    "version" INTEGER NOT NULL,
    "goal" TEXT COLLATE "C" NOT NULL,
    "list_period" TEXT COLLATE "C" NOT NULL,
    "frozen_at" TIMESTAMP(3) NOT NULL,
    "digests" BYTEA NOT NULL,

    CONSTRAINT "missing_list_pkey" PRIMARY KEY ("period","version","goal","list_period")
);

-- CreateTable
CREATE TABLE "missing_row" (
    "period" TEXT COLLATE "C" NOT NULL,
    "version" INTEGER NOT NULL,
    "goal" TEXT COLLATE "C" NOT NULL,
    "list_period" TEXT COLLATE "C" NOT NULL,
    "key" TEXT COLLATE "C" NOT NULL,
    "place" INTEGER NOT NULL,
    "label" TEXT COLLATE "C" NOT NULL,
    "why" TEXT COLLATE "C" NOT NULL,
    "detail" TEXT COLLATE "C",
    "salt" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "missing_row_pkey" PRIMARY KEY ("period","version","goal","list_period","key")
);

-- CreateTable
CREATE TABLE "goal_signature" (
    "freeze_id" TEXT COLLATE "C" NOT NULL,
    "goal" TEXT COLLATE "C" NOT NULL,
    "owner" TEXT COLLATE "C" NOT NULL,
    "signed_by_id" TEXT COLLATE "C" NOT NULL,
    "signed_by" TEXT COLLATE "C" NOT NULL,
    "signed_mailbox" BYTEA,
    "signed_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "goal_signature_pkey" PRIMARY KEY ("freeze_id","goal")
);

-- CreateTable
CREATE TABLE "period_reopening" (
    "id" TEXT COLLATE "C" NOT NULL,
    "period" TEXT COLLATE "C" NOT NULL,
    "version" INTEGER NOT NULL,
    "reason" TEXT COLLATE "C" NOT NULL,
    "reopened_at" TIMESTAMP(3) NOT NULL,
    "reopened_by_id" TEXT COLLATE "C" NOT NULL,
    "reopened_by" TEXT COLLATE "C" NOT NULL,
    "reopened_mailbox" BYTEA,
    "outcome" TEXT COLLATE "C",
    "ended_at" TIMESTAMP(3),
    "ended_by_id" TEXT COLLATE "C",
    "ended_by" TEXT COLLATE "C",

    CONSTRAINT "period_reopening_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "seal" (
    "number" INTEGER NOT NULL,
    "period" TEXT COLLATE "C" NOT NULL,
    "version" INTEGER NOT NULL,
    "statement" TEXT COLLATE "C" NOT NULL,
    "figures" TEXT COLLATE "C" NOT NULL,
    "definitions" TEXT COLLATE "C" NOT NULL,
    "evidence" TEXT COLLATE "C" NOT NULL,
    "actions" TEXT COLLATE "C" NOT NULL,
    "signatures" TEXT COLLATE "C" NOT NULL,
    "head" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "seal_pkey" PRIMARY KEY ("number")
);

-- CreateTable
CREATE TABLE "audit_sample" (
    "id" TEXT COLLATE "C" NOT NULL,
    "period" TEXT COLLATE "C" NOT NULL,
    "figure" TEXT COLLATE "C" NOT NULL,
    "side" TEXT COLLATE "C" NOT NULL,
    "seed" TEXT COLLATE "C" NOT NULL,
    "frame_digest" TEXT COLLATE "C" NOT NULL,
    "frame_size" INTEGER NOT NULL,
    "frame" TEXT COLLATE "C",
    "total" TEXT COLLATE "C" NOT NULL,
    "published" TEXT COLLATE "C",
    "drawn_at" TIMESTAMP(3) NOT NULL,
    "drawn_by_id" TEXT COLLATE "C" NOT NULL,
    "drawn_by" TEXT COLLATE "C" NOT NULL,
    "seal_number" INTEGER,
    "statement" TEXT COLLATE "C",
    "head" TEXT COLLATE "C",
    "sealed_at" TIMESTAMP(3),
    "sealed_by_id" TEXT COLLATE "C",
    "sealed_by" TEXT COLLATE "C",

    CONSTRAINT "audit_sample_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_sample_row" (
    "sample_id" TEXT COLLATE "C" NOT NULL,
    "number" INTEGER NOT NULL,
    "key" TEXT COLLATE "C",
    "label" TEXT COLLATE "C",
    "places" TEXT COLLATE "C",
    "salt" TEXT COLLATE "C",
    "result" TEXT COLLATE "C",
    "note" TEXT COLLATE "C",
    "documents" TEXT COLLATE "C",
    "recorded_at" TIMESTAMP(3),
    "recorded_by_id" TEXT COLLATE "C",
    "recorded_by" TEXT COLLATE "C",
    "revision" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "audit_sample_row_pkey" PRIMARY KEY ("sample_id","number")
);

-- CreateTable
CREATE TABLE "published_report" (
    "id" TEXT COLLATE "C" NOT NULL,
    "period" TEXT COLLATE "C" NOT NULL,
    "published_at" TIMESTAMP(3) NOT NULL,
    "published_by" TEXT COLLATE "C" NOT NULL,
    "withdrawn_at" TIMESTAMP(3),
    "withdrawn_by" TEXT COLLATE "C",

    CONSTRAINT "published_report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "remedy" (
    "id" TEXT COLLATE "C" NOT NULL,
    "period" TEXT COLLATE "C" NOT NULL,
    "goal" TEXT COLLATE "C" NOT NULL,
    "note" TEXT COLLATE "C" NOT NULL,
    "action" TEXT COLLATE "C" NOT NULL,
    "owner" TEXT COLLATE "C" NOT NULL,
    "due_on" TEXT COLLATE "C" NOT NULL,
    "effect" TEXT COLLATE "C" NOT NULL,
    "decided_at" TIMESTAMP(3) NOT NULL,
    "decided_by" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "remedy_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "remedy_change" (
    "remedy_id" TEXT COLLATE "C" NOT NULL,
    "number" INTEGER NOT NULL,
    "note" TEXT COLLATE "C" NOT NULL,
    "action" TEXT COLLATE "C" NOT NULL,
    "due_on" TEXT COLLATE "C" NOT NULL,
    "effect" TEXT COLLATE "C" NOT NULL,
    "changed_at" TIMESTAMP(3) NOT NULL,
    "changed_by" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "remedy_change_pkey" PRIMARY KEY ("remedy_id","number")
);

-- CreateTable
CREATE TABLE "action_outcome" (
    "action_id" TEXT COLLATE "C" NOT NULL,
    "state" TEXT COLLATE "C" NOT NULL,
    "text" TEXT COLLATE "C" NOT NULL,
    "recorded_at" TIMESTAMP(3) NOT NULL,
    "recorded_by" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "action_outcome_pkey" PRIMARY KEY ("action_id")
);

-- CreateTable
CREATE TABLE "letter" (
    "id" TEXT COLLATE "C" NOT NULL,
    "kind" TEXT COLLATE "C" NOT NULL,
    "recipient_kind" TEXT COLLATE "C" NOT NULL,
    "recipient_id" TEXT COLLATE "C" NOT NULL,
    "locale" TEXT COLLATE "C" NOT NULL,
    "data" TEXT COLLATE "C" NOT NULL,
    "dedupe_key" TEXT COLLATE "C" NOT NULL,
    "wave_id" TEXT COLLATE "C",
    "state" TEXT COLLATE "C" NOT NULL,
    "reason" TEXT COLLATE "C",
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "not_before" TIMESTAMP(3) NOT NULL,
    "lease_until" TIMESTAMP(3),
    "fence" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMP(3) NOT NULL,
    "sent_at" TIMESTAMP(3),

    CONSTRAINT "letter_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "delivery" (
    "letter_id" TEXT COLLATE "C" NOT NULL,
    "number" INTEGER NOT NULL,
    "attempt" INTEGER NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "outcome" TEXT COLLATE "C" NOT NULL,
    "smtp_reply" TEXT COLLATE "C" NOT NULL,
    "cause" TEXT COLLATE "C",

    CONSTRAINT "delivery_pkey" PRIMARY KEY ("letter_id","number")
);

-- CreateTable
CREATE TABLE "edition" (
    "id" TEXT COLLATE "C" NOT NULL,
    "kind" TEXT COLLATE "C" NOT NULL,
    "period" TEXT COLLATE "C" NOT NULL,
    "occasion" TEXT COLLATE "C" NOT NULL,
    "state" TEXT COLLATE "C" NOT NULL,
    "due_on" TEXT COLLATE "C" NOT NULL,
    "due_because" TEXT COLLATE "C" NOT NULL,
    "opened_at" TIMESTAMP(3) NOT NULL,
    "held_at" TIMESTAMP(3),
    "sends_on" TEXT COLLATE "C",
    "reasons" TEXT COLLATE "C" NOT NULL,
    "release" TEXT COLLATE "C",
    "decided_by_id" TEXT COLLATE "C",
    "decided_by" TEXT COLLATE "C",
    "comment" TEXT COLLATE "C",
    "ended_at" TIMESTAMP(3),
    "figures" TEXT COLLATE "C",
    "digest" TEXT COLLATE "C",

    CONSTRAINT "edition_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "edition_letter" (
    "edition_id" TEXT COLLATE "C" NOT NULL,
    "reader" TEXT COLLATE "C" NOT NULL,
    "locale" TEXT COLLATE "C" NOT NULL,
    "subject" TEXT COLLATE "C" NOT NULL,
    "html" TEXT COLLATE "C" NOT NULL,
    "text" TEXT COLLATE "C" NOT NULL,
    "pdf" BYTEA,
    "pdf_digest" TEXT COLLATE "C",

    CONSTRAINT "edition_letter_pkey" PRIMARY KEY ("edition_id","reader","locale")
);

-- CreateTable
CREATE TABLE "edition_reader" (
    "edition_id" TEXT COLLATE "C" NOT NULL,
    "user_id" TEXT COLLATE "C" NOT NULL,
    "name" TEXT COLLATE "C" NOT NULL,
    "reader" TEXT COLLATE "C" NOT NULL,
    "locale" TEXT COLLATE "C" NOT NULL,
    "letter_id" TEXT COLLATE "C" NOT NULL,
    "times" INTEGER NOT NULL DEFAULT 1,
    "posted_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "edition_reader_pkey" PRIMARY KEY ("edition_id","user_id")
);

-- CreateTable
CREATE TABLE "edition_settings" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "since" TEXT COLLATE "C",
    "working_days" INTEGER NOT NULL,
    "preliminary" BOOLEAN NOT NULL,
    "approval" BOOLEAN NOT NULL,
    "monthly" BOOLEAN NOT NULL,
    "quarterly" BOOLEAN NOT NULL,
    "saved_at" TIMESTAMP(3),
    "saved_by" TEXT COLLATE "C",

    CONSTRAINT "edition_settings_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "suppression" (
    "email_key" BYTEA NOT NULL,
    "reason" TEXT COLLATE "C" NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "suppression_pkey" PRIMARY KEY ("email_key")
);

-- CreateTable
CREATE TABLE "deletion_proof" (
    "number" SERIAL NOT NULL,
    "day" TEXT COLLATE "C" NOT NULL,
    "rule" TEXT COLLATE "C" NOT NULL,
    "days" INTEGER,
    "place" TEXT COLLATE "C" NOT NULL,
    "count" INTEGER NOT NULL,
    "digest" TEXT COLLATE "C" NOT NULL,
    "wiped_at" TIMESTAMP(3),

    CONSTRAINT "deletion_proof_pkey" PRIMARY KEY ("number")
);

-- CreateTable
CREATE TABLE "import_file" (
    "id" TEXT COLLATE "C" NOT NULL,
    "register" TEXT COLLATE "C" NOT NULL,
    "file_name" TEXT COLLATE "C" NOT NULL,
    "digest" TEXT COLLATE "C" NOT NULL,
    "row_count" INTEGER NOT NULL,
    "imported_at" TIMESTAMP(3) NOT NULL,
    "imported_by" TEXT COLLATE "C" NOT NULL,
    "by_key" BOOLEAN NOT NULL DEFAULT false,
    "added" INTEGER NOT NULL DEFAULT 0,
    "changed" INTEGER NOT NULL DEFAULT 0,
    "undone_at" TIMESTAMP(3),
    "undone_by" TEXT COLLATE "C",
    "undo_reason" TEXT COLLATE "C",

    CONSTRAINT "import_file_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "column_mapping" (
    "id" TEXT COLLATE "C" NOT NULL,
    "register" TEXT COLLATE "C" NOT NULL,
    "heading_set" TEXT COLLATE "C" NOT NULL,
    "mapping" TEXT COLLATE "C" NOT NULL,
    "mapped_at" TIMESTAMP(3) NOT NULL,
    "mapped_by" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "column_mapping_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "register_change" (
    "number" SERIAL NOT NULL,
    "register" TEXT COLLATE "C" NOT NULL,
    "key" TEXT COLLATE "C" NOT NULL,
    "before" TEXT COLLATE "C",
    "after" TEXT COLLATE "C",
    "before_import_id" TEXT COLLATE "C",
    "before_row_number" INTEGER,
    "import_id" TEXT COLLATE "C",
    "undone_import_id" TEXT COLLATE "C",
    "at" TIMESTAMP(3) NOT NULL,
    "changed_by" TEXT COLLATE "C" NOT NULL,
    "reason" TEXT COLLATE "C",

    CONSTRAINT "register_change_pkey" PRIMARY KEY ("number")
);

-- CreateTable
CREATE TABLE "evidence_file" (
    "digest" TEXT COLLATE "C" NOT NULL,
    "type" TEXT COLLATE "C" NOT NULL,
    "size" INTEGER NOT NULL,
    "arrived_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "evidence_file_pkey" PRIMARY KEY ("digest")
);

-- CreateTable
CREATE TABLE "evidence_piece" (
    "digest" TEXT COLLATE "C" NOT NULL,
    "number" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "evidence_piece_pkey" PRIMARY KEY ("digest","number")
);

-- CreateTable
CREATE TABLE "evidence_attachment" (
    "id" TEXT COLLATE "C" NOT NULL,
    "register" TEXT COLLATE "C" NOT NULL,
    "key" TEXT COLLATE "C" NOT NULL,
    "digest" TEXT COLLATE "C" NOT NULL,
    "file_digest" TEXT COLLATE "C",
    "file_name" TEXT COLLATE "C" NOT NULL,
    "type" TEXT COLLATE "C" NOT NULL,
    "size" INTEGER NOT NULL,
    "source" TEXT COLLATE "C" NOT NULL,
    "attached_at" TIMESTAMP(3) NOT NULL,
    "attached_by" TEXT COLLATE "C" NOT NULL,
    "withdrawn_at" TIMESTAMP(3),
    "withdrawn_by" TEXT COLLATE "C",
    "withdrawn_reason" TEXT COLLATE "C",

    CONSTRAINT "evidence_attachment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "staff_role" (
    "number" TEXT COLLATE "C" NOT NULL,
    "role" TEXT COLLATE "C" NOT NULL,
    "unit" TEXT COLLATE "C" NOT NULL,
    "start_day" TEXT COLLATE "C" NOT NULL,
    "end_day" TEXT COLLATE "C",
    "import_id" TEXT COLLATE "C" NOT NULL,
    "row_number" INTEGER NOT NULL,

    CONSTRAINT "staff_role_pkey" PRIMARY KEY ("number","role")
);

-- CreateTable
CREATE TABLE "staff_leave" (
    "number" TEXT COLLATE "C" NOT NULL,
    "from_day" TEXT COLLATE "C" NOT NULL,
    "to_day" TEXT COLLATE "C" NOT NULL,
    "import_id" TEXT COLLATE "C" NOT NULL,
    "row_number" INTEGER NOT NULL,

    CONSTRAINT "staff_leave_pkey" PRIMARY KEY ("number","from_day")
);

-- CreateTable
CREATE TABLE "training_completion" (
    "number" TEXT COLLATE "C" NOT NULL,
    "completed_at" TIMESTAMP(3) NOT NULL,
    "import_id" TEXT COLLATE "C" NOT NULL,
    "row_number" INTEGER NOT NULL,

    CONSTRAINT "training_completion_pkey" PRIMARY KEY ("number","completed_at")
);

-- CreateTable
CREATE TABLE "exam_attempt" (
    "number" TEXT COLLATE "C" NOT NULL,
    "taken_at" TIMESTAMP(3) NOT NULL,
    "score" INTEGER NOT NULL,
    "import_id" TEXT COLLATE "C" NOT NULL,
    "row_number" INTEGER NOT NULL,

    CONSTRAINT "exam_attempt_pkey" PRIMARY KEY ("number","taken_at")
);

-- CreateTable
CREATE TABLE "training_session" (
    "quarter" TEXT COLLATE "C" NOT NULL,
    "held_on" TEXT COLLATE "C" NOT NULL,
    "import_id" TEXT COLLATE "C" NOT NULL,
    "row_number" INTEGER NOT NULL,

    CONSTRAINT "training_session_pkey" PRIMARY KEY ("quarter")
);

-- CreateTable
CREATE TABLE "partner" (
    "id" TEXT COLLATE "C" NOT NULL,
    "name" TEXT COLLATE "C" NOT NULL,
    "service" TEXT COLLATE "C" NOT NULL,
    "processes_personal_data" BOOLEAN NOT NULL,
    "data_classes" TEXT COLLATE "C",
    "countries" TEXT COLLATE "C",
    "criticality" TEXT COLLATE "C",
    "onboarded" TEXT COLLATE "C" NOT NULL,
    "offboarded" TEXT COLLATE "C",
    "import_id" TEXT COLLATE "C" NOT NULL,
    "row_number" INTEGER NOT NULL,

    CONSTRAINT "partner_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "partner_audit" (
    "partner_id" TEXT COLLATE "C" NOT NULL,
    "report_date" TEXT COLLATE "C" NOT NULL,
    "result" TEXT COLLATE "C" NOT NULL,
    "full_scope" BOOLEAN NOT NULL,
    "evidence_class" TEXT COLLATE "C" NOT NULL,
    "corrective_plan_on" TEXT COLLATE "C",
    "import_id" TEXT COLLATE "C" NOT NULL,
    "row_number" INTEGER NOT NULL,

    CONSTRAINT "partner_audit_pkey" PRIMARY KEY ("partner_id","report_date")
);

-- CreateTable
CREATE TABLE "incident" (
    "id" TEXT COLLATE "C" NOT NULL,
    "title" TEXT COLLATE "C" NOT NULL,
    "occurred" TEXT COLLATE "C",
    "discovered" TIMESTAMP(3),
    "confirmed" TEXT COLLATE "C",
    "counted_year" INTEGER NOT NULL,
    "year_assumed" BOOLEAN NOT NULL,
    "disclosure" TEXT COLLATE "C" NOT NULL,
    "customer_data" BOOLEAN NOT NULL,
    "state" TEXT COLLATE "C" NOT NULL,
    "severity" TEXT COLLATE "C",
    "cause" TEXT COLLATE "C",
    "data_classes" TEXT COLLATE "C",
    "partner_id" TEXT COLLATE "C",
    "records" DOUBLE PRECISION,
    "records_to" DOUBLE PRECISION,
    "import_id" TEXT COLLATE "C" NOT NULL,
    "row_number" INTEGER NOT NULL,

    CONSTRAINT "incident_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "incident_notice" (
    "incident_id" TEXT COLLATE "C" NOT NULL,
    "duty" TEXT COLLATE "C" NOT NULL,
    "wanted" BOOLEAN NOT NULL,
    "notified_at" TIMESTAMP(3),
    "facts" TEXT COLLATE "C",
    "reference" TEXT COLLATE "C",
    "reason" TEXT COLLATE "C",
    "import_id" TEXT COLLATE "C" NOT NULL,
    "row_number" INTEGER NOT NULL,

    CONSTRAINT "incident_notice_pkey" PRIMARY KEY ("incident_id","duty")
);

-- CreateTable
CREATE TABLE "security_assessment" (
    "id" TEXT COLLATE "C" NOT NULL,
    "performed_on" TEXT COLLATE "C" NOT NULL,
    "full_scope" BOOLEAN NOT NULL,
    "import_id" TEXT COLLATE "C" NOT NULL,
    "row_number" INTEGER NOT NULL,

    CONSTRAINT "security_assessment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "policy_version" (
    "version" TEXT COLLATE "C" NOT NULL,
    "approved_on" TEXT COLLATE "C" NOT NULL,
    "effective_on" TEXT COLLATE "C",
    "import_id" TEXT COLLATE "C" NOT NULL,
    "row_number" INTEGER NOT NULL,

    CONSTRAINT "policy_version_pkey" PRIMARY KEY ("version")
);

-- CreateTable
CREATE TABLE "policy_surface" (
    "id" TEXT COLLATE "C" NOT NULL,
    "name" TEXT COLLATE "C" NOT NULL,
    "kind" TEXT COLLATE "C" NOT NULL,
    "url" TEXT COLLATE "C",
    "languages" TEXT COLLATE "C" NOT NULL,
    "collects_personal_data" BOOLEAN NOT NULL,
    "active_from" TEXT COLLATE "C" NOT NULL,
    "active_to" TEXT COLLATE "C",
    "import_id" TEXT COLLATE "C" NOT NULL,
    "row_number" INTEGER NOT NULL,

    CONSTRAINT "policy_surface_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "policy_check" (
    "surface_id" TEXT COLLATE "C" NOT NULL,
    "language" TEXT COLLATE "C" NOT NULL,
    "version" TEXT COLLATE "C" NOT NULL,
    "published_on" TEXT COLLATE "C" NOT NULL,
    "checked_on" TEXT COLLATE "C" NOT NULL,
    "import_id" TEXT COLLATE "C" NOT NULL,
    "row_number" INTEGER NOT NULL,

    CONSTRAINT "policy_check_pkey" PRIMARY KEY ("surface_id","language","version","checked_on")
);

-- CreateTable
CREATE TABLE "policy_page" (
    "surface_id" TEXT COLLATE "C" NOT NULL,
    "language" TEXT COLLATE "C" NOT NULL,
    "url" TEXT COLLATE "C",
    "import_id" TEXT COLLATE "C" NOT NULL,
    "row_number" INTEGER NOT NULL,

    CONSTRAINT "policy_page_pkey" PRIMARY KEY ("surface_id","language")
);

-- CreateTable
CREATE TABLE "policy_text" (
    "version" TEXT COLLATE "C" NOT NULL,
    "language" TEXT COLLATE "C" NOT NULL,
    "text" TEXT COLLATE "C" NOT NULL,
    "digest" TEXT COLLATE "C" NOT NULL,
    "added_at" TIMESTAMP(3) NOT NULL,
    "added_by" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "policy_text_pkey" PRIMARY KEY ("version","language")
);

-- CreateTable
CREATE TABLE "policy_fetch" (
    "surface_id" TEXT COLLATE "C" NOT NULL,
    "language" TEXT COLLATE "C" NOT NULL,
    "url" TEXT COLLATE "C" NOT NULL,
    "asked_at" TIMESTAMP(3) NOT NULL,
    "lease_until" TIMESTAMP(3),
    "fence" INTEGER NOT NULL,

    CONSTRAINT "policy_fetch_pkey" PRIMARY KEY ("surface_id","language")
);

-- CreateTable
CREATE TABLE "policy_proof" (
    "number" SERIAL NOT NULL,
    "id" TEXT COLLATE "C" NOT NULL,
    "surface_id" TEXT COLLATE "C" NOT NULL,
    "language" TEXT COLLATE "C" NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "checked_on" TEXT COLLATE "C" NOT NULL,
    "outcome" TEXT COLLATE "C" NOT NULL,
    "url" TEXT COLLATE "C" NOT NULL,
    "connected_to" TEXT COLLATE "C",
    "status" INTEGER,
    "content_type" TEXT COLLATE "C",
    "redirected_to" TEXT COLLATE "C",
    "size" INTEGER,
    "digest" TEXT COLLATE "C",
    "version" TEXT COLLATE "C",
    "nearest_version" TEXT COLLATE "C",
    "nearest_letters" INTEGER,
    "nearest_of" INTEGER,
    "lacks" TEXT COLLATE "C",
    "keeps_bytes" BOOLEAN NOT NULL,

    CONSTRAINT "policy_proof_pkey" PRIMARY KEY ("number")
);

-- CreateTable
CREATE TABLE "policy_bytes" (
    "digest" TEXT COLLATE "C" NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "policy_bytes_pkey" PRIMARY KEY ("digest")
);

-- CreateTable
CREATE TABLE "collection_point" (
    "point_id" TEXT COLLATE "C" NOT NULL,
    "field" TEXT COLLATE "C" NOT NULL,
    "form" TEXT COLLATE "C" NOT NULL,
    "place" TEXT COLLATE "C" NOT NULL,
    "mandatory" BOOLEAN NOT NULL,
    "needed" BOOLEAN NOT NULL,
    "purpose" TEXT COLLATE "C" NOT NULL,
    "notice_version" TEXT COLLATE "C",
    "checked_on" TEXT COLLATE "C" NOT NULL,
    "import_id" TEXT COLLATE "C" NOT NULL,
    "row_number" INTEGER NOT NULL,

    CONSTRAINT "collection_point_pkey" PRIMARY KEY ("point_id","field")
);

-- CreateTable
CREATE TABLE "partner_agreement" (
    "partner_id" TEXT COLLATE "C" NOT NULL,
    "signed_on" TEXT COLLATE "C" NOT NULL,
    "expires_on" TEXT COLLATE "C",
    "import_id" TEXT COLLATE "C" NOT NULL,
    "row_number" INTEGER NOT NULL,

    CONSTRAINT "partner_agreement_pkey" PRIMARY KEY ("partner_id","signed_on")
);

-- CreateTable
CREATE TABLE "privacy_meeting" (
    "held_on" TEXT COLLATE "C" NOT NULL,
    "minutes" BOOLEAN NOT NULL,
    "actions_agreed" INTEGER NOT NULL,
    "actions_closed" INTEGER NOT NULL,
    "import_id" TEXT COLLATE "C" NOT NULL,
    "row_number" INTEGER NOT NULL,

    CONSTRAINT "privacy_meeting_pkey" PRIMARY KEY ("held_on")
);

-- CreateTable
CREATE TABLE "customer_education" (
    "id" TEXT COLLATE "C" NOT NULL,
    "title" TEXT COLLATE "C" NOT NULL,
    "place" TEXT COLLATE "C" NOT NULL,
    "published_on" TEXT COLLATE "C" NOT NULL,
    "audience" TEXT COLLATE "C" NOT NULL,
    "languages" TEXT COLLATE "C" NOT NULL,
    "import_id" TEXT COLLATE "C" NOT NULL,
    "row_number" INTEGER NOT NULL,

    CONSTRAINT "customer_education_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "system" (
    "id" TEXT COLLATE "C" NOT NULL,
    "name" TEXT COLLATE "C" NOT NULL,
    "customer_data" BOOLEAN NOT NULL,
    "encrypted_at_rest" BOOLEAN NOT NULL,
    "encrypted_in_transit" BOOLEAN NOT NULL,
    "checked_on" TEXT COLLATE "C" NOT NULL,
    "import_id" TEXT COLLATE "C" NOT NULL,
    "row_number" INTEGER NOT NULL,

    CONSTRAINT "system_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "security_scan" (
    "id" TEXT COLLATE "C" NOT NULL,
    "kind" TEXT COLLATE "C" NOT NULL,
    "performed_on" TEXT COLLATE "C" NOT NULL,
    "import_id" TEXT COLLATE "C" NOT NULL,
    "row_number" INTEGER NOT NULL,

    CONSTRAINT "security_scan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_round" (
    "partner_id" TEXT COLLATE "C" NOT NULL,
    "year" INTEGER NOT NULL,
    "scope" TEXT COLLATE "C" NOT NULL,
    "planned_on" TEXT COLLATE "C" NOT NULL,
    "sent_on" TEXT COLLATE "C",
    "answered_on" TEXT COLLATE "C",
    "reviewed_on" TEXT COLLATE "C",
    "closed_on" TEXT COLLATE "C",
    "import_id" TEXT COLLATE "C" NOT NULL,
    "row_number" INTEGER NOT NULL,

    CONSTRAINT "audit_round_pkey" PRIMARY KEY ("partner_id","year")
);

-- CreateTable
CREATE TABLE "audit_finding" (
    "id" TEXT COLLATE "C" NOT NULL,
    "partner_id" TEXT COLLATE "C" NOT NULL,
    "found_on" TEXT COLLATE "C" NOT NULL,
    "finding" TEXT COLLATE "C" NOT NULL,
    "severity" TEXT COLLATE "C" NOT NULL,
    "action" TEXT COLLATE "C",
    "owner" TEXT COLLATE "C" NOT NULL,
    "due_on" TEXT COLLATE "C" NOT NULL,
    "done_on" TEXT COLLATE "C",
    "checked_on" TEXT COLLATE "C",
    "effective" BOOLEAN,
    "import_id" TEXT COLLATE "C" NOT NULL,
    "row_number" INTEGER NOT NULL,

    CONSTRAINT "audit_finding_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "security_finding" (
    "id" TEXT COLLATE "C" NOT NULL,
    "found_in" TEXT COLLATE "C" NOT NULL,
    "found_on" TEXT COLLATE "C" NOT NULL,
    "finding" TEXT COLLATE "C" NOT NULL,
    "severity" TEXT COLLATE "C" NOT NULL,
    "owner" TEXT COLLATE "C" NOT NULL,
    "due_on" TEXT COLLATE "C" NOT NULL,
    "fixed_on" TEXT COLLATE "C",
    "import_id" TEXT COLLATE "C" NOT NULL,
    "row_number" INTEGER NOT NULL,

    CONSTRAINT "security_finding_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bookings" (
    "month" TEXT COLLATE "C" NOT NULL,
    "channel" TEXT COLLATE "C" NOT NULL,
    "count" INTEGER NOT NULL,
    "import_id" TEXT COLLATE "C" NOT NULL,
    "row_number" INTEGER NOT NULL,

    CONSTRAINT "bookings_pkey" PRIMARY KEY ("month","channel")
);

-- CreateTable
CREATE TABLE "rights_case" (
    "id" TEXT COLLATE "C" NOT NULL,
    "code_hash" BYTEA,
    "kind" TEXT COLLATE "C" NOT NULL,
    "regime" TEXT COLLATE "C",
    "channel" TEXT COLLATE "C" NOT NULL DEFAULT 'page',
    "received_on" TEXT COLLATE "C" NOT NULL,
    "recorded_on" TEXT COLLATE "C",
    "due_on" TEXT COLLATE "C",
    "status" TEXT COLLATE "C" NOT NULL,
    "outcome" TEXT COLLATE "C",
    "anonymous" BOOLEAN NOT NULL,
    "locale" TEXT COLLATE "C" NOT NULL,
    "contact_sealed" BYTEA,
    "identity_checked_on" TEXT COLLATE "C",
    "address_dropped_on" TEXT COLLATE "C",
    "extended_on" TEXT COLLATE "C",
    "answered_on" TEXT COLLATE "C",
    "closed_on" TEXT COLLATE "C",

    CONSTRAINT "rights_case_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rights_message" (
    "case_id" TEXT COLLATE "C" NOT NULL,
    "number" INTEGER NOT NULL,
    "author" TEXT COLLATE "C" NOT NULL,
    "purpose" TEXT COLLATE "C" NOT NULL,
    "day" TEXT COLLATE "C" NOT NULL,
    "text_sealed" BYTEA NOT NULL,

    CONSTRAINT "rights_message_pkey" PRIMARY KEY ("case_id","number")
);

-- CreateTable
CREATE TABLE "rights_case_change" (
    "case_id" TEXT COLLATE "C" NOT NULL,
    "number" INTEGER NOT NULL,
    "day" TEXT COLLATE "C" NOT NULL,
    "changed_by" TEXT COLLATE "C" NOT NULL,
    "reason" TEXT COLLATE "C",
    "before" TEXT COLLATE "C",
    "after" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "rights_case_change_pkey" PRIMARY KEY ("case_id","number")
);

-- CreateTable
CREATE TABLE "mailed_code" (
    "id" TEXT COLLATE "C" NOT NULL,
    "case_id" TEXT COLLATE "C" NOT NULL,
    "expires_at" TIMESTAMP(3) NOT NULL,
    "tries" INTEGER NOT NULL,

    CONSTRAINT "mailed_code_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "whistle_report" (
    "id" TEXT COLLATE "C" NOT NULL,
    "code_hash" BYTEA,
    "reporter" TEXT COLLATE "C" NOT NULL,
    "locale" TEXT COLLATE "C" NOT NULL,
    "received_on" TEXT COLLATE "C" NOT NULL,
    "status" TEXT COLLATE "C" NOT NULL,
    "outcome" TEXT COLLATE "C",
    "anonymous" BOOLEAN NOT NULL,
    "concerns_officer" BOOLEAN NOT NULL,
    "reporter_contact_sealed" BYTEA,
    "acknowledged_on" TEXT COLLATE "C",
    "examined_on" TEXT COLLATE "C",
    "feedback_on" TEXT COLLATE "C",
    "closed_on" TEXT COLLATE "C",

    CONSTRAINT "whistle_report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "whistle_message" (
    "report_id" TEXT COLLATE "C" NOT NULL,
    "number" INTEGER NOT NULL,
    "author" TEXT COLLATE "C" NOT NULL,
    "purpose" TEXT COLLATE "C" NOT NULL,
    "day" TEXT COLLATE "C" NOT NULL,
    "text_sealed" BYTEA NOT NULL,

    CONSTRAINT "whistle_message_pkey" PRIMARY KEY ("report_id","number")
);

-- CreateTable
CREATE TABLE "register_revision" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "revision" INTEGER NOT NULL,

    CONSTRAINT "register_revision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "job_run" (
    "job" TEXT COLLATE "C" NOT NULL,
    "period" TEXT COLLATE "C" NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "late" BOOLEAN NOT NULL DEFAULT false,
    "lease_until" TIMESTAMP(3),
    "fence" INTEGER NOT NULL DEFAULT 0,
    "finished_at" TIMESTAMP(3),
    "outcome" TEXT COLLATE "C",

    CONSTRAINT "job_run_pkey" PRIMARY KEY ("job","period")
);

-- CreateTable
CREATE TABLE "trusted_clock" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "at" TIMESTAMP(3) NOT NULL,
    "confirmations" INTEGER NOT NULL DEFAULT 0,
    "after_gap" BOOLEAN NOT NULL DEFAULT false,
    "source_disregarded" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "trusted_clock_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "officer_question" (
    "id" TEXT COLLATE "C" NOT NULL,
    "kind" TEXT COLLATE "C" NOT NULL,
    "subject" TEXT COLLATE "C" NOT NULL,
    "data" TEXT COLLATE "C" NOT NULL,
    "asked_at" TIMESTAMP(3) NOT NULL,
    "answer" TEXT COLLATE "C",
    "answered_at" TIMESTAMP(3),
    "answered_by" TEXT COLLATE "C",
    "ended_at" TIMESTAMP(3),

    CONSTRAINT "officer_question_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "user_email_key" ON "user"("email");

-- CreateIndex
CREATE INDEX "two_factor_user_id_idx" ON "two_factor"("user_id");

-- CreateIndex
CREATE INDEX "password_reset_user_id_idx" ON "password_reset"("user_id");

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
CREATE INDEX "rate_limit_last_request_idx" ON "rate_limit"("last_request");

-- CreateIndex
CREATE INDEX "appointment_user_id_idx" ON "appointment"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "traveler_customer_number_key" ON "traveler"("customer_number");

-- CreateIndex
CREATE UNIQUE INDEX "traveler_email_key_key" ON "traveler"("email_key");

-- CreateIndex
CREATE UNIQUE INDEX "wave_period_key" ON "wave"("period");

-- CreateIndex
CREATE INDEX "close_change_wave_id_idx" ON "close_change"("wave_id");

-- CreateIndex
CREATE UNIQUE INDEX "rule_change_number_key" ON "rule_change"("number");

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
CREATE INDEX "letter_queue_idx" ON "letter"("wave_id", "not_before") WHERE ("state" = 'queued');

-- CreateIndex
CREATE INDEX "letter_ended_idx" ON "letter"("wave_id", "kind", "state") WHERE ("state" <> 'queued');

-- CreateIndex
CREATE INDEX "letter_recipient_id_idx" ON "letter"("recipient_id");

-- CreateIndex
CREATE INDEX "delivery_soft_idx" ON "delivery"("letter_id") WHERE ("outcome" = 'soft-bounced');

-- CreateIndex
CREATE UNIQUE INDEX "edition_kind_occasion_key" ON "edition"("kind", "occasion");

-- CreateIndex
CREATE INDEX "edition_reader_letter_id_idx" ON "edition_reader"("letter_id");

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
CREATE UNIQUE INDEX "policy_proof_id_key" ON "policy_proof"("id");

-- CreateIndex
CREATE INDEX "policy_proof_surface_id_language_at_idx" ON "policy_proof"("surface_id", "language", "at");

-- CreateIndex
CREATE INDEX "policy_proof_digest_idx" ON "policy_proof"("digest");

-- CreateIndex
CREATE UNIQUE INDEX "rights_case_code_hash_key" ON "rights_case"("code_hash");

-- CreateIndex
CREATE INDEX "rights_case_closed_on_idx" ON "rights_case"("closed_on");

-- CreateIndex
CREATE UNIQUE INDEX "mailed_code_case_id_key" ON "mailed_code"("case_id");

-- CreateIndex
CREATE UNIQUE INDEX "whistle_report_code_hash_key" ON "whistle_report"("code_hash");

-- CreateIndex
CREATE INDEX "whistle_report_closed_on_idx" ON "whistle_report"("closed_on");

-- CreateIndex
CREATE UNIQUE INDEX "officer_question_open_key" ON "officer_question"("kind", "subject") WHERE ("ended_at" IS NULL);

-- AddForeignKey
ALTER TABLE "two_factor" ADD CONSTRAINT "two_factor_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "password_reset" ADD CONSTRAINT "password_reset_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cell" ADD CONSTRAINT "cell_wave_id_fkey" FOREIGN KEY ("wave_id") REFERENCES "wave"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "coded_comment" ADD CONSTRAINT "coded_comment_comment_key_fkey" FOREIGN KEY ("comment_key") REFERENCES "comment"("key") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "coded_comment" ADD CONSTRAINT "coded_comment_code_id_fkey" FOREIGN KEY ("code_id") REFERENCES "comment_code"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "missing_row" ADD CONSTRAINT "missing_row_period_version_goal_list_period_fkey" FOREIGN KEY ("period", "version", "goal", "list_period") REFERENCES "missing_list"("period", "version", "goal", "list_period") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "goal_signature" ADD CONSTRAINT "goal_signature_freeze_id_fkey" FOREIGN KEY ("freeze_id") REFERENCES "period_freeze"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_sample_row" ADD CONSTRAINT "audit_sample_row_sample_id_fkey" FOREIGN KEY ("sample_id") REFERENCES "audit_sample"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_letter_id_fkey" FOREIGN KEY ("letter_id") REFERENCES "letter"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "edition_letter" ADD CONSTRAINT "edition_letter_edition_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "edition"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "edition_reader" ADD CONSTRAINT "edition_reader_edition_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "edition"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence_piece" ADD CONSTRAINT "evidence_piece_digest_fkey" FOREIGN KEY ("digest") REFERENCES "evidence_file"("digest") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence_attachment" ADD CONSTRAINT "evidence_attachment_file_digest_fkey" FOREIGN KEY ("file_digest") REFERENCES "evidence_file"("digest") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "partner_audit" ADD CONSTRAINT "partner_audit_partner_id_fkey" FOREIGN KEY ("partner_id") REFERENCES "partner"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "policy_check" ADD CONSTRAINT "policy_check_surface_id_fkey" FOREIGN KEY ("surface_id") REFERENCES "policy_surface"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "policy_page" ADD CONSTRAINT "policy_page_surface_id_fkey" FOREIGN KEY ("surface_id") REFERENCES "policy_surface"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "partner_agreement" ADD CONSTRAINT "partner_agreement_partner_id_fkey" FOREIGN KEY ("partner_id") REFERENCES "partner"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rights_message" ADD CONSTRAINT "rights_message_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "rights_case"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rights_case_change" ADD CONSTRAINT "rights_case_change_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "rights_case"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mailed_code" ADD CONSTRAINT "mailed_code_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "rights_case"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "whistle_message" ADD CONSTRAINT "whistle_message_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "whistle_report"("id") ON DELETE CASCADE ON UPDATE CASCADE;
