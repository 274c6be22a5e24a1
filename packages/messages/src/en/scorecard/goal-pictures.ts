import { count } from '../../number-format.ts'

const n = (value: number) => count(value, 'en')

/** The pictures of the goal pages and what lies behind them. */
export const goalPictures = {
  sure: 'How sure is this?',
  training: {
    views: 'View',
    byUnit: 'By department and quarter',
    byPerson: 'Who is missing',
    title: 'Share passed, in percent',
    caption: 'Share passed by department and quarter, in percent',
    unit: 'Department',
    everyone: 'All staff',
    missing: 'Missing',
    missingOf: (people: string, due: string) => `${people} of ${due}`,
    quarterOfYear: (quarter: string, year: string) => `${quarter} ${year}`,
    runningQuarter: (quarter: string) => `${quarter}, running`,
    states: {
      ended: { reached: 'Reached', below: 'Below' },
      running: { reached: 'Above, running', below: 'Below, running' },
    },
    legend: {
      ended: {
        reached: (target: string) => `${target} or more`,
        below: (target: string) => `below ${target}`,
      },
      running: {
        reached: (target: string) => `${target} or more, running`,
        below: (target: string) => `below ${target}, running`,
      },
    },
    noCounts: 'Departments of 20 or more are shown; HR sees the counts.',
    course: (quarter: string) => `Last weeks of ${quarter}`,
    day: 'Day',
    who: 'Who is missing',
    names: 'Names',
    list: 'List',
    unitsOnly: 'The list shows departments only.',
    nobody: 'No one is missing.',
  },
  leaks: {
    title: (year: string) => `Leaks in ${year} by month and cause`,
    month: 'Month',
    total: 'Total so far',
    unknownMonth: 'month unknown',
    none: (year: string) => `No leak in ${year}.`,
    describe: (name: string, values: string) => `${name}: ${values}`,
  },
  audits: {
    title: 'Audits by partner and year',
    partner: 'Partner',
    states: { audited: 'Audited', planned: 'Planned', missing: 'Missing' },
    none: 'not due',
    empty: 'No partner has been due for an audit.',
    onlyOpen: (partners: number) => `Only open, ${n(partners)}`,
    everyone: 'Show all',
  },
}
