import { USER_ROLES } from '@wayproof/accounts/accounts/person'
import { expect, test } from 'vitest'
import { openAnswerApp, whereOneAnswered } from '../testing/answer-app.ts'
import { untestedInputs } from '../testing/every-output.ts'
import { differing, isQuick, LONG, testActs } from '../testing/unseen-answers.ts'

testActs((tried) => !isQuick(tried))

test('every query is called and returns something, and the same again', {
  timeout: LONG,
}, async () => {
  const testApp = await openAnswerApp(whereOneAnswered(1))
  await testApp.nextHour()
  // The first look fills caches, so it takes more statements.
  await testApp.lookAs(USER_ROLES)
  const [firstLook, secondLook] = [await testApp.lookAs(USER_ROLES), await testApp.lookAs(USER_ROLES)]
  expect(untestedInputs(firstLook)).toEqual([])
  expect(differing(firstLook, secondLook)).toEqual([])
})
