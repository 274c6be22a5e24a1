import { dateAt } from '@wayproof/kernel/calendar/calendar-date'
import { parsePeriod } from '@wayproof/kernel/calendar/period'
import type { Clock } from '@wayproof/kernel/clock'
import { GOALS, type GoalId } from '../../goals/goal.ts'
import { GOAL_REGISTERS } from '../../goals/goal-registers.ts'
import { judgeGoal } from '../../goals/judge-goal.ts'
import { countIndicators } from '../../measures/count-indicators.ts'
import { INDICATORS } from '../../measures/indicator.ts'
import type { EvidenceRegister } from '../../measures/indicator-facts.ts'
import type { FactSource } from '../../ports.ts'
import { publish } from '../../publish/publish.ts'
import type { Scorecard } from '../../scorecard.ts'
import { figureChanges } from '../figure-change.ts'
import { canonicalJson } from './canonical-json.ts'
import type { Seal } from './seal.ts'
import type { RegisterFinding } from './seal-finding.ts'
import type { Evidence, SealedIndicator } from './sealed-parts.ts'
import { sealedScorecard } from './sealed-scorecard.ts'

interface FigurePorts {
  readonly facts: FactSource
  readonly clock: Clock
  readonly timeZone: string
}

/** Distinguishes changed registers by whether a sealed figure that counts them would come out differently today. */
export async function withEffect(
  ports: FigurePorts,
  seal: Seal,
  chain: readonly Seal[],
  findings: readonly RegisterFinding[],
): Promise<readonly RegisterFinding[]> {
  const changed = findings.filter(({ state }) => state === 'changed-since').map(({ register }) => register)
  if (changed.length === 0) return findings
  const moved = new Set([
    ...(await movedByGoals(ports, seal, chain, changed)),
    ...(await movedByIndicators(ports, seal, changed)),
  ])
  return findings.map((finding) =>
    finding.state === 'changed-since' && !moved.has(finding.register) ? { ...finding, state: 'added-to' } : finding,
  )
}

/** The registers of goals whose figures differ from the sealed ones. */
async function movedByGoals(
  { facts, clock, timeZone }: FigurePorts,
  seal: Seal,
  chain: readonly Seal[],
  changed: readonly string[],
): Promise<readonly string[]> {
  const half = parsePeriod(seal.period)
  if (!half) return []
  const sealed = async (period: string): Promise<Scorecard | null> => {
    const newest = chain.filter((each) => each.period === period).at(-1)
    return newest ? sealedScorecard(newest, timeZone) : null
  }
  const { verdicts } = sealedScorecard(seal, timeZone)
  const moved: GoalId[] = []
  for (const goal of GOALS.filter((each) => GOAL_REGISTERS[each].some((register) => changed.includes(register)))) {
    const now = publish(await judgeGoal({ facts, sealed }, goal, half, dateAt(clock.now(), timeZone)))
    if (figureChanges({ verdicts }, { verdicts: [now] }).some(({ figure }) => figure !== 'other')) moved.push(goal)
  }
  return moved.flatMap((goal) => GOAL_REGISTERS[goal])
}

/** The evidence of indicators that differ from the sealed ones. */
async function movedByIndicators(
  { facts, clock, timeZone }: FigurePorts,
  { period, parts }: Seal,
  changed: readonly string[],
): Promise<readonly EvidenceRegister[]> {
  const half = parsePeriod(period)
  const sealed = (JSON.parse(parts.evidence) as Evidence).indicators
  const counted = INDICATORS.filter(({ evidence }) => evidence.some((register: string) => changed.includes(register)))
  if (!half || !sealed || counted.length === 0) return []
  const now = await countIndicators({ facts }, half, dateAt(clock.now(), timeZone))
  const valueIn = (list: readonly SealedIndicator[], id: string) =>
    canonicalJson(list.find((each) => each.id === id)?.value ?? null)
  return counted.filter(({ id }) => valueIn(sealed, id) !== valueIn(now, id)).flatMap(({ evidence }) => evidence)
}
