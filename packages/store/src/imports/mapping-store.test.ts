import { mappingStoreContract } from '@wayproof/evidence/store-contracts'
import { openTestDatabase } from '../testing/test-database.ts'
import { mappingStore } from './mapping-store.ts'

// The same suite runs on the in-memory store of packages/evidence.

mappingStoreContract('SQLite', async () => mappingStore(await openTestDatabase()))
