import {
  answerStoreContract,
  commentStoreContract,
  type OpenContractWorld,
  planStoreContract,
  travelerStoreContract,
  waveStoreContract,
} from '../contracts/index.ts'
import { memoryWorld, sendLetters } from '../memory-world.ts'

// The use cases are tested on these stores, so they must behave as the database does.

const open: OpenContractWorld = async () => {
  const world = memoryWorld()
  return {
    ports: world.ports,
    setNow: world.setNow,
    invitationIds: async () => [...world.memory.invitations.keys()].sort(),
    sendLetters: () => sendLetters(world),
  }
}

answerStoreContract('memory', open)
commentStoreContract('memory', open)
planStoreContract('memory', open)
travelerStoreContract('memory', open)
waveStoreContract('memory', open)
