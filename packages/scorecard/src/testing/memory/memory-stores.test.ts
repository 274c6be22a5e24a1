import {
  actionStoreContract,
  closingStoreContract,
  type OpenContractStores,
  ruleChangeStoreContract,
  sampleStoreContract,
} from '../contracts/index.ts'
import { scorecardWorld } from '../scorecard-world.ts'

// The use cases are tested on these stores, so they must behave as the database does.

const open: OpenContractStores = async () => scorecardWorld().ports

actionStoreContract('memory', open)
closingStoreContract('memory', open)
ruleChangeStoreContract('memory', open)
sampleStoreContract('memory', open)
