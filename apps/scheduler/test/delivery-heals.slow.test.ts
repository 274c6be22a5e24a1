import { refusal, type Sink, sinkServer } from '@wayproof/letters/testing/sink-server'
import { expect, test } from 'vitest'
import { expectAllSent, expectHealing, HOUR, LETTERS, MINUTE, openedWave, recipients, SECOND } from './opened-wave.ts'

test.each([
  ['8 seconds', 8 * SECOND],
  ['10 minutes', 10 * MINUTE],
])(
  'a mail server that is away for %s at the opening gets every letter once, and nobody has to act',
  async (_, away) => {
    const first = await sinkServer()
    const wave = await openedWave(first)
    await first.close()
    let sink: Sink | undefined
    await wave.deliverAll(async (elapsed) => {
      if (elapsed >= away) sink ??= await sinkServer({}, first.port)
    })
    await expectAllSent(sink ?? first, wave)
    expect(wave.elapsed()).toBeLessThan(away + 10 * MINUTE + 5 * SECOND)
  },
)

test('after a relay denied relaying for an hour, every letter goes, and nobody is marked', async () => {
  await expectHealing(refusal(554, '5.7.1 relay access denied'), HOUR)
})

test('servers that greylist every recipient get every letter at the second attempt', async () => {
  const seen = new Set<string>()
  const sink = await sinkServer({
    onRcptTo: ({ address }, _session, callback) => {
      const isNew = !seen.has(address)
      seen.add(address)
      callback(isNew ? refusal(451, '4.7.1 greylisted') : null)
    },
  })
  const wave = await openedWave(sink)
  await wave.deliverAll()
  await expectAllSent(sink, wave)
  expect(wave.elapsed()).toBeLessThan(MINUTE)
})

test('a domain that blocks us waits alone, and its letters go after the repair', async () => {
  let elapsed = () => 0
  const sink = await sinkServer({
    onRcptTo: ({ address }, _session, callback) =>
      callback(
        address.endsWith('@d1.example') && elapsed() < 2 * HOUR ? refusal(550, '5.7.1 blocked by policy') : null,
      ),
  })
  const wave = await openedWave(sink, 5 * SECOND)
  elapsed = wave.elapsed
  let others = 0
  await wave.deliverAll((now) => {
    if (now < MINUTE) others = recipients(sink).length
  })
  expect(others).toBe(LETTERS - LETTERS / 4)
  await expectAllSent(sink, wave)
  expect(wave.elapsed()).toBeLessThan(2 * HOUR + 15 * MINUTE)
})

test('an address that nobody has is marked, while its server is otherwise well', async () => {
  const sink = await sinkServer({
    onRcptTo: ({ address }, _session, callback) =>
      callback(address.startsWith('t7@') ? refusal(550, '5.1.1 no such user') : null),
  })
  const wave = await openedWave(sink)
  await wave.deliverAll()
  expect(recipients(sink)).toHaveLength(LETTERS - 1)
  expect(await wave.marked()).toEqual(expect.arrayContaining([{ state: 'failed' }, { state: 'sent' }]))
})
