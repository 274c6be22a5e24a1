import { beforeAll, describe, expect, it } from 'vitest'
import { collectOutputs } from './testing/collect-outputs.ts'
import { decidedFields, decisionOf } from './testing/field-decisions.ts'
import { type NumericField, numericFields } from './testing/numeric-fields.ts'
import type { WaveCell } from './testing/write-waves.ts'

// Every published number has a decision, and none is published finer than decided.

const PERIOD = '2025-H2'
const cell = (region: string, opinions: number, topTwo: number): WaveCell => {
  const rated = { opinions, topTwo, withoutOpinion: 4 }
  return {
    tripType: 'group',
    channel: 'app',
    region,
    language: 'en',
    counts: {
      overall: rated,
      security: rated,
      trust: { opinions, topTwo: Math.max(0, topTwo - 1), withoutOpinion: 0 },
    },
  }
}
const margins = { region: { east: 700, west: 180, north: 260, south: 411 } }
const cells = (added: number) => [
  cell('east', 48, 33 + added),
  cell('west', 33, 29),
  cell('north', 38, 27),
  cell('south', 43, 38),
]

let fields: readonly NumericField[]

beforeAll(() => {
  fields = numericFields()
})

/** Numbers of a value, each with its path in the types. */
function numbersIn(value: unknown, path: string): readonly { readonly path: string; readonly value: number }[] {
  if (typeof value === 'number') return [{ path, value }]
  if (Array.isArray(value)) return value.flatMap((item) => numbersIn(item, `${path}[]`))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, member]) => numbersIn(member, `${path}.${name}`))
}

describe('a published number', () => {
  it('has a decision, and each decision is about an existing number', () => {
    const foundFields = new Set(fields.map(({ field }) => field))
    expect([...foundFields].filter((field) => decisionOf(field) === null).toSorted()).toEqual([])
    expect(decidedFields.filter((field) => !foundFields.has(field)).toSorted()).toEqual([])
  })

  it('is found in every output, also in lists and records', () => {
    expect(fields.map(({ path }) => path)).toEqual(
      expect.arrayContaining([
        'api.scorecard.goal.verdict.figures.estimate.standardError',
        'api.scorecard.forPeriod.verdicts[].value',
        'api.summary.preview.ways[].steps[].difference',
        'api.measure.list.measures[].indicators[].value.interval.upper',
        'api.wave.remindPreview.atMost',
        'letter.executive-summary.summary.scorecard.changes[].detectable',
        'report.earlier[].verdicts[].interval.lower',
        'methodReport.verdict.figures.estimate.effective',
        'satisfaction.csv.tables[].groups[].now.topTwo.value',
        'cases.csv[].people',
      ]),
    )
  })

  it('is a multiple of the decided step, and is no finer in a letter, a file or the report', async () => {
    const waves = [
      { period: '2025-H1', cells: cells(6), margins },
      { period: PERIOD, cells: cells(0), margins },
    ]
    const { disclosed, texts } = await collectOutputs(waves, PERIOD)
    const grains = new Map<string, number>()
    for (const { path, field } of fields) {
      grains.set(path, Math.max(grains.get(path) ?? 0, decisionOf(field)?.parts ?? 0))
    }
    const numbers = numbersIn(disclosed, 'api')
    expect(numbers.length).toBeGreaterThan(200)
    for (const { path, value } of numbers) {
      const step = grains.get(path)
      expect(step, path).toBeDefined()
      if (step && Number.isFinite(step)) expect(Math.round(value * step) / step, path).toBe(value)
    }
    const paths = numbers.map(({ path }) => path)
    expect(paths).toContain('api.scorecard.goal.verdict.figures.estimate.standardError')
    expect(paths).toContain('api.scorecard.goal.waves[].change.weighted.interval.lower')
    expect(paths).toContain('api.measure.list.measures[].indicators[].value.interval.lower')

    expect(texts.length).toBeGreaterThan(6)
    const value = disclosed.scorecard.goal?.verdict.value ?? 0
    const digits = String(Math.round(value * 1_000) / 10)
    for (const text of texts) {
      expect(text.match(/\d\.\d{2,}[\s\u00a0]?%/g) ?? []).toEqual([])
      expect(text.replaceAll(/<style>[\s\S]*?<\/style>/g, '').match(/\d\.\d{3,}/g) ?? []).toEqual([])
    }
    expect(texts.filter((text) => text.includes(digits)).length).toBeGreaterThan(5)
  })
})
