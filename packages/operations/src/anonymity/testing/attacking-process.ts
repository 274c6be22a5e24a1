import { readFileSync } from 'node:fs'
import { keyring } from '@wayproof/kernel/secrets/keyring'
import { systemClock, systemIds, systemSleep, systemTokens } from '@wayproof/kernel/system'
import { openStore } from '../../store/open-store.ts'

// A child process that attacks the anonymity of a wave while its event loop has other work. Prints its peak memory, the
// turns of the loop during the attack, and the result.
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
// `resourceUsage()` would include the memory of the parent process before this program was started.
const peakKilobytes = Number(/^VmHWM:\s+(\d+)/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1])
process.stdout.write(JSON.stringify({ found, turns, peakMegabytes: peakKilobytes / 1024 }))
