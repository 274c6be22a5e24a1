import type { Edition, HoldReason } from '@wayproof/scorecard'
import { recordOf } from '../engine/prisma/stored-record.ts'
import type { Prisma } from '../generated/client.ts'

export const EDITION = {
  omit: { decidedById: true, figures: true },
  include: { _count: { select: { readers: true } } },
} as const

export const editionOf = ({ reasons, _count, ...stored }: Prisma.EditionGetPayload<typeof EDITION>): Edition =>
  recordOf<Edition>({ ...stored, reasons: JSON.parse(reasons) as readonly HoldReason[], people: _count.readers })
