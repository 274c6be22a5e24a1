import { fail, ok } from '@wayproof/kernel/outcome'
import { expect, test } from 'vitest'
import { rightsFixture } from '../testing/rights-fixture.ts'
import { closeCase } from './close-case.ts'
import { CODE_LETTERS } from './mailed-code.ts'
import { sendCode } from './send-code.ts'

const sent = ok({ limited: false })

test('only a case with an unconfirmed address gets another code', async () => {
  const { ports, memory, open, openConfirmed } = rightsFixture()
  const closed = await open()
  await closeCase(ports, { id: closed.id, outcome: 'withdrawn' })
  const cases = [closed, await open({ contact: null }), await openConfirmed()]
  for (const { caseCode } of cases) expect(await sendCode(ports, { caseCode })).toEqual(fail('case-unknown'))
  expect(await sendCode(ports, { caseCode: 'nonsense' })).toEqual(fail('case-unknown'))
  expect(memory.letters).toEqual([])
  expect(await sendCode(ports, { caseCode: (await open()).caseCode })).toEqual(sent)
})

test('a case gets 5 code letters in 24 hours and learns that it has reached its limit', async () => {
  const { ports, memory, clock, open } = rightsFixture()
  const { caseCode } = await open()
  for (let letter = 2; letter <= CODE_LETTERS.calls; letter += 1)
    expect(await sendCode(ports, { caseCode })).toEqual(sent)
  expect(await sendCode(ports, { caseCode })).toEqual(ok({ limited: true }))
  expect(memory.letters).toHaveLength(5)
  clock.passMilliseconds(CODE_LETTERS.milliseconds)
  expect(await sendCode(ports, { caseCode })).toEqual(sent)
  expect(memory.letters).toHaveLength(6)
})

test('a mailbox gets 5 code letters in 24 hours in any spelling, and its limit is not revealed', async () => {
  const { ports, memory, open } = rightsFixture()
  const spellings = ['anna.li+1@gmail.com', 'annali@googlemail.com', 'ANNA.LI@gmail.com', 'a.nnali+x@gmail.com']
  for (const contact of spellings) await open({ contact })
  const { id, caseCode } = await open({ contact: 'annali@gmail.com' })
  expect(memory.letters).toHaveLength(5)
  const code = memory.codes.get(id)
  expect(await sendCode(ports, { caseCode })).toEqual(sent)
  expect(memory.letters).toHaveLength(5)
  // The code of the last letter stays valid, because no letter shows another.
  expect(memory.codes.get(id)).toEqual(code)
  await open({ contact: 'annali@mail.example' })
  expect(memory.letters).toHaveLength(6)
})
