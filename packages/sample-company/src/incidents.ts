import { addDays, type CalendarDate } from '@wayproof/kernel/calendar/calendar-date'
import { csv } from './csv.ts'
import type { Outlook } from './outlook.ts'
import type { Random } from './random.ts'
import { nextScanFiles, scanFiles } from './scans.ts'

const kinds: readonly (readonly [title: string, cause: string, classes: string])[] = [
  ['客服邮件误发行程单', 'error', 'contact|name|travel'],
  ['门店遗失登记表', 'physical', 'contact|name'],
  ['合作方接口返回他人订单', 'error', 'contact|name|travel'],
  ['员工越权查询订单', 'misuse', 'name|travel'],
  ['钓鱼邮件骗取后台账号', 'social', 'account|contact|name'],
  ['导出文件误传外部网盘', 'error', 'contact|identity-document|name'],
  ['短信平台泄露手机号', 'hacking', 'contact'],
  ['打印件未粉碎', 'physical', 'name|payment'],
]

const two = (n: number) => String(n).padStart(2, '0')

/** Days after its discovery by which every notice of a leak is out. */
const NOTICES_OUT = 10
const LEAKS_NEXT_YEAR = 3

function incidentRow(random: Random, of: number, n: number, confirmed: boolean) {
  const month = two(random.between(1, 11))
  const day = random.between(1, 20)
  const [title, cause, classes] = random.pick(kinds)
  const partner = random.chance(0.3) ? `P0${random.between(1, 9)}` : null
  const discoveredAt = `${of}-${month}-${two(day + 4)}T${two(random.between(9, 22))}:${two(random.between(0, 59))}:00+08:00`
  const records = random.between(1, 900)
  return {
    id: `I-${of}-${two(n)}`,
    title,
    occurred: `${of}-${month}`,
    discovered: discoveredAt,
    confirmed: confirmed ? `${of}-${month}-${two(day + 5)}` : null,
    disclosure: confirmed ? 'yes' : 'no',
    customerData: 'yes',
    state: confirmed ? 'confirmed' : 'rejected',
    severity: records > 800 ? 'larger' : 'ordinary',
    cause,
    dataClasses: classes,
    partnerId: partner,
    records: confirmed ? records : null,
    recordsTo: confirmed && random.chance(0.8) ? records + random.between(0, 60) : null,
  }
}

/** Three years of incidents: half as many as the year before if the goal is met. */
export function incidentFiles(random: Random, year: number, outlook: Outlook): Readonly<Record<string, string>> {
  const baseline = random.between(7, 10)
  const cap = Math.floor(baseline / 2)
  const current = outlook.incidents ? cap - random.between(0, 1) : cap + random.between(1, 3)
  const counts = [
    [year - 2, baseline + random.between(2, 5)],
    [year - 1, baseline],
    [year, current],
  ] as const
  const rows = counts.flatMap(([of, count]) => [
    ...Array.from({ length: count }, (_, n) => incidentRow(random, of, n + 1, true)),
    incidentRow(random, of, count + 1, false),
  ])
  const leaks = rows.filter(({ state }) => state === 'confirmed')
  return {
    ...filesOfIncidents(random, rows, leaks),
    'security-assessments': csv(
      ['id', 'performedOn', 'fullScope'],
      counts.map(([of]) => [`A-${of}`, `${of}-10-${random.between(10, 28)}`, 'yes']),
    ),
    ...scanFiles(random.part('scans'), year),
  }
}

/** Incidents of the year after `year` whose notices are out by `today`, and the assessment of that year. */
export function nextIncidentFiles(random: Random, year: number, today: CalendarDate): Readonly<Record<string, string>> {
  const next = year + 1
  const rows = Array.from({ length: LEAKS_NEXT_YEAR }, (_, n) => incidentRow(random, next, n + 1, true)).filter(
    ({ discovered }) => discovered.slice(0, 10) < addDays(today, -NOTICES_OUT),
  )
  return {
    ...(rows.length === 0 ? {} : filesOfIncidents(random, rows, rows)),
    'security-assessments': csv(['id', 'performedOn', 'fullScope'], [[`A-${next}`, `${next}-09-16`, 'yes']]),
    ...nextScanFiles(random.part('scans'), next),
  }
}

type IncidentRow = ReturnType<typeof incidentRow>

const filesOfIncidents = (random: Random, rows: readonly IncidentRow[], leaks: readonly IncidentRow[]) => ({
  incidents: csv(Object.keys(rows[0] ?? {}), rows.map(Object.values)),
  'incident-notices': csv(
    ['incidentId', 'duty', 'wanted', 'notifiedAt', 'facts', 'reference', 'reason'],
    leaks.flatMap((leak) => noticeRows(random, leak)),
  ),
})

interface Leak {
  readonly id: string
  readonly discovered: string
  readonly severity: string
}

/** Most are reported in time, one in eight late; mild ones need no report abroad, and none is a high risk for people. */
function noticeRows(random: Random, { id, discovered, severity }: Leak): (string | null)[][] {
  const after = (hours: number) =>
    new Date(Date.parse(discovered) + hours * 3_600_000).toISOString().replace('.000', '')
  const isLate = random.chance(0.125)
  const abroad = random.chance(0.5)
  return [
    [
      id,
      'pipl-57',
      'yes',
      after(random.between(2, 20)),
      'cause|consequences|contact|data-classes|measures',
      null,
      null,
    ],
    abroad
      ? [
          ...[id, 'gdpr-33', 'yes', after(isLate ? random.between(73, 120) : random.between(20, 70))],
          ...['consequences|contact|measures|nature|people|records', `DPA-${id}`],
          isLate ? '受影响客户的名单晚于预期查清（the list of affected customers took longer）' : null,
        ]
      : [id, 'gdpr-33', 'no', null, null, null, '不涉及欧盟境内的客户（no customers in the EU）'],
    [id, 'gdpr-34', 'no', null, null, null, '对当事人没有高风险（no high risk for the people concerned）'],
    ...(severity === 'larger'
      ? [[id, 'cn-report-4h', 'yes', after(random.between(1, 3)), 'cause|measures|place-and-level|systems', null, null]]
      : []),
  ]
}
