import { mkdtempSync, readFileSync } from 'node:fs'
import { keyring } from '@wayproof/kernel/keyring'
import { systemClock, systemIds, systemSleep, systemTokens } from '@wayproof/kernel/system'
import { openStore } from '@wayproof/store'
import { DEFAULT_QUESTIONNAIRE, newReceipt, recordAnswer } from '@wayproof/survey'
import { surveyGround } from './bench/survey-ground.ts'

const N = 12000,
  C = Number(process.argv[2] ?? 8)
const data = mkdtempSync('/tmp/zz-')
const t0 = performance.now()
const g = await surveyGround(data, N)
console.log('ground', performance.now() - t0)
const keys = keyring(Buffer.from(readFileSync(g.settings.KEY_FILE!, 'utf8').trim(), 'hex'))
const machine = { clock: systemClock, ids: systemIds, tokens: systemTokens, keyring: keys, timeZone: 'Asia/Shanghai' }
const store = await openStore({ ...machine, databaseUrl: g.settings.DATABASE_URL!, sleep: systemSleep })
const ports = { ...machine, store: store.survey }
let i = 0
const body = (turn: number) =>
  Object.fromEntries(
    DEFAULT_QUESTIONNAIRE.items.map((it, x) => [
      it.id,
      it.type === 'text'
        ? turn % 8
          ? ''
          : 'shorter please'
        : it.type === 'choice'
          ? it.options[turn % it.options.length]!.value
          : String(1 + ((turn * 7 + x * 3 + (turn >> 3)) % 5)),
    ]),
  )
const c0 = process.cpuUsage(),
  t1 = performance.now()
await Promise.all(
  Array.from({ length: C }, async () => {
    while (i < N) {
      const n = i++
      const r = await recordAnswer(ports, {
        token: g.tokens[n]!,
        receipt: newReceipt(systemTokens),
        locale: 'en',
        fields: body(n),
      })
      if (!r.ok) throw new Error(JSON.stringify(r))
    }
  }),
)
const c = process.cpuUsage(c0)
console.log(
  `${C} in flight: cpu us/answer user ${(c.user / N).toFixed(1)} sys ${(c.system / N).toFixed(1)} wall/s ${((N / (performance.now() - t1)) * 1000).toFixed(0)}`,
)
await store.close()
