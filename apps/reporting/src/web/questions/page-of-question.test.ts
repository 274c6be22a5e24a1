import { REPEATED_WORK } from '@wayproof/letters/questions/officer-question'
import { expect, test } from 'vitest'
import { pageOfQuestion } from './open-questions.tsx'

test.each(REPEATED_WORK)('a question about %s is shown on a page', (work) => {
  const data = { work, since: 0, error: 'x' }
  expect(['settings', 'closing', 'waves', 'policies', 'privacy', 'summaries']).toContain(
    pageOfQuestion({ kind: 'keeps-failing', data }),
  )
})
