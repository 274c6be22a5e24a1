import type { Id } from '@wayproof/kernel/id'
import { fail, type Outcome, ok } from '@wayproof/kernel/outcome'
import type { Auditor } from './auditor.ts'
import type { SamplePorts } from './ports.ts'
import { makeSampleSeal } from './sample-seal.ts'
import type { SealedSample } from './sealed-sample.ts'

export interface SealSample {
  readonly sample: Id
  readonly by: Auditor
}

export type SampleSealFault = {
  readonly code: 'sample-unknown' | 'sample-sealed' | 'sample-unfinished' | 'result-changed'
}

/** Seals a finished worksheet. It is then read-only, and any change breaks the chain. */
export async function sealSample(
  { samples, clock }: Pick<SamplePorts, 'samples' | 'clock'>,
  { sample: id, by }: SealSample,
): Promise<Outcome<SealedSample, SampleSealFault>> {
  const at = clock.now()
  const sample = await samples.find(id)
  if (!sample) return fail('sample-unknown')
  if (sample.sealed) return fail('sample-sealed')
  if (sample.rows.some(({ finding }) => finding === null)) return fail('sample-unfinished')
  const { number, head, chainHead } = await samples.heads()
  const seal = makeSampleSeal(sample, { number: number + 1, previous: head, chainHead, at, by })
  return (await samples.seal(sample, seal)) ? ok(seal) : fail('result-changed')
}
