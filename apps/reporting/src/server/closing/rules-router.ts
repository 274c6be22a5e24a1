import type { UserRole } from '@wayproof/accounts/accounts/person'
import { listRules, type RulesInForce } from '@wayproof/scorecard/rule-changes/list-rules'
import { ROW_GOALS, type RuleChange } from '@wayproof/scorecard/rule-changes/rule-change'
import { SETTING_IDS } from '@wayproof/scorecard/rule-changes/setting'
import { z } from 'zod'
import { nameless } from '../scorecard/excluded-for-role.ts'
import { owningPerson } from '../trpc/acting-person.ts'
import { unwrap } from '../trpc/fault-to-trpc.ts'
import { halfYearKey, optionalText, text } from '../trpc/input.ts'
import { ruleChangePorts } from '../trpc/ports.ts'
import { officerProcedure, readerProcedure, router } from '../trpc/trpc.ts'
import { askRuleChange } from './rule-change-act.ts'

/** The core checks the values and refuses an empty reason. */
const worded = z.strictObject({
  appliesFrom: halfYearKey,
  reason: optionalText(300),
  document: optionalText(200).nullable(),
})
const proposal = worded.extend({ setting: z.enum(SETTING_IDS), value: z.number().nullable() })
const rowProposal = worded.extend({
  kind: z.enum(['exclusion', 'readmission']),
  goal: z.enum(ROW_GOALS),
  row: text(64),
})

export const rulesRouter = router({
  list: readerProcedure.query(async ({ ctx }) =>
    rulesForRole(ctx.user.role, await listRules(ruleChangePorts(ctx), { by: await owningPerson(ctx, ctx.user) })),
  ),

  propose: officerProcedure.input(proposal).mutation(async ({ ctx, input }) => {
    const { reason, document, ...setting } = input
    const what = { kind: 'setting' as const, ...setting }
    return unwrap(await askRuleChange(ctx, ctx.user, { what, reason, document }))
  }),

  /** Records of a goal that contain the text, to choose one for `proposeRow`. */
  findRows: officerProcedure
    .input(z.strictObject({ goal: z.enum(ROW_GOALS), text: optionalText(64) }))
    .query(({ ctx, input }) => ctx.store.ruleChanges.findRows(input.goal, input.text)),

  /** Proposes to exclude a record from a goal's share, or to include it again. */
  proposeRow: officerProcedure.input(rowProposal).mutation(async ({ ctx, input }) => {
    const { reason, document, ...what } = input
    return unwrap(await askRuleChange(ctx, ctx.user, { what, reason, document }))
  }),
})

/** The rules, limited to what a role may see. */
function rulesForRole(role: UserRole, rules: RulesInForce): RulesInForce {
  const forRole = (change: RuleChange): RuleChange =>
    change.what.kind === 'setting' ? change : { ...change, what: nameless(role, change.what) }
  return {
    ...rules,
    waiting: rules.waiting.map((waitingChange) => ({ ...waitingChange, change: forRole(waitingChange.change) })),
    history: rules.history.map(forRole),
  }
}
