import { count } from '../../number-format.ts'

const n = (value: number) => count(value, 'en')

/** How the share of the satisfied was estimated. */
export const estimate = {
  title: 'How the share is estimated, and its precision',
  weighted: 'Weighted (decides)',
  notWeighted: 'not weighted; the unweighted share decides',
  counted: 'Unweighted',
  effective: 'Effective sample size',
  effectiveOf: (effective: number, answers: number) => `${n(effective)} of ${n(answers)} answers`,
  designEffect: 'Design effect',
  trimmed: 'Weights trimmed',
  trimmedOf: (answers: number) => (answers === 0 ? 'no answers, or only a few' : `at least ${n(answers)} answers`),
  apart: 'Respondents',
  alike: 'do not differ significantly from all customers',
  apartIn: (margins: readonly string[]) =>
    `differ significantly in ${new Intl.ListFormat('en').format(margins.map((margin) => margin.charAt(0).toLowerCase() + margin.slice(1)))}`,
  fullAnswer: 'Interval, as if everyone sampled had answered',
  silent: 'If nonrespondents had answered',
  uneven: 'If willingness to answer differs',
  withoutOpinion: 'No opinion',
  satisfiedOfAll: 'Satisfied, of all respondents',
  minimum: 'Minimum responses for a status',
  help: {
    uneven: 'Sampling error does not cover this. The range is a calculation, not a finding.',
    weighted: 'Weighted to the groups of all eligible customers that the method report names.',
    counted: 'Every answer counts the same. If this falls on the other side of the target, the weighted share decides.',
    band: 'When nearly all answers are the same, the exact figure is hidden to protect individuals.',
    effective: 'Unequal weights and groups reduce precision. The interval uses this size.',
    designEffect: 'The loss of precision from unequal weights: 1 is none.',
    trimmed: 'Weights are limited to 0.3–3 times the mean.',
    apart: 'Chi-square test per margin, 5% overall. Weighting corrects these differences, not others.',
    fullAnswer: 'With the finite-population correction. It does not decide, because it treats nonresponse as random.',
    silent: 'Share of nonrespondents who must be satisfied for the result to land exactly on target.',
    withoutOpinion: '“No experience” or “Don’t know”; excluded. Above 30%, the share covers few people.',
    satisfiedOfAll: 'The same count, with respondents without an opinion in the denominator.',
    minimum: 'Effective responses. Below this the share is shown without a status. Sealed when the survey opened.',
  },
}
