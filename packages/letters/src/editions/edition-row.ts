import type { Prisma } from '@wayproof/database/generated/client'
import { recordOf } from '@wayproof/database/prisma/stored-record'
import type { Edition } from '@wayproof/scorecard/editions/edition'
import type { HoldReason } from '@wayproof/scorecard/editions/hold-reason'

export const EDITION = {
  omit: { decidedById: true, figures: true },
  include: { _count: { select: { readers: true } } },
} as const

export const editionOf = ({ reasons, _count, ...stored }: Prisma.EditionGetPayload<typeof EDITION>): Edition =>
  recordOf<Edition>({ ...stored, reasons: JSON.parse(reasons) as readonly HoldReason[], people: _count.readers })
