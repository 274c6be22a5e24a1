import { csv } from './csv.ts'
import type { Outlook } from './outlook.ts'
import type { Random } from './random.ts'

const titles = [
  '客服邮件误发行程单',
  '门店遗失登记表',
  '合作方接口返回他人订单',
  '员工越权查询订单',
  '钓鱼邮件骗取后台账号',
  '导出文件误传外部网盘',
  '短信平台泄露手机号',
  '打印件未粉碎',
]

/** Three years of incidents: half as many as the year before where the goal is met. */
export function incidentFiles(random: Random, year: number, outlook: Outlook): Readonly<Record<string, string>> {
  const baseline = random.between(7, 10)
  const cap = Math.floor(baseline / 2)
  const current = outlook.incidents ? cap - random.between(0, 1) : cap + random.between(1, 3)
  const counts = [
    [year - 2, baseline + random.between(2, 5)],
    [year - 1, baseline],
    [year, current],
  ] as const
  const two = (n: number) => String(n).padStart(2, '0')
  const row = (of: number, n: number, confirmed: boolean) => {
    const month = random.between(1, 11)
    const day = random.between(1, 20)
    const partner = random.chance(0.3) ? `P0${random.between(1, 9)}` : null
    return [
      `I-${of}-${two(n)}`,
      random.pick(titles),
      `${of}-${two(month)}`,
      confirmed ? `${of}-${two(month)}-${two(day + 5)}` : null,
      confirmed ? 'yes' : 'no',
      'yes',
      confirmed ? 'confirmed' : 'rejected',
      partner,
      confirmed ? random.between(1, 900) : null,
    ]
  }
  const rows = counts.flatMap(([of, count]) => [
    ...Array.from({ length: count }, (_, n) => row(of, n + 1, true)),
    row(of, count + 1, false),
  ])
  return {
    incidents: csv(
      ['id', 'title', 'occurred', 'confirmed', 'disclosure', 'customerData', 'state', 'partnerId', 'records'],
      rows,
    ),
    'security-assessments': csv(
      ['id', 'performedOn', 'fullScope'],
      counts.map(([of]) => [`A-${of}`, `${of}-10-${random.between(10, 28)}`, 'yes']),
    ),
  }
}
