-- Rows that exist from the start.
INSERT INTO "register_revision" ("id", "revision") VALUES (1, 0);
INSERT INTO "mail_route" ("id") VALUES (1);

-- Each statement that changes a register raises its revision, so that counted facts are known to be out of date.
CREATE FUNCTION "raise_register_revision"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "register_revision" SET "revision" = "revision" + 1;
  RETURN NULL;
END $$;

CREATE TRIGGER "audit_finding_counts" AFTER INSERT OR UPDATE OR DELETE ON "audit_finding"
  FOR EACH STATEMENT EXECUTE FUNCTION "raise_register_revision"();
CREATE TRIGGER "audit_round_counts" AFTER INSERT OR UPDATE OR DELETE ON "audit_round"
  FOR EACH STATEMENT EXECUTE FUNCTION "raise_register_revision"();
CREATE TRIGGER "bookings_counts" AFTER INSERT OR UPDATE OR DELETE ON "bookings"
  FOR EACH STATEMENT EXECUTE FUNCTION "raise_register_revision"();
CREATE TRIGGER "collection_point_counts" AFTER INSERT OR UPDATE OR DELETE ON "collection_point"
  FOR EACH STATEMENT EXECUTE FUNCTION "raise_register_revision"();
CREATE TRIGGER "customer_education_counts" AFTER INSERT OR UPDATE OR DELETE ON "customer_education"
  FOR EACH STATEMENT EXECUTE FUNCTION "raise_register_revision"();
CREATE TRIGGER "exam_attempt_counts" AFTER INSERT OR UPDATE OR DELETE ON "exam_attempt"
  FOR EACH STATEMENT EXECUTE FUNCTION "raise_register_revision"();
CREATE TRIGGER "import_file_counts" AFTER INSERT OR UPDATE OR DELETE ON "import_file"
  FOR EACH STATEMENT EXECUTE FUNCTION "raise_register_revision"();
CREATE TRIGGER "incident_counts" AFTER INSERT OR UPDATE OR DELETE ON "incident"
  FOR EACH STATEMENT EXECUTE FUNCTION "raise_register_revision"();
CREATE TRIGGER "incident_notice_counts" AFTER INSERT OR UPDATE OR DELETE ON "incident_notice"
  FOR EACH STATEMENT EXECUTE FUNCTION "raise_register_revision"();
CREATE TRIGGER "partner_counts" AFTER INSERT OR UPDATE OR DELETE ON "partner"
  FOR EACH STATEMENT EXECUTE FUNCTION "raise_register_revision"();
CREATE TRIGGER "partner_agreement_counts" AFTER INSERT OR UPDATE OR DELETE ON "partner_agreement"
  FOR EACH STATEMENT EXECUTE FUNCTION "raise_register_revision"();
CREATE TRIGGER "partner_audit_counts" AFTER INSERT OR UPDATE OR DELETE ON "partner_audit"
  FOR EACH STATEMENT EXECUTE FUNCTION "raise_register_revision"();
CREATE TRIGGER "policy_check_counts" AFTER INSERT OR UPDATE OR DELETE ON "policy_check"
  FOR EACH STATEMENT EXECUTE FUNCTION "raise_register_revision"();
CREATE TRIGGER "policy_page_counts" AFTER INSERT OR UPDATE OR DELETE ON "policy_page"
  FOR EACH STATEMENT EXECUTE FUNCTION "raise_register_revision"();
CREATE TRIGGER "policy_proof_counts" AFTER INSERT OR UPDATE OR DELETE ON "policy_proof"
  FOR EACH STATEMENT EXECUTE FUNCTION "raise_register_revision"();
CREATE TRIGGER "policy_surface_counts" AFTER INSERT OR UPDATE OR DELETE ON "policy_surface"
  FOR EACH STATEMENT EXECUTE FUNCTION "raise_register_revision"();
CREATE TRIGGER "policy_version_counts" AFTER INSERT OR UPDATE OR DELETE ON "policy_version"
  FOR EACH STATEMENT EXECUTE FUNCTION "raise_register_revision"();
CREATE TRIGGER "privacy_meeting_counts" AFTER INSERT OR UPDATE OR DELETE ON "privacy_meeting"
  FOR EACH STATEMENT EXECUTE FUNCTION "raise_register_revision"();
CREATE TRIGGER "rule_change_counts" AFTER INSERT OR UPDATE OR DELETE ON "rule_change"
  FOR EACH STATEMENT EXECUTE FUNCTION "raise_register_revision"();
CREATE TRIGGER "security_assessment_counts" AFTER INSERT OR UPDATE OR DELETE ON "security_assessment"
  FOR EACH STATEMENT EXECUTE FUNCTION "raise_register_revision"();
CREATE TRIGGER "security_finding_counts" AFTER INSERT OR UPDATE OR DELETE ON "security_finding"
  FOR EACH STATEMENT EXECUTE FUNCTION "raise_register_revision"();
CREATE TRIGGER "security_scan_counts" AFTER INSERT OR UPDATE OR DELETE ON "security_scan"
  FOR EACH STATEMENT EXECUTE FUNCTION "raise_register_revision"();
CREATE TRIGGER "staff_leave_counts" AFTER INSERT OR UPDATE OR DELETE ON "staff_leave"
  FOR EACH STATEMENT EXECUTE FUNCTION "raise_register_revision"();
CREATE TRIGGER "staff_role_counts" AFTER INSERT OR UPDATE OR DELETE ON "staff_role"
  FOR EACH STATEMENT EXECUTE FUNCTION "raise_register_revision"();
CREATE TRIGGER "system_counts" AFTER INSERT OR UPDATE OR DELETE ON "system"
  FOR EACH STATEMENT EXECUTE FUNCTION "raise_register_revision"();
CREATE TRIGGER "training_completion_counts" AFTER INSERT OR UPDATE OR DELETE ON "training_completion"
  FOR EACH STATEMENT EXECUTE FUNCTION "raise_register_revision"();
CREATE TRIGGER "training_session_counts" AFTER INSERT OR UPDATE OR DELETE ON "training_session"
  FOR EACH STATEMENT EXECUTE FUNCTION "raise_register_revision"();

-- A decided change of the rules is never changed, and none is deleted.
CREATE FUNCTION "refuse_rule_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '%', TG_ARGV[0];
END $$;

CREATE TRIGGER "rule_change_update_refused" BEFORE UPDATE OF "id", "kind", "setting", "value", "goal", "applies_from", "reason", "document", "proposed_by_id",
    "proposed_by", "proposed_mailbox", "proposed_at", "decision", "decided_by_id", "decided_by", "decided_at", "number" ON "rule_change"
  FOR EACH ROW WHEN (OLD."decision" IS NOT NULL)
  EXECUTE FUNCTION "refuse_rule_change"('a decided change of the rules stays as it is');
CREATE TRIGGER "rule_change_delete_refused" BEFORE DELETE ON "rule_change"
  FOR EACH ROW EXECUTE FUNCTION "refuse_rule_change"('the history of the rules is kept');
