import { whistleStoreContract } from './contracts/whistle-store-contract.ts'
import { emptyWhistleMemory, memoryWhistleStore } from './memory-whistle-store.ts'

// The same suite runs on the SQLite store of packages/store.

whistleStoreContract('memory', async () => {
  const memory = emptyWhistleMemory()
  return {
    reports: memoryWhistleStore(memory),
    appoint: (userId, role, at) => {
      if (role === 'case-handler') memory.handlers.set(userId, at)
    },
  }
})
