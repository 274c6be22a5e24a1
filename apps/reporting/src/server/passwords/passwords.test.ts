import { isOutdated } from '@wayproof/accounts/accounts/password-hash'
import { systemTokens } from '@wayproof/kernel/system'
import { hashPassword } from 'better-auth/crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isEasilyGuessed } from './password-fault.ts'
import { inFlight, passwordHashes, TooBusy } from './password-hooks.ts'

const owner = {
  name: 'Lin Ruoan',
  email: 'ruoan.lin@yuntu-travel.example',
  organisation: ['云途旅行社有限公司', 'Yuntu Travel'],
}

test.each([
  ...['password1234', 'aaaaaaaaaaaa', 'qwertyuiopas', '123456789012', 'abcdefghijkl', 'P@ssw0rd1234', 'letmeinletmein'],
  ...[
    '1q2w3e4r5t6y',
    'qazwsxedcrfv',
    'zaq12wsxcde3',
    'woaini1314520',
    'iloveyouforever',
    'password-password',
    '20261127202611',
  ],
  ...[
    'poiuytrewqlk',
    'asdfasdfasdf',
    'abcabcabcabc',
    'Summer2026!!',
    'monkeymonkey12',
    'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
  ],
  ...[
    'LinRuoan2026',
    'ruoan.lin@yuntu-travel.example',
    'YuntuTravel1!',
    '云途旅行社有限公司2026',
    'Wayproof2026',
    'yuntu-travel-lin',
  ],
])('%s is easily guessed', async (password) => {
  expect(await isEasilyGuessed(password, owner)).toBe(true)
})

test.each([
  ...[
    'a password of some length',
    'correct horse battery staple',
    'seven quiet kettles',
    '春江潮水连海平海上明月共潮生',
  ],
  ...['sample-password-only', 'xK9#vQ2m!tLw', 'Lin likes 4 purple tractors'],
])('%s is not easily guessed', async (password) => {
  expect(await isEasilyGuessed(password, owner)).toBe(false)
})

test('a run on one keyboard row, a repetition or a sequence is easily guessed wherever it begins', async () => {
  const rows = ['qwertyuiop', 'asdfghjkl', '1234567890', 'abcdefghijklmnopqrstuvwxyz']
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...rows), fc.nat(), fc.boolean(), async (row, from, isReversed) => {
      const repeatedRow = row.repeat(3).slice(from % row.length)
      const run = repeatedRow.slice(0, 12)
      expect(await isEasilyGuessed(isReversed ? [...run].reverse().join('') : run, owner)).toBe(true)
    }),
    { numRuns: 60 },
  )
})

test('a hash, also of the earlier kind, matches its password only, and says how it was made', async () => {
  const hashes = passwordHashes(systemTokens)
  const [firstHash, secondHash] = [await hashes.hash('seven quiet kettles'), await hashes.hash('seven quiet kettles')]
  expect(firstHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/)
  expect([firstHash === secondHash, isOutdated(firstHash)]).toEqual([false, false])
  const oldHash = await hashPassword('seven quiet kettles')
  expect(isOutdated(oldHash)).toBe(true)
  for (const hash of [firstHash, secondHash, oldHash]) {
    expect(await hashes.verify({ hash, password: 'seven quiet kettles' })).toBe(true)
    for (const password of ['seven quiet kettle', 'Seven quiet kettles', ''])
      expect(await hashes.verify({ hash, password })).toBe(false)
  }
})

test('the hash equals that of the reference program', async () => {
  // `argon2 somesalt -id -t 2 -k 65536 -p 1`, from the tests of the reference program.
  const hash = '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc'
  const hashes = passwordHashes(systemTokens)
  expect(await hashes.verify({ hash, password: 'password' })).toBe(true)
  expect([await hashes.verify({ hash, password: 'passwore' }), isOutdated(hash)]).toEqual([false, true])
})

test('at most two are in flight, all that may wait get their turn, and more are refused at once', async () => {
  const inTurn = inFlight(2, 5)
  const releases: (() => void)[] = []
  let [runningCount, peak] = [0, 0]
  const work = async () => {
    runningCount += 1
    peak = Math.max(peak, runningCount)
    await new Promise<void>((end) => releases.push(end))
    runningCount -= 1
    return 'done'
  }
  const allWork = Array.from({ length: 9 }, () => inTurn(work).catch((error: unknown) => error))
  for (let n = 0; n < 7; n += 1) {
    await new Promise((resolve) => setImmediate(resolve))
    releases.shift()?.()
  }
  const results = await Promise.all(allWork)
  expect(results.filter((result) => result === 'done')).toHaveLength(7)
  expect(results.filter((result) => result instanceof TooBusy)).toHaveLength(2)
  expect(peak).toBe(2)
})

test('failed work passes its turn on', async () => {
  const inTurn = inFlight(1, 1)
  await expect(inTurn(() => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(await inTurn(async () => 'done')).toBe('done')
})
