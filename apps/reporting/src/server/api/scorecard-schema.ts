import type { Locale } from '@wayproof/kernel/people/locale'
import { messages } from '@wayproof/messages/messages'
import { GOALS } from '@wayproof/scorecard/goals/goal'
import { describedSchema } from './openapi-schemas.ts'
import type { GoalJson, ScorecardJson } from './scorecard-json.ts'

const text = { type: 'string' } as const
const number = { type: 'number' } as const
const integer = { type: 'integer' } as const
const textOrNull = { type: ['string', 'null'] } as const
const figureOrNull = { type: ['number', 'null'] } as const

const closed = (properties: object, type: unknown = 'object') => ({
  type,
  required: Object.keys(properties),
  properties,
})

const GOAL = {
  goal: { ...text, enum: GOALS },
  period: text,
  verdict: { ...text, enum: ['met', 'missed', 'unknown'] },
  strength: { ...text, enum: ['demonstrated', 'could-be-chance', 'not-demonstrated', 'unknown'] },
  status: { ...text, enum: ['green', 'amber', 'red', 'too-early', 'no-data', 'suppressed'] },
  value: figureOrNull,
  target: number,
  interval: closed({ lower: number, upper: number, level: number }, ['object', 'null']),
  owner: text,
  shown: closed({ name: text, value: textOrNull, target: text, result: text, quality: textOrNull }),
} satisfies Record<keyof GoalJson, object>

const SEAL = {
  ...{ number: integer, version: integer, code: text, sealedOn: { ...text, format: 'date' }, people: integer },
  reason: { type: ['string', 'null'] },
}

/** Schema of the response with a scorecard. */
export function scorecardSchema(locale: Locale) {
  const goals = { type: 'array', items: closed(describedSchema(GOAL, messages(locale).api.description.goal)) }
  const properties = {
    period: text,
    asOf: { ...text, format: 'date' },
    ruleVersion: text,
    seal: closed(SEAL, ['object', 'null']),
    goals: { ...goals, minItems: GOALS.length, maxItems: GOALS.length },
  } satisfies Record<keyof ScorecardJson, object>
  return closed(properties)
}
