import { engines } from '@wayproof/database/testing/engines'
import { answerStoreContract } from '@wayproof/survey/testing/contracts/answer-store-contract'
import { commentStoreContract } from '@wayproof/survey/testing/contracts/comment-store-contract'
import type { OpenContractFixture } from '@wayproof/survey/testing/contracts/contract-fixture'
import { planStoreContract } from '@wayproof/survey/testing/contracts/plan-store-contract'
import { travelerStoreContract } from '@wayproof/survey/testing/contracts/traveler-store-contract'
import { waveStoreContract } from '@wayproof/survey/testing/contracts/wave-store-contract'
import { invitations, surveyOn } from '@wayproof/survey/testing/survey-world'

// The same suites run on the in-memory stores of packages/survey.

const SEND = `UPDATE letter SET state = 'sent', sent_at = @now WHERE state = 'queued'`

for (const { engine, open } of engines) {
  const openWorld: OpenContractFixture = async () => {
    const world = await surveyOn(await open())
    return {
      ports: world.ports,
      setNow: world.setNow,
      invitationIds: async () => (await invitations(world)).map(({ id }) => id),
      sendLetters: async () => {
        const now = new Date(world.ports.clock.now())
        await world.database.write((query) => query.run(SEND, { now }))
      },
    }
  }
  answerStoreContract(engine, openWorld)
  commentStoreContract(engine, openWorld)
  planStoreContract(engine, openWorld)
  travelerStoreContract(engine, openWorld)
  waveStoreContract(engine, openWorld)
}
