import { openTestDatabase } from '@wayproof/database/testing/engines'
import { systemIds } from '@wayproof/kernel/system'
import { actionStore } from '@wayproof/oversight/actions/action-store'
import { closingStore } from '@wayproof/scorecard/closing/closing-store'
import { sampleStore } from '@wayproof/scorecard/closing/sample-store'
import { ruleChangeStore } from '@wayproof/scorecard/rules/rule-change-store'
import { actionStoreContract } from '@wayproof/scorecard/testing/contracts/action-store-contract'
import { closingStoreContract } from '@wayproof/scorecard/testing/contracts/closing-store-contract'
import type { OpenContractStores } from '@wayproof/scorecard/testing/contracts/contract-stores'
import { ruleChangeStoreContract } from '@wayproof/scorecard/testing/contracts/rule-change-store-contract'
import { sampleStoreContract } from '@wayproof/scorecard/testing/contracts/sample-store-contract'
import { improvementStore } from '@wayproof/survey/improvements/improvement-store'

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
