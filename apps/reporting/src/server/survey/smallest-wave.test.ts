import { expect, test } from 'vitest'
import { approveAll } from '../testing/approve-all.ts'
import { openTwoPersonApp } from '../testing/two-person-acts.ts'

/** A running installation whose first officer saves the smallest wave. */
async function opened() {
  const testApp = await openTwoPersonApp()
  const { person: deputy } = await testApp.join('officer', 'second@x.example')
  const { programme } = testApp.callerAs(testApp.first)
  const size = async () => (await programme.get()).programme.smallestWave
  const save = async (smallestWave: number) => {
    const { runs, runsSince: _, ...plan } = (await programme.get()).programme
    return programme.save({ runs, plan: { ...plan, smallestWave } })
  }
  return { size, save, approve: () => approveAll(testApp.callerAs(deputy)) }
}

test.each([49, 1, 0, -1, 50.5, Number.MAX_SAFE_INTEGER])(
  'a smallest wave of %s is refused at the outer edge',
  async (size) => {
    const testApp = await opened()
    await expect(testApp.save(size)).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    expect(await testApp.size()).toBe(100)
  },
)

test('a smallest wave of 50 waits for another officer, and a larger one does not', async () => {
  const testApp = await opened()
  await testApp.save(50)
  expect(await testApp.size()).toBe(100)
  await testApp.approve()
  expect(await testApp.size()).toBe(50)
  await testApp.save(120)
  expect(await testApp.size()).toBe(120)
})
