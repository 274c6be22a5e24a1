import { isQuick, testActs } from '../testing/unseen-answers.ts'

// `unseen-answers.attack.test.ts` tries the other acts.
testActs(isQuick)
