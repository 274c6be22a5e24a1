import type { Asked } from '@wayproof/letters/questions/officer-question'

/** The pages that show their own questions; the scorecard shows all. */
export type QuestionPage = 'settings' | 'closing' | 'waves' | 'policies' | 'privacy' | 'summaries' | 'scorecard'

export function pageOfQuestion(question: Asked): QuestionPage {
  switch (question.kind) {
    case 'clock':
    case 'mail-test-failed':
      return 'settings'
    case 'late-reminder':
      return 'closing'
    case 'letters-unreadable':
    case 'letters-held':
      return 'waves'
    case 'letters-bounce':
      return 'summaries'
    case 'bytes-left':
      return 'privacy'
    case 'service-silent':
      return 'settings'
    case 'keeps-failing':
      return pageOfWork(question.data.work)
  }
}

function pageOfWork(work: Extract<Asked, { kind: 'keeps-failing' }>['data']['work']): QuestionPage {
  switch (work) {
    case 'policy-pages':
    case 'check-policy-pages':
      return 'policies'
    case 'close-waves':
    case 'open-waves':
    case 'certify-unlinking':
    case 'test-mail-server':
    case 'watch-letters':
    case 'remind-travelers':
    case 'mail-reports':
    case 'delivery':
      return 'waves'
    case 'delete-what-is-due':
      return 'privacy'
    case 'remind-owners':
      return 'closing'
    case 'executive-summary':
    case 'tell-of-bounces':
      return 'summaries'
    default:
      return 'settings'
  }
}
