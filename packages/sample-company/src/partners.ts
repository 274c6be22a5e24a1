import { auditFiles } from './audits.ts'
import { csv } from './csv.ts'
import type { Outlook } from './outlook.ts'
import type { Random } from './random.ts'

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
export function partnerFiles(random: Random, year: number, outlook: Outlook): Readonly<Record<string, string>> {
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
