import { count } from '../../number-format.ts'

const n = (value: number) => count(value, 'en')

/** How the share of the satisfied was estimated. */
export const estimate = {
  title: 'How the share was estimated, and how sure it is',
  weighted: 'Weighted: this decides',
  notWeighted: 'not weighted; the count decides',
  counted: 'As counted',
  effective: 'As sure as',
  effectiveOf: (effective: number, answers: number) =>
    `${n(effective)} answers drawn at random, of ${n(answers)} given`,
  designEffect: 'Design effect',
  trimmed: 'Weights cut',
  trimmedOf: (answers: number) => (answers === 0 ? 'of no answers, or few' : `of at least ${n(answers)} answers`),
  apart: 'Those who answered',
  alike: 'show no difference from all customers beyond chance',
  apartIn: (margins: readonly string[]) => `differ from all customers in ${margins.join(', ').toLowerCase()}`,
  fullAnswer: 'Interval, since all of the sample answered',
  silent: 'If the silent had answered',
  metUnless: (share: string) => `met unless fewer than ${share} of them are satisfied`,
  missedUnless: (share: string) => `missed unless at least ${share} of them are satisfied`,
  metAnyway: 'met whatever they had said',
  missedAnyway: 'missed whatever they had said',
  withoutOpinion: 'Without an opinion',
  satisfiedOfAll: 'Satisfied, of all who answered',
  minimum: 'Answers needed for a status',
  help: {
    weighted:
      'Answers count for as many as they stand for: by trip type, channel, region and language of all eligible customers.',
    counted:
      'Every answer counts the same. Where it stands on the other side of the target, the weighted share decides.',
    band: 'Where so few all say the same, or all but one, it is not told which, so that nobody’s answer shows.',
    effective: 'Unequal weights and groups make answers worth less than their number. The interval rests on this.',
    designEffect: 'What unequal weights cost: 1 is nothing, above 2 is much.',
    trimmed: 'No answer weighs less than 0.3 or more than 3 of the middle, so that few do not decide.',
    apart:
      'A chi-square test on each margin, more than chance at 5% over all of them. The weights set these right; what else sets the silent apart, they cannot.',
    fullAnswer: 'With the finite-population correction. It does not decide: it takes silence for chance.',
    silent:
      'The share of the silent who must be satisfied for all who were asked to stand exactly at the target: there the verdict turns.',
    withoutOpinion: 'No experience, or don’t know: left out of the share. Above 30% it speaks for few.',
    satisfiedOfAll: 'The same count, with those without an opinion in the base.',
    minimum: 'Effective answers; below it the share is shown without a status. Sealed when the survey opened.',
  },
}
