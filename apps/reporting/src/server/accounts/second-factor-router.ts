import { type Person, USER_ROLES } from '@wayproof/accounts/accounts/person'
import { z } from 'zod'
import type { Authentication } from '../sign-in/auth.ts'
import { unwrap } from '../trpc/fault-to-trpc.ts'
import { confirmerProcedure, memberProcedure, officerProcedure, router } from '../trpc/trpc.ts'
import { changeFactorRule } from './factor-rule.ts'
import { askFactorReset, listFactorResets } from './reset-second-factor.ts'

async function recoveryCodesLeft({ auth, user }: { readonly auth: Authentication; readonly user: Person }) {
  return (await auth.api.viewBackupCodes({ body: { userId: user.id } })).backupCodes.length
}

const idInput = z.strictObject({ id: z.uuid() })

export const secondFactorRouter = router({
  /** Whether the reader has a second factor, whether the role needs one, and how many recovery codes are left. */
  state: memberProcedure.query(async ({ ctx }) => {
    const { secondFactors } = ctx.store
    const isEnabled = (await secondFactors.users()).includes(ctx.user.id)
    const required = (await secondFactors.requiredAt(ctx.user.role)) !== null
    return { enabled: isEnabled, required, recoveryCodes: isEnabled ? await recoveryCodesLeft(ctx) : 0 }
  }),

  /** Roles that need a second factor, and the users who have one. */
  rules: officerProcedure.query(async ({ ctx }) => {
    const { secondFactors, people } = ctx.store
    const [rules, users] = [await secondFactors.rules(), await secondFactors.users()]
    const having = (await people.list()).filter(({ id }) => users.includes(id))
    return { roles: rules.map(({ role }) => role), users: having.map(({ id, name }) => ({ id, name })) }
  }),

  /** Requires a second factor of new sessions of a role at once; another officer approves that it is no longer required. */
  require: officerProcedure
    .input(z.strictObject({ role: z.enum(USER_ROLES), required: z.boolean() }))
    .mutation(async ({ ctx, input }) => unwrap(await changeFactorRule(ctx, ctx.user, input))),

  askReset: officerProcedure
    .input(idInput)
    .mutation(async ({ ctx, input }) => unwrap(await askFactorReset(ctx, { userId: input.id, actor: ctx.user }))),

  /** Resets that wait for another person, and confirmed ones. */
  resets: confirmerProcedure.query(({ ctx }) => listFactorResets(ctx, ctx.user)),
})
