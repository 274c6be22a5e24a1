const names = {
  interval: 'Confidence interval',
  margin: 'Margin of error',
  significant: 'Beyond sampling error',
  weighting: 'Weighting',
  effective: 'Effective sample size',
  rate: 'Response rate',
  hidden: 'Suppression of small groups',
}

/** A statistical word that a page explains. */
export type Term = keyof typeof names

export const terms = {
  title: 'Terms',
  names,
  texts: {
    interval:
      'The range in which the true share lies in 95 of 100 surveys like this one. The more people answer, the narrower it is.',
    margin:
      'Half the width of the confidence interval, in percentage points: how far the true share may be from the one shown.',
    significant:
      'The whole confidence interval is on one side of the target, which sampling alone hardly explains. It says nothing of those who stayed silent.',
    weighting:
      'Answers of groups that answered less often count more, so that the result stands for all eligible customers.',
    effective:
      'The number of equally weighted answers that would be as precise. Uneven weights make it smaller than the answers.',
    rate: 'People who answered out of all who were invited. With few answers, those who stayed silent may think differently.',
    hidden:
      'Figures of few people are not shown, nor others from which they could be computed, to protect individuals.',
  } satisfies Record<Term, string>,
}
