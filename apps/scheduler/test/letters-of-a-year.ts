/**
 * Every email of the year of `year-on-sqlite.slow.test.ts` in the organization's time: when, which, about what and how many,
 * and the rule by which it should leave.
 */
export const SHOULD_LEAVE: readonly (readonly [email: string, rule: string])[] = [
  [
    '2025-12-20 09:01 | deadlines | freeze 2024-H2 overdue, freeze 2025-H1 overdue, meeting 2025-Q3 overdue, meeting 2025-Q4 30 | 1',
    'the freeze, 60 days after the half-year: overdue; the meeting of the quarter: overdue; the meeting of the quarter: 30 days left',
  ],
  ['2025-12-20 09:01 | deadlines | assessment first overdue | 1', 'the first yearly assessment: overdue'],
  ['2025-12-24 08:01 | deadlines | meeting 2025-Q4 7 | 1', 'the meeting of the quarter: 7 days left'],
  ['2025-12-28 09:01 | mail-server-test | opening on 2026-01-04 | 1', '7 days before a wave opens'],
  ['2025-12-30 08:01 | deadlines | meeting 2025-Q4 1 | 1', 'the meeting of the quarter: 1 day left'],
  ['2026-01-01 08:01 | deadlines | meeting 2025-Q4 overdue | 1', 'the meeting of the quarter: overdue'],
  ['2026-01-03 08:01 | goals-changed |  | 2', 'the leaks of 2025 are judged'],
  ['2026-01-03 09:01 | mail-server-test | opening on 2026-01-04 | 1', '1 day before a wave opens'],
  [
    '2026-01-04 09:01 | survey-invitation | 2025-H2 | 9',
    'the first working day of January 2026: Sunday the 4th is worked',
  ],
  [
    '2026-01-05 09:01 | closing-reminder | ended 2025-H2 | 4',
    'the fifth of a month, to the owners whose registers lack something',
  ],
  ['2026-01-09 10:01 | survey-reminder | 2025-H2 | 6', '5 days after the invitation, to who has not answered'],
  ['2026-01-14 10:01 | survey-last-reminder | 2025-H2 | 4', '10 days after the invitation, to who has not answered'],
  [
    '2026-01-29 08:01 | unlinking-certificate | closed on 2026-01-28 | 1',
    'the wave closes at the end of its 24th day, and the run after it attacks the anonymized wave',
  ],
  ['2026-01-30 08:01 | deadlines | freeze 2025-H2 30 | 1', 'the freeze, 60 days after the half-year: 30 days left'],
  [
    '2026-02-05 08:01 | edition-notice | held 2025-H2 | 4',
    '5 working days after the wave is anonymized the summary lacks records: to the officer and the owners of the gaps',
  ],
  [
    '2026-02-05 09:01 | closing-reminder | ended 2025-H2 | 4',
    'the fifth of a month, to the owners whose registers lack something',
  ],
  ['2026-02-22 08:01 | deadlines | freeze 2025-H2 7 | 1', 'the freeze, 60 days after the half-year: 7 days left'],
  ['2026-02-26 08:01 | executive-summary | record 2025-H2 | 6', '10 working days after it was held, with its gaps'],
  ['2026-02-28 08:01 | deadlines | freeze 2025-H2 1 | 1', 'the freeze, 60 days after the half-year: 1 day left'],
  ['2026-03-01 08:01 | deadlines | meeting 2026-Q1 30 | 1', 'the meeting of the quarter: 30 days left'],
  ['2026-03-02 08:01 | deadlines | freeze 2025-H2 overdue | 1', 'the freeze, 60 days after the half-year: overdue'],
  [
    '2026-03-05 09:01 | closing-reminder | ended 2025-H2 | 4',
    'the fifth of a month, to the owners whose registers lack something',
  ],
  ['2026-03-24 08:01 | deadlines | meeting 2026-Q1 7 | 1', 'the meeting of the quarter: 7 days left'],
  ['2026-03-30 08:01 | deadlines | meeting 2026-Q1 1 | 1', 'the meeting of the quarter: 1 day left'],
  ['2026-04-01 08:01 | deadlines | meeting 2026-Q1 overdue | 1', 'the meeting of the quarter: overdue'],
  [
    '2026-04-05 09:01 | closing-reminder | ended 2025-H2 | 4',
    'the fifth of a month, to the owners whose registers lack something',
  ],
  [
    '2026-05-05 09:01 | closing-reminder | ended 2025-H2 | 4',
    'the fifth of a month, to the owners whose registers lack something',
  ],
  ['2026-05-31 08:01 | deadlines | meeting 2026-Q2 30 | 1', 'the meeting of the quarter: 30 days left'],
  [
    '2026-06-01 08:01 | deadlines | opening 2026-H1 30 | 1',
    'the approval of the automatic opening, which is asked for later that day: 30 days left',
  ],
  [
    '2026-06-05 09:01 | closing-reminder | ended 2025-H2 | 4',
    'the fifth of a month, to the owners whose registers lack something',
  ],
  ['2026-06-23 08:01 | deadlines | meeting 2026-Q2 7 | 1', 'the meeting of the quarter: 7 days left'],
  ['2026-06-24 09:01 | mail-server-test | opening on 2026-07-01 | 1', '7 days before a wave opens'],
  ['2026-06-29 08:01 | deadlines | meeting 2026-Q2 1 | 1', 'the meeting of the quarter: 1 day left'],
  ['2026-06-30 09:01 | mail-server-test | opening on 2026-07-01 | 1', '1 day before a wave opens'],
  ['2026-07-01 08:01 | deadlines | meeting 2026-Q2 overdue | 1', 'the meeting of the quarter: overdue'],
  ['2026-07-01 09:01 | survey-invitation | 2026-H1 | 9', 'the first working day of July 2026'],
  [
    '2026-07-05 09:01 | closing-reminder | ended 2026-H1 | 4',
    'the fifth of a month, to the owners whose registers lack something',
  ],
  ['2026-07-06 10:01 | survey-reminder | 2026-H1 | 6', '5 days after the invitation, to who has not answered'],
  ['2026-07-11 10:01 | survey-last-reminder | 2026-H1 | 4', '10 days after the invitation, to who has not answered'],
  [
    '2026-07-26 08:01 | unlinking-certificate | closed on 2026-07-25 | 1',
    'the wave closes at the end of its 24th day, and the run after it attacks the anonymized wave',
  ],
  ['2026-07-30 08:01 | deadlines | freeze 2026-H1 30 | 1', 'the freeze, 60 days after the half-year: 30 days left'],
  [
    '2026-07-31 08:01 | edition-notice | held 2026-H1 | 4',
    '5 working days after the wave is anonymized the summary lacks records: to the officer and the owners of the gaps',
  ],
  [
    '2026-08-05 09:01 | closing-reminder | ended 2026-H1 | 4',
    'the fifth of a month, to the owners whose registers lack something',
  ],
  ['2026-08-14 08:01 | executive-summary | record 2026-H1 | 6', '10 working days after it was held, with its gaps'],
  ['2026-08-22 08:01 | deadlines | freeze 2026-H1 7 | 1', 'the freeze, 60 days after the half-year: 7 days left'],
  ['2026-08-28 08:01 | deadlines | freeze 2026-H1 1 | 1', 'the freeze, 60 days after the half-year: 1 day left'],
  ['2026-08-30 08:01 | deadlines | freeze 2026-H1 overdue | 1', 'the freeze, 60 days after the half-year: overdue'],
  ['2026-08-31 08:01 | deadlines | meeting 2026-Q3 30 | 1', 'the meeting of the quarter: 30 days left'],
  [
    '2026-09-05 09:01 | closing-reminder | ended 2026-H1 | 4',
    'the fifth of a month, to the owners whose registers lack something',
  ],
  ['2026-09-23 08:01 | deadlines | meeting 2026-Q3 7 | 1', 'the meeting of the quarter: 7 days left'],
  ['2026-09-29 08:01 | deadlines | meeting 2026-Q3 1 | 1', 'the meeting of the quarter: 1 day left'],
  ['2026-10-01 08:01 | deadlines | meeting 2026-Q3 overdue | 1', 'the meeting of the quarter: overdue'],
  [
    '2026-10-05 09:01 | closing-reminder | ended 2026-H1 | 4',
    'the fifth of a month, to the owners whose registers lack something',
  ],
  [
    '2026-11-05 09:01 | closing-reminder | ended 2026-H1 | 4',
    'the fifth of a month, to the owners whose registers lack something',
  ],
  [
    '2026-12-01 08:01 | deadlines | meeting 2026-Q4 30, holidays 2027 30 | 1',
    'the meeting of the quarter: 30 days left; the holidays of the next year: 30 days left',
  ],
  ['2026-12-05 08:01 | deadlines | opening 2026-H2 30 | 1', 'the approval of the automatic opening: 30 days left'],
  [
    '2026-12-05 09:01 | closing-reminder | ended 2026-H1 | 4',
    'the fifth of a month, to the owners whose registers lack something',
  ],
  [
    '2026-12-24 08:01 | deadlines | meeting 2026-Q4 7, holidays 2027 7 | 1',
    'the meeting of the quarter: 7 days left; the holidays of the next year: 7 days left',
  ],
  ['2026-12-28 08:01 | deadlines | opening 2026-H2 7 | 1', 'the approval of the automatic opening: 7 days left'],
  ['2026-12-28 09:01 | mail-server-test | opening on 2027-01-04 | 1', '7 days before a wave opens'],
  [
    '2026-12-30 08:01 | deadlines | meeting 2026-Q4 1, holidays 2027 1 | 1',
    'the meeting of the quarter: 1 day left; the holidays of the next year: 1 day left',
  ],
]
