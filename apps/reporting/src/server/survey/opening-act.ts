import type { Person } from '@wayproof/accounts/accounts/person'
import { activeTags } from '@wayproof/forms/languages/read-active-tags'
import { addDays, dateAt, isCalendarDate, startOfDay } from '@wayproof/kernel/calendar/calendar-date'
import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import { fail, type Outcome, ok } from '@wayproof/kernel/outcome'
import type { LocalText } from '@wayproof/kernel/people/locale'
import { type OpenWave, openWave } from '@wayproof/survey/opening/open-wave'
import { openablePeriods } from '@wayproof/survey/opening/openable-period'
import { isSamePlan, type OpeningWords } from '@wayproof/survey/opening/opening-words'
import { previewWave } from '@wayproof/survey/opening/preview-wave'
import { automaticPlan, openingWords } from '@wayproof/survey/opening/read-opening-words'
import { latestClosingDay } from '@wayproof/survey/opening/wave-plan'
import { readProgramme } from '@wayproof/survey/programme/read-programme'
import type { FrameProvenance } from '@wayproof/survey/sampling/sampling-frame'
import type { ApprovalAct } from '../approvals/approval-act.ts'
import { askApproval } from '../approvals/ask-approval.ts'
import type { Services } from '../trpc/context.ts'
import { surveyPorts } from '../trpc/ports.ts'

interface ApprovedOpening {
  readonly plan: OpenWave
  readonly words: OpeningWords
}

/** The words that only this wave's letters have, for the second officer. */
function wordDifferences({ improvements, questionnaire }: OpeningWords) {
  const texts = improvements.flatMap((text: LocalText) => [text['zh-CN'], text.en]).filter((text) => text !== '')
  return [
    { field: 'questionnaire', before: null, after: questionnaire === null ? null : String(questionnaire) },
    ...texts.map((after) => ({ field: 'improvement', before: null, after })),
  ]
}

/** The importers of the travelers, so that the approver sees whether one person or one domain makes the wave. */
const provenanceDifferences = ({ importers, largestDomain }: FrameProvenance) => [
  ...importers.map(({ by, travelers }) => ({ field: 'imported-by', before: null, after: `${by}: ${travelers}` })),
  { field: 'largest-domain', before: null, after: String(largestDomain) },
]

/**
 * Asks another officer to open a wave. Faults: `period-not-askable`, `wave-exists`, `close-date-invalid`,
 * `close-date-too-late`, `no-questionnaire`, `checklist-incomplete`, `no-eligible-travelers`, and those of `askApproval`.
 */
export async function askOpening(
  ctx: Services,
  actor: Person,
  plan: OpenWave,
): Promise<Outcome<{ readonly id: string }>> {
  const ports = surveyPorts(ctx)
  const { period, mode, size, closesOn } = plan
  const today = dateAt(ctx.clock.now(), ctx.timeZone)
  if (!openablePeriods(today).includes(period)) return fail('period-not-askable')
  if (await ports.store.wave(period)) return fail('wave-exists')
  if (!isCalendarDate(closesOn) || closesOn < today) return fail('close-date-invalid')
  if (closesOn > latestClosingDay(today)) return fail('close-date-too-late')
  const preview = await previewWave(ports, { period, languages: await activeTags(ctx.store.languages) })
  if (!preview.ok) return preview
  const { eligible, lacking, questions, provenance, smallestWave } = preview.value
  if (questions === null) return fail('no-questionnaire')
  if (lacking.length > 0) return fail('checklist-incomplete')
  if (eligible === 0) return fail('no-eligible-travelers')
  const invited = mode === 'census' ? eligible : Math.min(eligible, size ?? 0)
  if (invited < smallestWave) return fail('too-few-invited', { invitable: invited, needed: smallestWave })
  const words = await openingWords(ports, period)
  const differences = [
    { field: 'mode', before: null, after: mode },
    { field: 'invited', before: null, after: String(invited) },
    { field: 'closes-on', before: null, after: closesOn },
    ...provenanceDifferences(provenance),
    ...wordDifferences(words),
  ]
  const details: ApprovedOpening = { plan, words }
  const until = startOfDay(addDays(closesOn, 1), ctx.timeZone)
  return askApproval(ctx, actor, { kind: 'wave-opening', subject: period, differences, details, until })
}

/**
 * Opens the wave that two officers approved. Faults: `opening-needs-approval` (none, or too long ago),
 * `opening-outdated` (its words have changed since), and those of `openWave`.
 */
export async function openApproved(ctx: Services, period: PeriodKey) {
  const ports = surveyPorts(ctx)
  const approval = await ctx.store.approvals.approved('wave-opening', period)
  if (!approval || approval.expiresAt <= ctx.clock.now()) return fail('opening-needs-approval')
  const { plan, words } = approval.details as ApprovedOpening
  if (!isSamePlan(words, await openingWords(ports, period))) return fail('opening-outdated')
  return openWave(ports, plan)
}

/** A refusal after the decision leaves it approved: an officer opens once the reason is gone. */
export const openingAct: ApprovalAct = {
  approve: async (ctx, { subject, details }, decide) => {
    const { words } = details as ApprovedOpening
    if (!isSamePlan(words, await openingWords(surveyPorts(ctx), subject))) return fail('opening-outdated')
    const decided = await decide()
    if (!decided.ok) return decided
    const opened = await openApproved(ctx, subject)
    return opened.ok ? ok(null) : opened
  },
}

/** Asks another officer to approve that the next wave opens on its day. Fault `programme-off` while none would. */
export async function askAutomaticOpening(ctx: Services, actor: Person): Promise<Outcome<{ readonly id: string }>> {
  const ports = surveyPorts(ctx)
  const { next } = await readProgramme(ports)
  if (!next) return fail('programme-off')
  const { period, at } = next
  const plan = await automaticPlan(ports, period)
  const differences = [
    { field: 'opens-on', before: null, after: dateAt(at, ctx.timeZone) },
    { field: 'mode', before: null, after: plan.mode },
    { field: 'sample-size', before: null, after: plan.sampleSize === null ? null : String(plan.sampleSize) },
    { field: 'days-open', before: null, after: String(plan.daysOpen) },
    ...wordDifferences(plan),
  ]
  return askApproval(ctx, actor, { kind: 'automatic-opening', subject: period, differences, details: plan })
}

/** Fault `opening-outdated` if the plan or its words have changed since. */
export const automaticOpeningAct: ApprovalAct = {
  approve: async (ctx, { subject, details }, decide) =>
    isSamePlan(details as OpeningWords, await automaticPlan(surveyPorts(ctx), subject))
      ? decide()
      : fail('opening-outdated'),
}
