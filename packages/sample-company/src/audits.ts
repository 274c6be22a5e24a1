import { addDays } from '@wayproof/kernel/calendar/calendar-date'
import { csv } from './csv.ts'
import type { Random } from './random.ts'

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
export function auditFiles(random: Random, year: number, audits: readonly Audit[]): Readonly<Record<string, string>> {
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
