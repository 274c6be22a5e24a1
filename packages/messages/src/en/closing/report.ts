/** The report of a closed half-year, on paper and in public. */
export const report = {
  title: (period: string) => `Privacy report · ${period}`,
  trendHeading: 'Results to date',
  trend: (goal: string, course: readonly string[]) => `${goal}: ${course.join(' → ')}`,
  point: (period: string, value: string) => `${period} ${value}`,
  noEarlier: 'This is the first closed half-year.',
  saidHeading: 'What travelers said and what we are doing',
  promised: (text: string, owner: string) => `${text} (${owner})`,
  planned: (owner: string, due: string, effect: string) => `Owner: ${owner} · Due: ${due} · Expected effect: ${effect}`,
  noneSaid: 'No improvement was chosen.',
  cameOfHeading: 'Progress on last half-year’s actions',
  cameOf: (action: string, state: string, outcome: string) => `${action}: ${state}. ${outcome}`,
  actionsHeading: 'Actions on off-target goals',
  noWaveHeading: 'Why no survey was held, and next steps',
  pastHeading: 'Actions on goals now back on target',
  agreedCount: (n: number) =>
    n === 1
      ? '1 more action was agreed in privacy meetings or because of findings.'
      : `${n} more actions were agreed in privacy meetings or because of findings.`,
  agreedHeading: 'Actions agreed in meetings and because of findings',
  action: (of: { note: string; action: string; owner: string; due: string; effect: string }) =>
    `${of.note}${/[.!?]$/.test(of.note) ? '' : '.'} ${of.action} (Owner: ${of.owner} · Due: ${of.due} · Expected effect: ${of.effect})`,
  sealHeading: 'Seal',
  head: (code: string) => `Seal code: ${code}`,
  seal: (number: number, version: number, rules: string) =>
    `Seal ${number}, version ${version} of this half-year, rule version ${rules}.`,
  /** For everyone. */
  compare:
    'This code covers every figure of this and earlier half-years. Keep it or print this page: if a figure changes, the code changes. Corrections get their own seal and reason.',
  check:
    'This code covers every figure of this and earlier half-years. Anyone can check it without signing in: the page below shows which half-year it belongs to and when it was sealed.',
  checkLabel: 'Check this seal',
  noValue: 'no figure',
  asOf: (counted: string) => `Figures ${counted}.`,
  leftOut: (n: number) =>
    `${n === 1 ? '1 record' : `${n} records`} excluded from a share. Two people approved each exclusion; the reason is sealed.`,
  hidden: (k: number) => `Figures based on fewer than ${k} people are hidden.`,
  contact: (organisation: string, email: string) => `${organisation} · Questions: ${email}`,
  sample: 'Sample data: the company, people and figures are made up.',
  list: { title: 'Our privacy reports', none: 'No reports published yet.' },
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
      'Anyone can see the five goals, trends, improvements, outcomes and seal code. Actions on off-target goals stay private.',
    published: (name: string, day: string) => `Published by ${name} on ${day}.`,
    see: 'View page',
    withdraw: 'Unpublish',
    withdrawTitle: 'Unpublish this report?',
    withdrawText: 'The page is removed at once. The seal stays.',
    not: 'Not published.',
  },
}
