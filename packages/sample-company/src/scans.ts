import { addDays } from '@wayproof/kernel/calendar/calendar-date'
import { csv } from './csv.ts'
import type { Random } from './random.ts'

const findings = [
  '服务器组件存在已知漏洞（server component with a known vulnerability）',
  '管理后台未启用双因素登录（no second factor for administrators）',
  '备份文件未加密（backup files are not encrypted）',
  '接口未限制查询次数（interface without a rate limit）',
]
const DAYS_TO_FIX = { low: 90, medium: 60, high: 30, critical: 15 } as const

/** A scan every month, a penetration test every year, and their findings; one finding in six is still open. */
export const scanFiles = (random: Random, year: number): Readonly<Record<string, string>> =>
  filesOf(random, year, { prefix: 'V', isLongAgo: false })

/** The same of an earlier year, whose findings are fixed. */
export const pastScanFiles = (random: Random, year: number): Readonly<Record<string, string>> =>
  filesOf(random, year, { prefix: `V${year}`, isLongAgo: true })

/** The same of a later year. */
export const nextScanFiles = (random: Random, year: number): Readonly<Record<string, string>> =>
  filesOf(random, year, { prefix: `V${year}`, isLongAgo: false })

interface FindingChoices {
  /** How the ids of the findings begin. */
  readonly prefix: string
  readonly isLongAgo: boolean
}

function filesOf(
  random: Random,
  year: number,
  { prefix, isLongAgo }: FindingChoices,
): Readonly<Record<string, string>> {
  const scans = Array.from({ length: 12 }, (_, n) => {
    const month = String(n + 1).padStart(2, '0')
    return [`S-${year}-${month}`, 'full-scan', `${year}-${month}-${random.between(10, 20)}`]
  })
  const tests = [[`T-${year}`, 'penetration-test', `${year}-05-${random.between(10, 28)}`]]
  const findingRows = [...scans, ...tests].flatMap(([foundIn = '', , on = ''], n) => {
    if (random.chance(0.4)) return []
    const severity = random.pick(['low', 'medium', 'high', 'critical'] as const)
    const due = addDays(on, DAYS_TO_FIX[severity])
    const isFixed = isLongAgo || (random.chance(0.83) && due < `${year}-12-15`)
    const fixed = isFixed ? addDays(due, random.between(-8, 3)) : null
    return [
      [
        `${prefix}-${String(n + 1).padStart(2, '0')}`,
        foundIn,
        on,
        random.pick(findings),
        severity,
        '信息技术部（IT）',
        due,
        fixed,
      ],
    ]
  })
  return {
    'security-scans': csv(['id', 'kind', 'performedOn'], [...scans, ...tests]),
    'security-findings': csv(
      ['id', 'foundIn', 'foundOn', 'finding', 'severity', 'owner', 'dueOn', 'fixedOn'],
      findingRows,
    ),
  }
}
