import type { GoalId } from '@wayproof/scorecard/goals/goal'

/** The judged question with its scale. */
interface ReportQuestion {
  readonly text: string
  readonly points: number
  readonly ends: readonly [lowest: string, highest: string]
  readonly satisfied: readonly string[]
}

interface ReportCitation {
  readonly organisation: string
  readonly year: string
  readonly period: string
  readonly on: string
  readonly version: number
  readonly address: string
}

/** The report of a closed half-year, on paper and in public. */
export const report = {
  title: (period: string) => `Privacy report · ${period}`,
  kicker: (parts: readonly string[]) => parts.join(' · '),
  publishedOn: (on: string) => `published ${on}`,
  legend:
    'Mark: the figure, open if the result could be chance. Pale bar: 95% interval. Black line: target. Gray dot: leaks of the baseline year.',
  /** The same half of several years. */
  trends: {
    heading: { first: 'First halves compared', second: 'Second halves compared' },
    caption: {
      first: 'January to June of each year, never beside a whole year. Dashed line: target.',
      second: 'July to December of each year; leaks and audits count the whole year. Dashed line: target.',
    },
    none: {
      first: 'No earlier first half is sealed, so nothing is compared.',
      second: 'No earlier second half is sealed, so nothing is compared.',
    },
    units: {
      'policy-publication': '% of platforms',
      'staff-training': '% of staff',
      'incident-reduction': 'leaks',
      'customer-satisfaction': '% of opinions',
      'partner-audit': '% of partners',
    } satisfies Record<GoalId, string>,
  },
  method: {
    heading: 'How satisfaction was measured',
    question: 'Question',
    questionText: ({ text, points, ends, satisfied }: ReportQuestion) =>
      `“${text}” ${points} points from “${ends[0]}” to “${ends[1]}”; satisfied: ${satisfied.map((point) => `“${point}”`).join(', ')}.`,
    questionChanged: ' Asked differently than before, so earlier half-years are not compared.',
    field: 'Asked',
    fieldText: (from: string, to: string) => `By email, ${from} to ${to}.`,
    answers: 'Answers',
    answersText: ({ invited, answered, rate, n }: { invited: string; answered: string; rate: string; n: string }) =>
      `${invited} invited, ${answered} answered (${rate}), ${n} with an opinion.`,
    answersHidden: 'Hidden: too few people answered.',
    margin: 'Margin',
    marginText: (by: string, from: string, isWeighted: boolean) =>
      `±${by} points at 95% (${from}), ${isWeighted ? 'weighted to all who could be invited' : 'unweighted'}.`,
    noMargin: 'None: the figure is hidden, or rests on too few answers.',
    notCovered: 'Not covered',
    notCoveredText: (share: string) =>
      `${share} of the half-year’s travelers: minors, no legal basis, no valid email address, an objection, or too many emails.`,
    lessThanOne: 'Less than 1%',
    allCovered: 'No one: every traveler of the half-year could be invited.',
    partial: 'Period',
    partialText: (start: string) => `The program began on ${start}, within this half-year.`,
    corrections: 'Corrections',
    noCorrections: 'None since publication.',
    correctionsBelow: (n: number) => (n === 1 ? '1, listed below.' : `${n}, listed below.`),
    noSurvey: 'Survey',
    notRecorded: 'Not recorded: this half-year was sealed before this was kept.',
  },
  corrections: {
    heading: 'Corrections',
    version: (version: number, on: string) => `Version ${version}, ${on}`,
  },
  definitions: {
    heading: 'What is counted',
    goals: {
      'policy-publication':
        'Live platforms whose recent check found the policy in force in every language, of all live platforms.',
      'staff-training':
        'Staff who completed the training and passed the exam within the quarter, of all who were due. Both quarters must reach the target.',
      'incident-reduction':
        'Confirmed leaks of customer data, by day of discovery, compared with the same months of the baseline year. The limit covers the whole year.',
      'customer-satisfaction': 'Answers at the satisfied points of the scale, of all answers with an opinion.',
      'partner-audit':
        'Partners with a full audit this year, not only a self-assessment, of all that hold customer data and were due.',
    } satisfies Record<GoalId, string>,
  },
  cite: {
    heading: 'Cite as',
    text: ({ organisation, year, period, on, version, address }: ReportCitation) =>
      `${organisation} (${year}): Privacy report, ${period}. Published ${on}, version ${version}. ${address}`,
  },
  downloads: { heading: 'Take it with you', pdf: 'Report, PDF', csv: 'Figures, CSV' },
  sealCheck: {
    title: 'Check a seal code',
    lead: 'A code belongs to one version of one report. If a figure changes, so does the code.',
    code: 'Seal code',
    check: 'Check',
    valid: (period: string, version: number, on: string) =>
      `This code is that of the report on the ${period}, version ${version}, sealed on ${on}. Its stored figures match the code.`,
    replaced: 'A correction was sealed later; the report shows the newest version.',
    altered: 'This code is that of a published report, but the stored figures do not match it. Ask the organization.',
    unknown: 'No published report has this code.',
    mistyped: 'This is not a seal code: 7 groups of 4 characters. Check for typing errors.',
    open: 'Open the report',
  },
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
