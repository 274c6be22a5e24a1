-- A name stays when its account is removed, a role may change, and the day of the last sign-in is kept with the account.
-- A role that changes may be appointed again.
DROP INDEX "appointment_user_id_key";

ALTER TABLE "user" ADD COLUMN "last_sign_in_on" TEXT;
ALTER TABLE "user" ADD COLUMN "role_since" DATETIME;

CREATE TABLE "former_user" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "removed_at" DATETIME NOT NULL,
    "removed_by_id" TEXT NOT NULL,
    "removed_by" TEXT NOT NULL
);

CREATE INDEX "appointment_user_id_idx" ON "appointment"("user_id");
