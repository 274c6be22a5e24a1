import {
  actionStoreContract,
  closingStoreContract,
  type OpenContractStores,
  ruleChangeStoreContract,
  sampleStoreContract,
} from '../contracts/index.ts'
import { scorecardFixture } from '../scorecard-fixture.ts'

// The use cases are tested on these stores, so they must behave as the database does.

const open: OpenContractStores = async () => scorecardFixture().ports

actionStoreContract('memory', open)
closingStoreContract('memory', open)
ruleChangeStoreContract('memory', open)
sampleStoreContract('memory', open)
