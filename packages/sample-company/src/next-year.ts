import { addDays, type CalendarDate, earlier, later } from '@wayproof/kernel/calendar/calendar-date'
import { bookingsOf } from './bookings.ts'
import type { SampleCompany } from './company.ts'
import { csv } from './csv.ts'
import { educationFiles } from './education.ts'
import { nextIncidentFiles } from './incidents.ts'
import type { Cells } from './known-by.ts'
import { placeFiles } from './places.ts'
import { nextPolicyFiles } from './policies.ts'
import { type Random, random } from './random.ts'
import { nextStaffFiles } from './staff.ts'
import { nextTravelerFiles } from './travelers.ts'

// The company in the year after its own, up to a day of that year: nothing is left undone except what a visitor is to see.

/** The partner who joined in December, and is audited within its 90 days. */
const NEWCOMER = 'P12'
/** Open findings of audits, the days since they were found and until they are due. */
const OPEN_FINDINGS = [
  {
    ...{ id: 'F-N1', finding: '访问日志有三周缺失（access logs are missing for three weeks）' },
    ...{
      action: '补查日志并设置告警（review the logs and set an alert）',
      severity: 'medium',
      foundAgo: 25,
      dueIn: 40,
    },
  },
  {
    ...{ id: 'F-N2', finding: '两名离职人员账号仍启用（two accounts of leavers are active）' },
    ...{ action: '停用账号并复查（disable the accounts and review）', severity: 'high', foundAgo: 14, dueIn: 21 },
  },
] as const
/** Findings due by this many days from now are done, so that only what is meant to be late or due this week is. */
const SETTLED_AHEAD = 8

/** Registers of the year after that of the company, as known on `today`, a day of that year. */
export function nextYearFiles(
  { seed, year, outlook, files }: SampleCompany,
  today: CalendarDate,
): Readonly<Record<string, string>> {
  const own = random(`${seed}/${year}`)
  const draw = random(`${seed}/${year}/next`)
  const version = today > `${year + 1}-09-10` ? '4' : '3'
  const checkedOn = later(`${year}-10-20`, addDays(today, -12))
  return {
    ...nextStaffFiles(own.part('staff'), year),
    ...partnerFilesSince(draw.part('partners'), year, files, today),
    ...nextIncidentFiles(draw.part('incidents'), year, today),
    ...nextPolicyFiles(own.part('policies'), year, outlook, today),
    ...educationFiles(draw.part('education'), year + 1),
    ...bookingsOf(draw.part('bookings'), [year + 1]),
    ...placeFiles(checkedOn, version),
    ...nextTravelerFiles(draw.part('travelers'), year),
  }
}

/** A finding that is due soon is done: the cells with the day on which it was. */
export function settledBy(today: CalendarDate, register: string, cells: Cells): Cells {
  const doneField = { 'security-findings': 'fixedOn', 'audit-findings': 'doneOn' }[register]
  const { dueOn, foundOn } = cells
  if (doneField === undefined || typeof dueOn !== 'string' || typeof foundOn !== 'string') return cells
  if (cells[doneField] !== null || dueOn > addDays(today, SETTLED_AHEAD)) return cells
  return { ...cells, [doneField]: later(foundOn, earlier(addDays(dueOn, -3), addDays(today, -1))) }
}

/** Audits of each partner, renewed agreements, and two open findings. */
function partnerFilesSince(
  draw: Random,
  year: number,
  files: SampleCompany['files'],
  today: CalendarDate,
): Readonly<Record<string, string>> {
  const next = year + 1
  const agreements = rowsOf(files['partner-agreements'])
  const partners = [...new Set([...agreements.map(([id]) => id ?? ''), NEWCOMER])].sort()
  const audits = partners.map((id, n) => {
    const last = rowsOf(files['partner-audits']).filter(([partner]) => partner === id)
    const isUrgent = !last.some(([, on, result]) => on?.startsWith(`${year}-`) && result === 'pass')
    const month = isUrgent ? 2 : 3 + (n % 9)
    return [id, `${next}-${String(month).padStart(2, '0')}-${draw.between(10, 27)}`] as const
  })
  const renewed = agreements.filter(([, , expiresOn]) => expiresOn === `${year}-12-31` || expiresOn === `${next}-12-31`)
  return {
    'partner-audits': csv(
      ['partnerId', 'reportDate', 'result', 'fullScope', 'evidenceClass', 'correctivePlanOn'],
      audits.map(([id, on]) => [id, on, 'pass', 'yes', draw.pick(['document', 'certificate', 'on-site']), null]),
    ),
    'audit-rounds': csv(
      ['partnerId', 'year', 'scope', 'plannedOn', 'sentOn', 'answeredOn', 'reviewedOn', 'closedOn'],
      audits.map(([id, on]) => {
        const back = (days: number) => addDays(on, -days)
        return [id, String(next), '全部检查项（all items）', back(45), back(45), back(20), back(3), on]
      }),
    ),
    'partner-agreements': csv(
      ['partnerId', 'signedOn', 'expiresOn'],
      [
        ...renewed.map(([id = '', , expiresOn]) => {
          const ends = Number(expiresOn?.slice(0, 4))
          return [id, `${ends}-10-20`, `${ends + 3}-12-31`]
        }),
        [NEWCOMER, `${year}-12-05`, null],
      ],
    ),
    'audit-findings': csv(
      [
        ...['id', 'partnerId', 'foundOn', 'finding', 'severity', 'action', 'owner', 'dueOn'],
        ...['doneOn', 'checkedOn', 'effective'],
      ],
      OPEN_FINDINGS.map(({ id, finding, action, severity, foundAgo, dueIn }, n) => [
        ...[id, partners[n] ?? '', addDays(today, -foundAgo), finding, severity, action, '采购部（procurement）'],
        ...[addDays(today, dueIn), null, null, null],
      ]),
    ),
  }
}

/** The rows of a text of `csv` without quoted cells. */
const rowsOf = (text = ''): readonly (readonly string[])[] =>
  text
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','))
