import { rightsStoreContract } from './contracts/rights-store-contract.ts'
import { emptyRightsMemory, memoryRightsStore } from './memory-rights-store.ts'

// The same suite runs on the SQLite store of packages/store.

rightsStoreContract('memory', async () => {
  const memory = emptyRightsMemory()
  return { rights: memoryRightsStore(memory), letters: () => memory.letters }
})
