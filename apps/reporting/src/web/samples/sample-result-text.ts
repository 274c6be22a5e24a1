import type { Messages } from '@wayproof/messages'
import type { SampleProgress } from '@wayproof/scorecard'

/** Describes the result so far; a sample of every row needs no error bound. */
export function sampleResultText(standing: SampleProgress, frameSize: number, { reporting }: Messages): string {
  const { samples } = reporting
  const { done, size, errors } = standing
  return done === size && size === frameSize ? samples.complete(errors, size) : samples.standing(standing)
}
