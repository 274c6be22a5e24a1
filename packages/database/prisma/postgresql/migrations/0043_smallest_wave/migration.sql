-- Fewest people that a wave invites.
-- AlterTable
ALTER TABLE "programme" ADD COLUMN "smallest_wave" INTEGER NOT NULL DEFAULT 100;
