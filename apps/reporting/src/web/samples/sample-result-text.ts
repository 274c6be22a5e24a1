import type { Messages } from '@wayproof/messages/en'
import type { SampleProgress } from '@wayproof/scorecard/sample/audit-sample'

/** Describes the result so far; a sample of every row needs no error bound. */
export function sampleResultText(progress: SampleProgress, frameSize: number, { reporting }: Messages): string {
  const { samples } = reporting
  const { done, size, errors } = progress
  return done === size && size === frameSize ? samples.complete(errors, size) : samples.standing(progress)
}
