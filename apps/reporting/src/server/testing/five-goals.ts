import type { RegisterId } from '@wayproof/evidence/register'
import type { WaveCell, WrittenWave } from './write-waves.ts'

const STAFF = 20
const numbers = Array.from({ length: STAFF }, (_, n) => String(n + 1))
const quarters = [
  ['2025-Q3', '2025-08-20'],
  ['2025-Q4', '2025-11-20'],
] as const
const records = (row: (number: string, day: string) => string, left: number) =>
  quarters.flatMap(([, day]) => numbers.slice(left).map((number) => row(number, day)))

const file = (columns: string, rows: readonly string[]) => `${[columns, ...rows].join('\n')}\n`

/** Registers from which each goal of the second half of 2025 has a figure of its own: 4 of 20 staff did not pass. */
export const FIVE_GOALS_REGISTERS: Partial<Record<RegisterId, string>> = {
  'staff-roles': file(
    'number,role,unit,startDay,endDay',
    numbers.map((number) => `${number},guide,Sales,2024-01-01,`),
  ),
  'training-completions': file(
    'number,completedAt',
    records((number, day) => `${number},${day}T09:30:00+08:00`, 0),
  ),
  'exam-attempts': file(
    'number,takenAt,score',
    records((number, day) => `${number},${day}T10:00:00+08:00,92`, 4),
  ),
  'training-sessions': file(
    'quarter,heldOn',
    quarters.map(([quarter, day]) => `${quarter},${day}`),
  ),
  partners: file(
    'id,name,service,processesPersonalData,onboarded,offboarded',
    numbers.slice(0, 8).map((number) => `p${number},Partner ${number},bus,yes,2023-01-01,`),
  ),
  'partner-audits': file(
    'partnerId,reportDate,result,fullScope,evidenceClass,correctivePlanOn',
    numbers.slice(0, 7).map((number) => `p${number},2025-05-01,pass,yes,on-site,`),
  ),
  incidents: file(
    'id,title,occurred,discovered,confirmed,disclosure,customerData,state',
    ['2024-03', '2024-05', '2024-09', '2024-11', '2025-02', '2025-06', '2025-10'].map(
      (month, n) => `i${n},Lost list,${month},${month}-03T10:00:00+08:00,${month}-04,yes,yes,confirmed`,
    ),
  ),
  'security-assessments': 'id,performedOn,fullScope\na1,2025-06-01,yes\n',
  'policy-versions': 'version,approvedOn,effectiveOn\n3,2025-01-01,\n',
  'policy-surfaces': file(
    'id,name,kind,url,languages,collectsPersonalData,activeFrom,activeTo',
    ['web', 'app', 'shop'].map((id) => `${id},Page ${id},website,https://${id}.example,zh-CN|en,yes,2020-01-01,`),
  ),
  'policy-checks': file(
    'surfaceId,languages,version,publishedOn,checkedOn',
    ['web', 'app'].map((id) => `${id},zh-CN|en,3,2025-01-10,2025-12-20`),
  ),
}

const cell = (region: string, opinions: number, topTwo: number): WaveCell => {
  const rated = { opinions, topTwo, withoutOpinion: 4 }
  const counts = { overall: rated, security: rated, trust: rated }
  return { tripType: 'group', channel: 'app', region, language: 'en', counts }
}

const margins = { region: { east: 700, west: 180, north: 260, south: 411 } }

/** Two surveys with enough answers, weighted to their eligible customers. */
export const FIVE_GOALS_WAVES: readonly WrittenWave[] = [
  {
    period: '2025-H1',
    cells: [cell('east', 48, 30), cell('west', 33, 28), cell('north', 38, 25), cell('south', 43, 36)],
    margins,
  },
  {
    period: '2025-H2',
    cells: [cell('east', 58, 43), cell('west', 33, 29), cell('north', 38, 27), cell('south', 43, 38)],
    margins,
  },
]
