import type { Clock } from '@wayproof/kernel/clock'
import { fail, type Outcome, ok } from '@wayproof/kernel/outcome'
import type { QuestionnaireStore } from './ports.ts'
import type { PublishedQuestionnaire, Questionnaire } from './questionnaire.ts'
import { checkQuestionnaire, type QuestionnaireFault } from './questionnaire-check.ts'

export type PublishFault =
  | { readonly code: 'questionnaire-invalid'; readonly faults: readonly QuestionnaireFault[] }
  /** This version is already published with different wording, which must not change once answers exist. */
  | { readonly code: 'version-taken' }

/** Publishes a version for future waves, complete in each of the added `languages`. Publishing the same version again changes nothing. */
export async function publishQuestionnaire(
  ports: { readonly store: Pick<QuestionnaireStore, 'publishQuestionnaire'>; readonly clock: Clock },
  { questionnaire, languages = [] }: { readonly questionnaire: Questionnaire; readonly languages?: readonly string[] },
): Promise<Outcome<PublishedQuestionnaire, PublishFault>> {
  const faults = checkQuestionnaire(questionnaire, languages)
  if (faults.length > 0) return { ok: false, fault: { code: 'questionnaire-invalid', faults } }
  const publishedQuestionnaire = await ports.store.publishQuestionnaire(questionnaire, ports.clock.now())
  return publishedQuestionnaire ? ok(publishedQuestionnaire) : fail('version-taken')
}
