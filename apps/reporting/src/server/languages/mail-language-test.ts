import type { Id } from '@wayproof/kernel/id'
import type { SurveyLanguage } from '@wayproof/kernel/people/survey-language'
import { mailTestLetter } from '@wayproof/letters/outbox/mail-test-letter'
import { planNextInvitation } from '@wayproof/survey/programme/plan-next-invitation'
import type { Services } from '../trpc/context.ts'
import { surveyPorts } from '../trpc/ports.ts'

/** Mails an officer the invitation to the next wave in a saved language, active or not. */
export async function mailLanguageTest(
  services: Services,
  { tag, to }: { readonly tag: SurveyLanguage; readonly to: { readonly id: Id } },
) {
  const { store, clock, ids, rules } = services
  if (!(await store.languages.get(tag))) return { outcome: 'unknown' } as const
  const wave = await planNextInvitation(surveyPorts(services))
  const { smallestGroup } = await store.survey.rulesInForce(wave.period, rules)
  const letter = { ...wave, kind: 'survey-invitation', locale: tag, smallestGroup, improvements: [], to } as const
  await mailTestLetter({ outbox: store.outbox, clock, ids }, letter)
  return { outcome: 'sent' } as const
}
