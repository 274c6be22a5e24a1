import { expect, test } from 'vitest'
import { openAnswerApp, PERIOD, whereOneAnswered } from '../testing/answer-app.ts'
import { createContextInner } from '../trpc/context.ts'
import { appRouter } from '../trpc/router.ts'

const page = { period: PERIOD, offset: 0, limit: 9 }
const again = { period: PERIOD, customerNumbers: ['C-1', 'C-2', 'C-3'] }

test('an officer sends a bounced invitation again, whether or not its traveler has answered, and no delivered one', async () => {
  for (const respondent of [1, 2] as const) {
    const { officer, services, bounceInvitation, deliver } = await openAnswerApp(whereOneAnswered(respondent))
    await bounceInvitation(1)
    expect((await officer.letters.undelivered(page)).letters).toMatchObject([
      { customerNumber: 'C-1', state: 'bounced', mayBeSentAgain: true },
    ])
    expect(await officer.letters.sendAgain(again)).toEqual({ sent: 1, left: 2 })
    expect(await officer.letters.sendAgain(again)).toEqual({ sent: 0, left: 3 })
    const all = { actorId: null, subject: '', from: null, to: null, hidden: [], offset: 0, limit: 9 }
    const [entry] = await services.store.auditLog.search({ ...all, act: 'invitations-sent-again' })
    expect(entry).toMatchObject({ subject: PERIOD, details: { count: 1 } })
    expect((await deliver()).map(({ to }) => to)).toEqual(['traveler-1@x.example'])
    expect(await officer.letters.undelivered(page)).toMatchObject({ total: 0 })
  }
})

test('only officers send again, at a trusted time, and at most 1,000 at once', async () => {
  const { officer, services } = await openAnswerApp(whereOneAnswered(1))
  const manyNumbers = Array.from({ length: 1001 }, (_, n) => `C-${n}`)
  await expect(officer.letters.sendAgain({ ...again, customerNumbers: manyNumbers })).rejects.toThrow()
  await expect(officer.letters.sendAgain({ ...again, customerNumbers: [] })).rejects.toThrow()
  const person = { id: 'e', name: 'E', email: 'e@x.example', role: 'executive', locale: 'en' } as const
  const executive = appRouter.createCaller(createContextInner(services, { user: person }))
  await expect(executive.letters.sendAgain(again)).rejects.toThrow('FORBIDDEN')
})
