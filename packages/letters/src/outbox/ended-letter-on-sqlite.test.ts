import { openTestSqlite } from '@wayproof/database/testing/test-sqlite'
import { isEnded } from '@wayproof/journal/outbox/ended-letter'
import { deliveredCount, sentCount } from '@wayproof/survey/waves/counts/delivered-count'
import { expect, it } from 'vitest'

it('finds the ended letters of a wave by an index of ended letters only', async () => {
  const database = await openTestSqlite()
  const planOf = async (text: string) =>
    (await database.query.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${text}`))
      .map(({ detail }) => detail)
      .filter((detail) => / letter /.test(detail))
  const [oneState, states] = [`state = 'bounced'`, `state IN ('sent', 'complained')`].map(
    (state) =>
      `SELECT count(*) FROM letter WHERE wave_id = 'w' AND kind = 'survey-invitation' AND ${isEnded('letter')} AND ${state}`,
  )
  const covering = 'SEARCH letter USING COVERING INDEX letter_ended_idx (wave_id=? AND kind=? AND state=?)'
  expect(await planOf(oneState ?? '')).toEqual([covering])
  expect(await planOf(states ?? '')).toEqual([covering])
  expect(await planOf(`SELECT ${deliveredCount('wave')} FROM wave`)).toEqual([covering])
  expect(await planOf(`SELECT ${sentCount('wave', 'survey-reminder')} FROM wave`)).toEqual([covering])
  // For the erasure of one person, only that person's letters are read.
  const his = `letter.recipient_id IN (SELECT value FROM json_each('["t"]'))`
  const byPerson = 'SEARCH letter USING INDEX letter_recipient_id_idx (recipient_id=?)'
  expect(await planOf(`SELECT ${sentCount('wave', 'survey-invitation', his)} FROM wave`)).toEqual([byPerson])
})
