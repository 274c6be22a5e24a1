-- AlterTable
ALTER TABLE "session" ADD COLUMN "provider_factor" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "barred_sign_in" (
    "hash" BLOB NOT NULL PRIMARY KEY,
    "former_user_id" TEXT NOT NULL
);
