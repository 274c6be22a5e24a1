import { keyring } from '@wayproof/kernel/keyring'
import { systemClock, systemIds, systemSleep, systemTokens } from '@wayproof/kernel/system'
import { openStore } from '../../open-store.ts'

// A process of its own that looks at the anonymity of a wave while its event loop has other work. Prints how much memory
// it came to, how often the loop had a turn meanwhile, and what was found.
const [file = ''] = process.argv.slice(2)
const store = await openStore({
  databaseUrl: `file:${file}`,
  clock: systemClock,
  ids: systemIds,
  tokens: systemTokens,
  keyring: keyring(new Uint8Array(32).fill(5)),
  timeZone: 'Asia/Shanghai',
  sleep: systemSleep,
})
let turns = 0
const otherWork = setInterval(() => {
  turns += 1
}, 5)
const found = await store.anonymity('2026-H1')
clearInterval(otherWork)
await store.close()
process.stdout.write(JSON.stringify({ found, turns, peakMegabytes: process.resourceUsage().maxRSS / 1024 }))
