import type { Prisma } from '@wayproof/database/generated/client'
import { recordOf } from '@wayproof/database/prisma/stored-record'
import type { Skip } from '../sampling/skip.ts'

type Records = Pick<Prisma.TransactionClient, 'waveSkip'>

/** Stores the number of people who got no letter, once for each stage of a wave. */
export async function storeSkips({ waveSkip }: Records, waveId: string, skips: readonly Skip[]): Promise<void> {
  await waveSkip.createMany({ data: skips.map(({ stage, reason, count }) => ({ waveId, stage, reason, count })) })
}

export async function skipsOfWave({ waveSkip }: Records, waveId: string): Promise<readonly Skip[]> {
  const skips = await waveSkip.findMany({
    where: { waveId },
    omit: { waveId: true },
    orderBy: [{ stage: 'asc' }, { count: 'desc' }, { reason: 'asc' }],
  })
  return skips.map((skip) => recordOf<Skip>(skip))
}
