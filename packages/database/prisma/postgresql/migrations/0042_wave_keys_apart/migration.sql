-- Whether the installation began under the rule that wave keys lie outside of its data. Earlier installations are only warned.
-- AlterTable
ALTER TABLE "installation" ADD COLUMN "keys_apart" BOOLEAN NOT NULL DEFAULT false;
