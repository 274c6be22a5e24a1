import type { Skip } from '@wayproof/survey'
import { recordOf } from '../engine/prisma/stored-record.ts'
import type { Prisma } from '../generated/client.ts'

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
