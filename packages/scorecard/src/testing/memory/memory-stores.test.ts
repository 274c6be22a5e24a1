import { actionStoreContract } from '../contracts/action-store-contract.ts'
import { closingStoreContract } from '../contracts/closing-store-contract.ts'
import type { OpenContractStores } from '../contracts/contract-stores.ts'
import { ruleChangeStoreContract } from '../contracts/rule-change-store-contract.ts'
import { sampleStoreContract } from '../contracts/sample-store-contract.ts'
import { scorecardFixture } from '../scorecard-fixture.ts'

// The use cases are tested on these stores, so they must behave as the database does.

const open: OpenContractStores = async () => scorecardFixture().ports

actionStoreContract('memory', open)
closingStoreContract('memory', open)
ruleChangeStoreContract('memory', open)
sampleStoreContract('memory', open)
