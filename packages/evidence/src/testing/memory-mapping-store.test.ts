import { mappingStoreContract } from './contracts/mapping-store-contract.ts'
import { memoryMappingStore } from './memory-mapping-store.ts'

// The same suite runs on the SQLite store of packages/store.

mappingStoreContract('memory', async () => memoryMappingStore([]))
