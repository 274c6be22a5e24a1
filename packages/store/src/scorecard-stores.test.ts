import { systemIds } from '@wayproof/kernel/system'
import {
  actionStoreContract,
  closingStoreContract,
  type OpenContractStores,
  ruleChangeStoreContract,
  sampleStoreContract,
} from '@wayproof/scorecard/store-contracts'
import { actionStore } from './closing/action-store.ts'
import { closingStore } from './closing/closing-store.ts'
import { sampleStore } from './closing/sample-store.ts'
import { improvementStore } from './improvements/improvement-store.ts'
import { ruleChangeStore } from './rules/rule-change-store.ts'
import { openTestDatabase } from './testing/engines.ts'

// The same suites run on the in-memory stores of packages/scorecard.

const open: OpenContractStores = async () => {
  const database = await openTestDatabase()
  return {
    closing: closingStore(database, { ids: systemIds, timeZone: 'Asia/Shanghai' }),
    actions: actionStore(database),
    improvements: improvementStore(database),
    changes: ruleChangeStore(database),
    samples: sampleStore(database),
  }
}

actionStoreContract('SQLite', open)
closingStoreContract('SQLite', open)
ruleChangeStoreContract('SQLite', open)
sampleStoreContract('SQLite', open)
