import type { Person } from '@wayproof/accounts/accounts/person'
import type { Organisation } from '@wayproof/accounts/organisation/organisation'
import { fail, type Outcome, ok } from '@wayproof/kernel/outcome'
import { requireFactorsFromStart } from '../accounts/factor-rule.ts'
import type { ApprovalAct } from '../approvals/approval-act.ts'
import { askApproval } from '../approvals/ask-approval.ts'
import type { Services } from '../trpc/context.ts'
import { FaultError } from '../trpc/fault-to-trpc.ts'

/** Fields that travelers read in every letter and on every page. */
const READ = { nameZh: 'name-zh', nameEn: 'name-en', contactEmail: 'contact' } as const
type ReadByTravelers = Pick<Organisation, keyof typeof READ>

const readOf = ({ nameZh, nameEn, contactEmail }: ReadByTravelers): ReadByTravelers => ({
  nameZh,
  nameEn,
  contactEmail,
})

/** Typed fields that travelers read and that differ from the saved ones. */
function differencesOf(saved: ReadByTravelers, typed: ReadByTravelers) {
  return (Object.keys(READ) as (keyof typeof READ)[])
    .filter((key) => saved[key] !== typed[key])
    .map((key) => ({ field: READ[key], before: saved[key], after: typed[key] }))
}

type TypedOrganization = Omit<Organisation, 'sample'> & { readonly sample?: boolean | undefined }

/** The typed data with the saved name and contact: after set-up, travelers read new ones once they are approved. */
export const keptForTravelers = (saved: Organisation | null, typed: TypedOrganization): Organisation => ({
  ...typed,
  ...readOf(saved ?? typed),
  sample: typed.sample ?? saved?.sample ?? false,
})

/**
 * The set-up requires second factors; later a second officer is asked for a new name or contact. True if there was
 * anything to ask.
 */
export async function followSave(
  ctx: Services,
  actor: Person,
  { saved, typed }: { readonly saved: ReadByTravelers | null; readonly typed: TypedOrganization },
): Promise<Outcome<boolean>> {
  if (!saved) {
    await requireFactorsFromStart(ctx, actor, typed)
    return ok(false)
  }
  const differences = differencesOf(saved, typed)
  if (differences.length === 0) return ok(false)
  const details = { before: readOf(saved), after: readOf(typed) }
  const asked = await askApproval(ctx, actor, { kind: 'organization', subject: 'organization', differences, details })
  return asked.ok ? ok(true) : asked
}

/** Fault `approval-outdated` if the data has changed since. */
export const organizationAct: ApprovalAct = {
  approve: async ({ store }, { details }, decide) => {
    const { before, after } = details as { readonly before: ReadByTravelers; readonly after: ReadByTravelers }
    const saved = await store.organisation.get()
    if (!saved) return fail('approval-outdated')
    const outdated = { code: 'approval-outdated' }
    return decide(async () => {
      await store.organisation.save({ ...saved, ...after }, (current) => {
        if (!current || differencesOf(current, before).length > 0) throw new FaultError(outdated)
      })
      return ok(null)
    })
  },
}
