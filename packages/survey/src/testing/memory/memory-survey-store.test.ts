import {
  answerStoreContract,
  commentStoreContract,
  type OpenContractFixture,
  planStoreContract,
  travelerStoreContract,
  waveStoreContract,
} from '../contracts/index.ts'
import { memoryFixture, sendLetters } from '../memory-fixture.ts'

// The use cases are tested on these stores, so they must behave as the database does.

const open: OpenContractFixture = async () => {
  const fixture = memoryFixture()
  return {
    ports: fixture.ports,
    setNow: fixture.setNow,
    invitationIds: async () => [...fixture.memory.invitations.keys()].sort(),
    sendLetters: () => sendLetters(fixture),
  }
}

answerStoreContract('memory', open)
commentStoreContract('memory', open)
planStoreContract('memory', open)
travelerStoreContract('memory', open)
waveStoreContract('memory', open)
