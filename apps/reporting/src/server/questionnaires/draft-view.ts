import { type BrokenTrend, brokenTrends } from '@wayproof/forms/questionnaire/broken-trends'
import type {
  DraftAct,
  QuestionnaireDraft,
  QuestionnaireVersion,
} from '@wayproof/forms/questionnaire-draft/questionnaire-draft'
import type { Instant } from '@wayproof/kernel/clock'
import type { Id } from '@wayproof/kernel/id'

import { draftApproval } from './questionnaire-act.ts'

export interface ShownDraftAct {
  readonly by: string
  readonly isMine: boolean
  readonly at: Instant
}

export interface ShownDraft {
  readonly id: Id
  readonly version: number
  readonly revision: number
  readonly basedOn: number
  /** The JSON form. */
  readonly definition: string
  readonly saved: ShownDraftAct
  /** `approval`: what another officer decides. */
  readonly proposed: (ShownDraftAct & { readonly approval: Id }) | null
}

export interface ShownVersion {
  readonly version: number
  readonly publishedAt: Instant
  readonly brokenTrends: readonly BrokenTrend[]
}

/** A draft as its reader sees it. */
export function draftView(draft: QuestionnaireDraft, reader: { readonly id: Id }): ShownDraft {
  const { id, revision, basedOn, questionnaire, saved, proposed } = draft
  const actView = ({ by, at }: DraftAct): ShownDraftAct => ({ by: by.name, isMine: by.id === reader.id, at })
  return {
    ...{ id, version: questionnaire.version, revision, basedOn, definition: JSON.stringify(questionnaire) },
    ...{ saved: actView(saved), proposed: proposed && { ...actView(proposed), approval: draftApproval(draft) } },
  }
}

/** Versions newest first, each with the trends that it broke. */
export const shownVersions = (versions: readonly QuestionnaireVersion[]): readonly ShownVersion[] =>
  versions.map(({ version, publishedAt, questionnaire }, nth) => {
    const before = versions[nth + 1]?.questionnaire
    return { version, publishedAt, brokenTrends: before ? brokenTrends(before, questionnaire) : [] }
  })
