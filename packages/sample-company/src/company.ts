import { addDays } from '@wayproof/kernel/calendar/calendar-date'
import { bookingFiles } from './bookings.ts'
import { csv } from './csv.ts'
import { educationFiles } from './education.ts'
import { incidentFiles } from './incidents.ts'
import { type Outlook, outlook } from './outlook.ts'
import { placeFiles } from './places.ts'
import { policyFiles } from './policies.ts'
import { type Random, random } from './random.ts'
import { staffFiles } from './staff.ts'
import { travelerFiles } from './travelers.ts'

export interface SampleCompany {
  readonly seed: string
  readonly year: number
  readonly outlook: Outlook
  /** A CSV text for each register, ordered so that references lead to earlier registers. */
  readonly files: Readonly<Record<string, string>>
}

/** An invented travel company, the same one for the same seed and year. */
export function sampleCompany(seed: string, year: number): SampleCompany {
  const draw = random(`${seed}/${year}`)
  const expected = outlook(draw.part('outlook'))
  return {
    seed,
    year,
    outlook: expected,
    files: {
      ...staffFiles(draw.part('staff'), year, expected),
      ...partnerFiles(draw.part('partners'), year, expected),
      ...incidentFiles(draw.part('incidents'), year, expected),
      ...policyFiles(draw.part('policies'), year, expected),
      ...educationFiles(draw.part('education'), year),
      ...bookingFiles(draw.part('bookings'), year),
      ...placeFiles(`${year}-10-20`, '3'),
      ...travelerFiles(draw.part('travelers'), year),
    },
  }
}

const partners: readonly (readonly [
  name: string,
  service: string,
  classes: string,
  countries: string,
  criticality: string,
])[] = [
  ['东海航空票务', '机票', 'contact|identity-document|name|travel', 'CN|JP', 'high'],
  ['海港渡轮', '轮渡', 'name|travel', 'CN', 'medium'],
  ['山海酒店集团', '住宿', 'contact|name|travel', 'CN|TH', 'high'],
  ['云帆支付', '支付', 'account|payment', 'CN', 'critical'],
  ['安途保险', '保险', 'birth-date|health|identity-document|name', 'CN', 'high'],
  ['晴空地接', '地接', 'contact|name|travel', 'TH|JP', 'medium'],
  ['星桥短信', '短信通知', 'contact', 'CN', 'medium'],
  ['远景签证', '签证', 'birth-date|identity-document|name', 'CN|FR', 'high'],
  ['蓝鲸云计算', '云服务', 'account|contact|name|travel', 'CN|SG', 'critical'],
  ['青松租车', '租车', 'contact|name', 'CN|DE', 'low'],
  ['纸鸢印刷', '印刷', '', 'CN', 'low'],
  ['新月邮轮', '邮轮', 'identity-document|name|travel', 'SG', 'medium'],
]

/** Twelve partners: one without customers' data, one that joined in December, ten due every year. */
function partnerFiles(random: Random, year: number, outlook: Outlook): Readonly<Record<string, string>> {
  const rows = partners.map(([name, service, dataClasses, countries, criticality], i) => ({
    id: `P${String(i + 1).padStart(2, '0')}`,
    name,
    service,
    dataClasses,
    countries,
    criticality,
    inScope: i !== 10,
    onboarded: i === 11 ? `${year}-12-05` : `${year - random.between(2, 6)}-0${random.between(1, 9)}-15`,
  }))
  const due = rows.slice(0, 10)
  const late = new Set(outlook.audits ? [] : random.some(due, random.between(1, 3)).map(({ id }) => id))
  const lateLastYear = random.pick(due).id
  const audits = due.flatMap(({ id }) => {
    const report = (of: number) => `${of}-${String(random.between(2, 11)).padStart(2, '0')}-${random.between(10, 28)}`
    const isPassed = random.chance(0.85)
    const row = (of: number, isFull: boolean) => [
      id,
      report(of),
      isPassed ? 'pass' : 'fail',
      isFull ? 'yes' : 'no',
      random.pick(['document', 'certificate', 'on-site']),
      isPassed ? null : `${of + 1}-03-31`,
    ]
    return [
      ...(id === lateLastYear ? [] : [row(year - 1, true)]),
      ...(late.has(id) ? (random.chance(0.4) ? [row(year, false)] : []) : [row(year, true)]),
    ]
  })
  return {
    partners: csv(
      [
        ...['id', 'name', 'service', 'processesPersonalData', 'dataClasses', 'countries', 'criticality'],
        ...['onboarded', 'offboarded'],
      ],
      rows.map((row) => [
        ...[row.id, row.name, row.service, row.inScope ? 'yes' : 'no', row.dataClasses, row.countries, row.criticality],
        ...[row.onboarded, null],
      ]),
    ),
    'partner-audits': csv(
      ['partnerId', 'reportDate', 'result', 'fullScope', 'evidenceClass', 'correctivePlanOn'],
      audits,
    ),
    ...auditFiles(random.part('findings'), year, audits),
  }
}

const findings: readonly (readonly [finding: string, action: string])[] = [
  [
    '未记录对客户信息的访问（access to customer data is not logged）',
    '启用访问日志并按月检查（enable access logs and review them monthly）',
  ],
  [
    '离职人员账号未及时停用（accounts of leavers stay active）',
    '与人事系统同步停用账号（disable accounts from the HR system）',
  ],
  [
    '未按约定期限删除客户信息（customer data kept beyond the agreed period）',
    '设置自动删除任务（schedule automatic deletion）',
  ],
  [
    '员工未接受隐私培训（staff without privacy training）',
    '组织培训并留存考核记录（hold a training and keep the exam records）',
  ],
  [
    '再委托未经书面同意（subcontracting without written consent）',
    '补签书面同意并登记分包方（obtain consent and register subcontractors）',
  ],
]

type Audit = readonly (string | number | boolean | null)[]

/** The agreements, the audits in progress and their findings; an audit's key is its partner and its report's date. */
function auditFiles(random: Random, year: number, audits: readonly Audit[]): Readonly<Record<string, string>> {
  const reports = audits.map(([partnerId, on]) => ({ partnerId: String(partnerId), on: String(on) }))
  const partners = [...new Set(reports.map(({ partnerId }) => partnerId))]
  const rounds = reports.map(({ partnerId, on }) => {
    const back = (days: number) => addDays(on, -days)
    return [partnerId, on.slice(0, 4), '全部检查项（all items）', back(60), back(45), back(20), back(3), on]
  })
  const findingRows = reports.flatMap(({ partnerId, on }, n) => {
    if (random.chance(0.5)) return []
    const [finding, action] = random.pick(findings)
    const due = addDays(on, 90)
    const done = random.chance(0.8) && due < `${year}-12-01` ? addDays(on, random.between(20, 95)) : null
    const checked = done !== null && random.chance(0.7) ? addDays(done, 14) : null
    const helped = checked === null ? null : random.chance(0.9) ? 'yes' : 'no'
    const severity = random.pick(['low', 'medium', 'high'])
    return [
      [
        `F-${String(n + 1).padStart(2, '0')}`,
        partnerId,
        on,
        finding,
        severity,
        action,
        '采购部（procurement）',
        due,
        done,
        checked,
        helped,
      ],
    ]
  })
  return {
    'partner-agreements': csv(
      ['partnerId', 'signedOn', 'expiresOn'],
      partners.map((id, n) => [id, `${year - 1}-0${(n % 9) + 1}-10`, n % 4 === 0 ? null : `${year + (n % 3)}-12-31`]),
    ),
    'audit-rounds': csv(
      ['partnerId', 'year', 'scope', 'plannedOn', 'sentOn', 'answeredOn', 'reviewedOn', 'closedOn'],
      [...new Map(rounds.map((row) => [`${row[0]} ${row[1]}`, row])).values()],
    ),
    'audit-findings': csv(
      [
        ...['id', 'partnerId', 'foundOn', 'finding', 'severity', 'action', 'owner', 'dueOn'],
        ...['doneOn', 'checkedOn', 'effective'],
      ],
      findingRows,
    ),
  }
}
