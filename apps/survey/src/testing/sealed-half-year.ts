import type { TestDatabase } from '@wayproof/database/testing/database-for-tests'

const common = { asOf: '2025-12-31', ruleVersion: '4', flags: [], interval: null, demonstrated: null, missing: null }

const verdicts = [
  {
    ...common,
    goal: 'policy-publication',
    period: '2025-H2',
    verdict: 'met',
    status: 'green',
    value: 1,
    target: 1,
    share: { numerator: 14, denominator: 14 },
    missing: 0,
    reason: 'target-reached',
    owner: 'privacy-officer',
    figures: { inScope: 14, published: 14, stale: 0, lastLookOn: '2025-12-20', version: '6', dueOn: '2025-04-01' },
  },
  {
    ...common,
    goal: 'customer-satisfaction',
    period: '2025-H2',
    verdict: 'unknown',
    status: 'suppressed',
    value: null,
    target: 0.85,
    share: null,
    reason: 'suppressed',
    owner: 'customer-service',
    figures: {
      invited: 7777,
      delivered: 7776,
      answered: 3333,
      n: null,
      top2: null,
      estimate: null,
      withoutOpinion: null,
      satisfiedOfAll: null,
      minimumForStatus: 8888,
      changedClose: { kind: 'early', sealedOn: '2025-08-31', closedOn: '2025-08-20', reason: 'Too few came.' },
      trendBreak: null,
      improvementChosen: true,
    },
  },
]

const report = {
  figures: {
    period: '2025-H2',
    asOf: '2025-12-31',
    ruleVersion: '4',
    verdicts,
    changes: [],
    seal: null,
    standing: { met: ['policy-publication'], missed: [], unknown: ['customer-satisfaction'], overall: 'unknown' },
  },
  definitions: { rules: { smallestGroup: 8 } },
  evidence: {},
  actions: {
    improvements: [{ id: 'i', text: { 'zh-CN': '表格更短', en: 'A shorter form' }, owner: 'customer-service' }],
    remedies: [
      {
        id: 'r',
        period: '2025-H2',
        goal: 'customer-satisfaction',
        note: 'Too few.',
        action: 'Ask more people.',
        owner: 'customer-service',
        dueOn: '2026-06-30',
        effect: 'more',
        decidedAt: 1,
        decidedBy: 'Lin',
      },
    ],
  },
  signatures: { frozen: { id: 'a' }, goals: [], closed: { id: 'b' }, reopened: null },
}

const statement = {
  sealedAt: Date.parse('2026-01-12T02:00:00Z'),
  clockOffset: null,
  digests: { figures: '' },
}

/** Differences from the sealed half-year above. */
interface SealedDifferences {
  readonly number?: number
  readonly period?: string
  readonly version?: number
  readonly reason?: string
  /** Replaces fields of the verdict on satisfaction. */
  readonly satisfaction?: Record<string, unknown>
  /** Replaces fields of its figures. */
  readonly figures?: Record<string, unknown>
  readonly asked?: object
}

/** Writes a closed half-year with a suppressed figure and a made-up head of the seal chain. */
export async function sealHalfYear({ insert }: TestDatabase, differences: SealedDifferences = {}): Promise<void> {
  const { number = 1, period = '2025-H2', version = 1, reason = null, satisfaction, figures, asked } = differences
  const [publication, suppressed] = verdicts
  const judged = { ...suppressed, ...satisfaction, figures: { ...suppressed?.figures, ...figures } }
  const parts = {
    ...report,
    figures: { ...report.figures, period, verdicts: [publication, judged] },
    evidence: asked ? { wave: { asked } } : {},
  }
  const texts = Object.fromEntries(Object.entries(parts).map(([part, content]) => [part, JSON.stringify(content)]))
  const stated = { ...statement, number, period, version, reason }
  const head = `${number}`.repeat(64).slice(0, 64)
  await insert({ seal: [{ number, period, version, statement: JSON.stringify(stated), ...texts, head }] })
}
