/** The report of a closed half-year, on paper and in public. */
export const report = {
  title: (period: string) => `Privacy report · ${period}`,
  trendHeading: 'The course so far',
  trend: (goal: string, course: readonly string[]) => `${goal}: ${course.join(' → ')}`,
  point: (period: string, value: string) => `${period} ${value}`,
  noEarlier: 'This is the first half-year that was closed.',
  saidHeading: 'What travelers said, what we do',
  promised: (text: string, owner: string) => `${text} (${owner})`,
  planned: (owner: string, due: string, effect: string) => `${owner}; due ${due}; expected: ${effect}`,
  noneSaid: 'No improvement was chosen.',
  cameOfHeading: 'What came of the last half-year’s promises',
  cameOf: (action: string, state: string, outcome: string) => `${action}: ${state}, ${outcome}`,
  actionsHeading: 'What is done about red goals',
  noWaveHeading: 'Why no survey was held, and what is done',
  pastHeading: 'Decided on goals that are no longer red',
  action: (of: { note: string; action: string; owner: string; due: string; effect: string }) =>
    `${of.note}${/[.!?]$/.test(of.note) ? '' : '.'} ${of.action} (${of.owner}; due ${of.due}; expected: ${of.effect})`,
  sealHeading: 'Seal',
  head: (code: string) => `Seal code: ${code}`,
  seal: (number: number, version: number, rules: string) =>
    `Seal ${number}, version ${version} of this half-year, judged by rule version ${rules}.`,
  /** For everybody. */
  compare:
    'This code covers every figure of this half-year and of those before. Keep it or print this page: if a figure changes, the code changes. Corrections get their own seal and reason.',
  check:
    'This code covers every figure of this half-year and of those before. Anyone can check it without signing in: the page below names the half-year it belongs to and the day it was sealed.',
  checkLabel: 'Check this seal',
  noValue: 'no figure',
  asOf: (counted: string) => `Figures ${counted}.`,
  leftOut: (n: number) =>
    `${n === 1 ? 'One row is' : `${n} rows are`} left out of a share, by the decision of two people, with a reason that is sealed.`,
  hidden: (k: number) => `No figure of this half-year is shown behind which fewer than ${k} people stand.`,
  contact: (organisation: string, email: string) => `${organisation} · Questions: ${email}`,
  sample: 'Sample data: the company, its people and its figures are made up.',
  list: { title: 'Our privacy reports', none: 'No report is published at present.' },
  /** In place of the PDF. */
  notPrinted: {
    busy: 'Many PDFs are being made right now. Try again in a minute.',
    'too-slow': 'The PDF took too long. Try again; if this repeats, tell your administrator.',
    failed: 'The PDF could not be made. Try again; if this repeats, tell your administrator.',
  },
  panel: {
    title: 'Report',
    lead: 'One or two pages with charts and the seal code, for the board or your files.',
    pdf: { 'zh-CN': 'PDF in Chinese', en: 'PDF in English' },
    publicTitle: 'Public page',
    publish: 'Publish',
    publishTitle: 'Publish this report?',
    publishText:
      'Anybody can read the five goals, their course, the improvements and what came of them, and the seal code. Actions on red goals are not shown.',
    published: (name: string, day: string) => `Published by ${name} on ${day}.`,
    see: 'See the page',
    withdraw: 'Withdraw',
    withdrawTitle: 'Withdraw this report?',
    withdrawText: 'The page is gone at once. The seal stays.',
    not: 'This report is not public.',
  },
}
