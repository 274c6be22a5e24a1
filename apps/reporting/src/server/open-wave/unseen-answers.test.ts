import { ACT_OF_QUICK_TEST, testActs } from '../testing/unseen-answers.ts'

// `unseen-answers.attack.test.ts` tries the other acts.
testActs((name) => name === ACT_OF_QUICK_TEST)
