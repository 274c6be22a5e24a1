import { mappingStoreContract } from '@wayproof/evidence/store-contracts'
import { openTestSqlite } from '../testing/test-sqlite.ts'
import { mappingStore } from './mapping-store.ts'

// The same suite runs on the in-memory store of packages/evidence.

mappingStoreContract('SQLite', async () => mappingStore(await openTestSqlite()))
